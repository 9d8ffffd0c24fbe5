import { type ExchangeReply, plain, success } from "./reply"

/** Name of the session cookie. */
export const COOKIE_NAME = "kontor_1c"

/** Highest schema version that is read; the older extension takes the last four characters of this line for a number, so 3.1 must not stand here. */
const SCHEMA_VERSION = "2.09"

export interface Handshake {
  /** Secret cookie value. */
  token: string
  /** The session's id: not a secret, since it travels in addresses and so in logs. */
  session_id: string
  /** Moment from which a later `deactivate` counts. */
  now: Date
}

/**
 * Reply to `checkauth`. The built-in client reads the cookie from lines 2 and 3 and `sessid` from line 4; the extension appends line 4
 * to its addresses as it stands and keeps line 5 for `deactivate`.
 */
export function checkauthReply({ token, session_id, now }: Handshake): ExchangeReply {
  return success(COOKIE_NAME, token, `sessid=${session_id}`, `timestamp=${Math.floor(now.getTime() / 1000)}`)
}

export interface InitTerms {
  zip: boolean
  /** Bytes. */
  file_limit: number
  session_id: string
  /** Whether the request named a version. */
  names_version: boolean
}

/** Reply to `init`: two lines exactly for a client that names no version, four for one that does. */
export function initReply({ zip, file_limit, session_id, names_version }: InitTerms): ExchangeReply {
  const terms = [`zip=${zip ? "yes" : "no"}`, `file_limit=${file_limit}`]
  return plain([...terms, ...(names_version ? [`sessid=${session_id}`, `version=${SCHEMA_VERSION}`] : [])].join("\n"))
}
