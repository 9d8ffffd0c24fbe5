import http from "node:http"
import type { AddressInfo } from "node:net"

export interface SeenRequest {
  method: string
  query: URLSearchParams
  headers: http.IncomingHttpHeaders
  body: Buffer
}

export interface Answer {
  status?: number
  headers?: http.OutgoingHttpHeaders
  body: string | Buffer
}

/** Says what to answer; undefined falls back to a well-behaved server. */
export type Respond = (request: SeenRequest, all: readonly SeenRequest[]) => string | Answer | undefined

/** A site that answers as the protocol wants, except where a test says otherwise. */
export class FakeServer {
  readonly requests: SeenRequest[] = []
  respond: Respond = () => undefined
  private readonly server = http.createServer((request, response) => void this.handle(request, response))

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve))
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/exchange/1c`
  }

  /** "catalog checkauth", "catalog init" … in the order in which they came. */
  steps(): string[] {
    return this.requests.map(({ query }) => `${query.get("type")} ${query.get("mode")}`)
  }

  /** Bodies sent under one file name, joined. */
  received(filename: string): Buffer {
    const pieces = this.requests.filter(({ query }) => query.get("mode") === "file" && query.get("filename") === filename)
    return Buffer.concat(pieces.map((request) => request.body))
  }

  private async handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) {
      parts.push(part)
    }
    const query = new URL(request.url ?? "", "http://localhost").searchParams
    const seen = { method: request.method ?? "", query, headers: request.headers, body: Buffer.concat(parts) }
    this.requests.push(seen)
    const given = this.respond(seen, this.requests) ?? usualAnswer(seen)
    const answer = typeof given === "string" ? { body: given } : given
    response.writeHead(answer.status ?? 200, { "Content-Type": "text/plain; charset=utf-8", ...answer.headers })
    response.end(answer.body)
  }
}

function usualAnswer({ query }: SeenRequest): string {
  switch (query.get("mode")) {
    case "checkauth":
      return "success\nkontor\nsecret-1\nsessid=abc\ntimestamp=1700000000"
    case "init":
      return query.has("version") ? "zip=no\nfile_limit=1000000\nsessid=abc\nversion=2.09" : "zip=no\nfile_limit=1000000"
    case "query":
      if (query.get("type") === "partners") {
        return '{"format":"kontor-partners","version":1,"is_full":false,"legal_entities":[],"delivery_points":[]}'
      }
      return '<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.07"/>'
    default:
      return "success"
  }
}
