interface Request {
  method: "GET" | "POST" | "DELETE"
  query?: Record<string, string | number>
  body?: Record<string, unknown>
  /** A form with files, in place of a body. */
  form?: FormData
}

/** A request that the server refused: its words, the status, and the machine code where it gave one. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: string | null,
    readonly status: number
  ) {
    super(message)
  }
}

/** Asks the admin API. Not by the SDK, whose errors have lost the code by which a refusal is told in the reader's language. */
export async function send<Result>(path: string, { method, query = {}, body, form }: Request): Promise<Result> {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const response = await fetch(asked ? `${path}?${asked}` : path, {
    method,
    credentials: "include",
    headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(form ? { body: form } : {}),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    throw new Refused(textIn(answer, "message") ?? response.statusText, textIn(answer, "code"), response.status)
  }
  return answer as Result
}

function textIn(answer: unknown, field: string): string | null {
  const value = typeof answer === "object" && answer !== null ? Object.entries(answer).find(([name]) => name === field)?.[1] : null
  return typeof value === "string" ? value : null
}
