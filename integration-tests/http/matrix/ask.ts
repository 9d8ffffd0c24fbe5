import type { Things } from "./things"
import type { MatrixRow } from "./read-table"
import { REQUESTS } from "./requests"

/** The part of the runner's client that the matrix needs. */
export interface Client {
  request(config: Record<string, unknown>): Promise<{ status: number; data: unknown; headers: Record<string, unknown> }>
}

export interface Asked {
  status: number
  code: string | null
  /** The body as text. */
  text: string
  /** Path, query and body as they were sent. */
  sent: string
}

/** A request with every name in it replaced by an id. */
export interface Prepared {
  method: string
  url: string
  data: unknown
}

/** Puts things into the path, query and body of a route; makes those that are not there yet. */
export async function prepare(row: Pick<MatrixRow, "route" | "names">, things: Things): Promise<Prepared> {
  const [method = "", pattern = ""] = row.route.split(" ")
  const { query, body } = REQUESTS[row.route] ?? {}
  const ids = [...row.names]
  const path = await replaced(pattern, /:\w+/g, () => things.idOf(ids.shift() ?? "nowhere"))
  const fill = (text: string) => replaced(text, /\{(\w+)\}/g, (name) => things.idOf(name))
  const data: unknown = method === "GET" ? undefined : JSON.parse(await fill(JSON.stringify(body ?? {})))
  return { method, url: query ? `${path}?${await fill(query)}` : path, data }
}

/** Sends a request as one actor. Never throws for an answer of the server. */
export async function ask(api: Client, request: Prepared, headers: Record<string, string>): Promise<Asked> {
  const { status, data } = await api.request({
    ...request,
    headers,
    validateStatus: () => true,
    transformResponse: (text: unknown) => text,
  })
  const text = String(data ?? "")
  return { status, code: codeIn(text), text, sent: `${request.url} ${JSON.stringify(request.data)}` }
}

/** Replaces each match by what `of` promises for its first group, or for the match where it has none. */
async function replaced(text: string, pattern: RegExp, of: (name: string) => Promise<string>): Promise<string> {
  let result = text
  for (const match of text.matchAll(pattern)) {
    const value = await of(match[1] ?? match[0])
    result = result.replace(match[0], () => value)
  }
  return result
}

function codeIn(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === "object" && body !== null && "code" in body ? String(body.code) : null
  } catch {
    return null
  }
}

/** How an answer differs from a cell of the table; null when it does not. A cell without a code takes any. */
export function difference(cell: string, { status, code }: Pick<Asked, "status" | "code">): string | null {
  const [wantedStatus, wantedCode] = cell.split(" ")
  const agrees = String(status) === wantedStatus && (wantedCode === undefined || code === wantedCode)
  return agrees ? null : `${cell} expected, ${status} ${code ?? ""}`.trim()
}
