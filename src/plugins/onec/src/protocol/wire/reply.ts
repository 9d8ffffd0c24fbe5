import type { ExchangeFailure } from "./failure"

/** What goes back to 1C. */
export interface ExchangeReply {
  status: 200 | 304 | 401
  content_type: "text/plain" | "application/xml" | "application/json"
  body: string
}

/** `success`, then the lines that the command asks for. */
export function success(...lines: string[]): ExchangeReply {
  return plain(["success", ...lines].join("\n"))
}

/** The work goes on; 1C asks the same again at once. */
export function progress(note: string): ExchangeReply {
  return plain(`progress\n${note}`)
}

/** The first line is all that 1C decides by; the second is what its administrator reads. */
export function failed(refusal: ExchangeFailure): ExchangeReply {
  return { ...plain(`failure\n${refusal.code}: ${oneLine(refusal.message)}`), status: refusal.status }
}

/** Plain lines without a verdict, as `init` wants them: no newline at the end. */
export function plain(body: string): ExchangeReply {
  return { status: 200, content_type: "text/plain", body }
}

/** A document; its first characters must be `<?xml`. */
export function xml(body: string): ExchangeReply {
  return { status: 200, content_type: "application/xml", body }
}

/** A JSON document. */
export function json(body: string): ExchangeReply {
  return { status: 200, content_type: "application/json", body }
}

export function notModified(): ExchangeReply {
  return { status: 304, content_type: "text/plain", body: "" }
}

/** The first line of a reply, for the log. */
export function verdict(reply: ExchangeReply): string {
  return reply.content_type === "text/plain" ? (reply.body.split("\n", 1)[0] ?? "") : reply.content_type.slice("application/".length)
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ").trim().slice(0, 1000)
}
