import { cutIntoPieces, encodeFragments } from "../write/encode"
import { emptyTally, type Packet, type Tally } from "../write/packet"
import { zipOne } from "../write/zip"
import { type Connection, PIECE_BYTES, RETRY_DELAY_MS } from "./connection"
import { EmulatorError } from "./error"
import { ExchangeHttp } from "./http"
import { ExchangeSession, type ServerLimits, type SessionType } from "./session"

/** Told after every file, so that a person sees the exchange move. */
export type ProgressEvent =
  | {
      kind: "file"
      filename: string
      position: number
      of: number
      bytes: number
      /** From the first byte on; the file was written before. */
      sendSeconds: number
      importSeconds: number
      polls: number
      rows: Tally
    }
  | { kind: "retry"; filename: string; attempt: number; message: string }
  | { kind: "note"; message: string }

export type OnProgress = (event: ProgressEvent) => void

/** Figures of everything sent so far. Bytes are counted as they go over the wire. */
export interface SendTotals extends Tally {
  sessions: number
  bytes: number
  polls: number
  retries: number
}

export function emptyTotals(): SendTotals {
  return { ...emptyTally(), sessions: 0, bytes: 0, polls: 0, retries: 0 }
}

export function addTally(into: Tally, more: Tally): void {
  for (const key of ["products", "offers", "prices", "stocks", "partners", "documents"] as const) {
    into[key] += more[key]
  }
}

interface SentFile {
  bytes: number
  sendSeconds: number
  importSeconds: number
  polls: number
  rows: Tally
}

function withExtension(filename: string, extension: string): string {
  return filename.replace(/\.\w+$/, extension)
}

/** The packet as it goes over the wire, whole, as 1C has its files before it sends them; packed when the server asks for it. */
function contentOf(packet: Packet, rows: Tally, zip: boolean): { filename: string; chunks: Buffer[] } {
  const plain = [...encodeFragments(packet.write(rows), packet.encoding)]
  if (!zip) {
    return { filename: packet.filename, chunks: plain }
  }
  return { filename: withExtension(packet.filename, ".zip"), chunks: zipOne(packet.filename, Buffer.concat(plain)) }
}

async function sendFile(session: ExchangeSession, packet: Packet, limits: ServerLimits, pieceBytes: number): Promise<SentFile> {
  const rows = emptyTally()
  const { filename, chunks } = contentOf(packet, rows, limits.zip)
  const startedAt = performance.now()
  let bytes = 0
  for (const { path, content } of packet.attachments?.() ?? []) {
    await session.sendPiece(path, [content])
    bytes += content.length
  }
  for (const piece of cutIntoPieces(chunks, Math.min(limits.fileLimit, pieceBytes))) {
    await session.sendPiece(filename, piece)
    bytes += piece.reduce((sum, part) => sum + part.length, 0)
  }
  const sentAt = performance.now()
  await session.import(packet.filename)
  const importedAt = performance.now()
  return { bytes, sendSeconds: (sentAt - startedAt) / 1000, importSeconds: (importedAt - sentAt) / 1000, polls: session.polls, rows }
}

/** Runs `attempt` again, as often as the connection allows, when the exchange fails. Anything else is a defect and goes on up. */
async function withRetries<T>(
  connection: Connection,
  onRetry: (attempt: number, message: string) => void,
  attempt: () => Promise<T>
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof EmulatorError) || tries > (connection.retries ?? 0)) {
        throw error
      }
      onRetry(tries, error.message)
      await new Promise((resolve) => setTimeout(resolve, connection.retryDelayMs ?? RETRY_DELAY_MS))
    }
  }
}

/** Runs `work` in a session of its own, from `checkauth` on, and closes the connection behind it. */
export async function inSession<T>(connection: Connection, type: SessionType, work: (session: ExchangeSession) => Promise<T>): Promise<T> {
  const http = new ExchangeHttp(connection)
  try {
    const session = new ExchangeSession(http, type, connection.client)
    await session.checkAuth()
    return await work(session)
  } finally {
    http.close()
  }
}

/** After the last file of a catalogue client B says what else is to be done. */
export interface Ending {
  deactivate: boolean
  complete: boolean
}

/**
 * Sends packets one after another, each in a whole session of its own: checkauth, init, file in pieces, import until it is done.
 * @throws EmulatorError when a session fails for the last time; the packets before it stay sent
 */
export async function sendPackets(
  connection: Connection,
  packets: readonly Packet[],
  onProgress: OnProgress,
  ending: Ending = { deactivate: false, complete: false }
): Promise<SendTotals> {
  const totals = emptyTotals()
  let since = ""
  for (const [i, packet] of packets.entries()) {
    const isLast = i === packets.length - 1
    const onRetry = (attempt: number, message: string): void => {
      totals.retries++
      onProgress({ kind: "retry", filename: packet.filename, attempt, message })
    }
    const sent = await withRetries(connection, onRetry, () =>
      inSession(connection, packet.type, async (session) => {
        since ||= session.timestamp
        const limits = await session.init()
        const file = await sendFile(session, packet, limits, connection.pieceBytes ?? PIECE_BYTES)
        if (isLast && ending.deactivate) {
          await session.deactivate(since)
        }
        if (isLast && ending.complete) {
          await session.complete()
        }
        return file
      })
    )
    totals.sessions++
    totals.bytes += sent.bytes
    totals.polls += sent.polls
    addTally(totals, sent.rows)
    onProgress({ kind: "file", filename: packet.filename, position: i + 1, of: packets.length, ...sent })
  }
  return totals
}
