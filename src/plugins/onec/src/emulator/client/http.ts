import http from "node:http"
import https from "node:https"
import { type Connection, REQUEST_TIMEOUT_MS } from "./connection"
import { EmulatorError } from "./error"

/** A reply larger than this is not read: 1C would not get through it either. */
const REPLY_LIMIT_BYTES = 256 * 1024 * 1024

/** Characters of a reply that are worth repeating in an error. */
const QUOTE_LENGTH = 500

export function quote(text: string): string {
  const line = text.trim().replace(/\s+/g, " ")
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line
}

/** Text of a reply in the encoding that its XML declaration names; UTF-8 without one. */
function decodeReply(body: Buffer): string {
  const declared = /encoding="([\w-]+)"/.exec(body.subarray(0, 200).toString("latin1"))?.[1]
  return new TextDecoder(declared ?? "utf-8", { ignoreBOM: true }).decode(body)
}

/** One keep-alive HTTP connection with Basic authorisation in UTF-8, as 1C opens it. Redirects are not followed. */
export class ExchangeHttp {
  private readonly agent: http.Agent
  private readonly base: URL
  private readonly headers: http.OutgoingHttpHeaders
  private cookie = ""

  constructor(private readonly connection: Connection) {
    this.base = new URL(connection.url)
    this.agent =
      this.base.protocol === "https:"
        ? new https.Agent({ keepAlive: true, maxSockets: 1 })
        : new http.Agent({ keepAlive: true, maxSockets: 1 })
    const credentials = Buffer.from(`${connection.login}:${connection.password}`, "utf8").toString("base64")
    this.headers = { Authorization: `Basic ${credentials}`, "User-Agent": "1C+Enterprise/8.3", Accept: "*/*" }
  }

  setCookie(name: string, value: string): void {
    this.cookie = name === "" ? "" : `${name}=${value}`
  }

  close(): void {
    this.agent.destroy()
  }

  /**
   * @param query what follows the `?`
   * @param body raw bytes; with them the request is a POST
   * @throws EmulatorError network, timeout, http_status
   */
  async request(query: string, body?: readonly Buffer[]): Promise<string> {
    const { status, bytes } = await this.exchange(query, body)
    const text = decodeReply(bytes)
    if (status !== 200) {
      throw new EmulatorError("http_status", `${query}: the server answered ${status} ${quote(text)}`)
    }
    return text
  }

  private exchange(query: string, body?: readonly Buffer[]): Promise<{ status: number; bytes: Buffer }> {
    const url = new URL(this.base)
    url.search = url.search === "" ? `?${query}` : `${url.search}&${query}`
    const length = body?.reduce((sum, part) => sum + part.length, 0)
    const headers: http.OutgoingHttpHeaders = { ...this.headers }
    if (this.cookie !== "") {
      headers.Cookie = this.cookie
    }
    if (length !== undefined) {
      headers["Content-Type"] = "application/octet-stream"
      headers["Content-Length"] = length
    }
    const timeoutMs = this.connection.requestTimeoutMs ?? REQUEST_TIMEOUT_MS
    const transport = url.protocol === "https:" ? https : http
    const options = { method: body ? "POST" : "GET", headers, agent: this.agent, signal: AbortSignal.timeout(timeoutMs) }
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        const isTimeout = error.name === "TimeoutError" || error.name === "AbortError"
        const reason = isTimeout ? `no answer within ${timeoutMs / 1000} s` : error.message || String(error)
        reject(new EmulatorError(isTimeout ? "timeout" : "network", `${query}: ${reason}`))
      }
      const request = transport.request(url, options, (response) => {
        collect(response).then((bytes) => resolve({ status: response.statusCode ?? 0, bytes }), fail)
      })
      request.on("error", fail)
      for (const part of body ?? []) {
        request.write(part)
      }
      request.end()
    })
  }
}

async function collect(response: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    if (length > REPLY_LIMIT_BYTES) {
      response.destroy()
      throw new RangeError(`the reply is longer than ${REPLY_LIMIT_BYTES} bytes`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}
