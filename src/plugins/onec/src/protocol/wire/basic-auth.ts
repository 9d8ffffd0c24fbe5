export interface Credentials {
  login: string
  secret: string
}

/** Longer ones are no credentials of ours, and would only cost hashing. */
const MAX_LENGTH = 1024

/**
 * Reads a Basic authorization header; null when there is none or it is unreadable. The text is UTF-8; what is not valid UTF-8 is taken
 * as windows-1251, in which older platforms send Cyrillic logins.
 */
export function parseBasicAuth(header: string | undefined): Credentials | null {
  const encoded = /^basic\s+([a-z0-9+/=]+)\s*$/i.exec(header ?? "")?.[1]
  if (!encoded || encoded.length > MAX_LENGTH) {
    return null
  }
  const text = decode(Buffer.from(encoded, "base64"))
  const colon = text.indexOf(":")
  return colon < 1 ? null : { login: text.slice(0, colon), secret: text.slice(colon + 1) }
}

function decode(bytes: Buffer): string {
  const utf8 = bytes.toString("utf8")
  return utf8.includes("\uFFFD") ? new TextDecoder("windows-1251").decode(bytes) : utf8
}
