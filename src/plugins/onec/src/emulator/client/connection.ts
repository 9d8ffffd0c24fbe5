import type { ClientB } from "../write/client-b"

/** `a`: exchange built into «Управление торговлей»; `b`: older 1C-Bitrix extension; `b3`: newer one, schema 3.1. */
export type ClientKind = "a" | ClientB

/** Where to and as whom 1C connects. */
export interface Connection {
  /** Address of the exchange, e.g. "http://localhost:9000/exchange/1c". */
  url: string
  login: string
  password: string
  client: ClientKind
  /** 1C gives up on a request after 180 seconds. */
  requestTimeoutMs?: number
  /** How many times a failed session is sent again. 1C does so on its next run; by default the emulator stops. */
  retries?: number
  retryDelayMs?: number
  /** Largest piece of a file, in bytes; the server's own limit still holds. */
  pieceBytes?: number
}

export const REQUEST_TIMEOUT_MS = 180_000
export const RETRY_DELAY_MS = 1_000
/** Pieces are kept in memory while they are sent, so even a generous server gets them no larger than this. */
export const PIECE_BYTES = 16 * 1024 * 1024
