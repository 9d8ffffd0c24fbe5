import { request as httpRequest, type IncomingMessage } from "node:http"
import type { MedusaContainer } from "@medusajs/framework/types"

export interface Answer {
  status: number
  headers: IncomingMessage["headers"]
  body: string
  /** First line of the body. */
  word: string
}

export interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: Buffer | string
}

/** The part of the plugin's service that tests call; `options` may be changed for one test. */
export interface OnecTestService {
  options: Record<string, number | string | boolean>
  createAccount(input: { login: string; source: string }): Promise<{ account: { id: string }; secret: string }>
  listOnecFiles(filter: object): Promise<{ id: string; name: string; bytes: number; state: string }[]>
  updateOnecSessions(input: object): Promise<unknown>
}

export const basic = (login: string, secret: string) => `Basic ${Buffer.from(`${login}:${secret}`).toString("base64")}`

/**
 * Sends one request to the exchange endpoint, over a connection of its own: one kept from the test before may be closed by the server, which waits five seconds
 * for the next request, at the moment at which it is used again. Never throws for a status.
 */
export function exchange(baseUrl: string, query: Record<string, string>, { method, headers = {}, body }: Sent = {}): Promise<Answer> {
  const url = new URL(`/exchange/1c?${new URLSearchParams(query)}`, baseUrl)
  return new Promise((resolve, reject) => {
    const req = httpRequest(url, { method: method ?? (body === undefined ? "GET" : "POST"), headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on("data", (chunk: Buffer) => chunks.push(chunk))
      res.on("error", reject)
      res.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8")
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text, word: text.split("\n")[0] ?? "" })
      })
    })
    req.on("error", reject)
    req.end(body)
  })
}

/** A signed-in session that plays one client of 1C. */
export class TestSession {
  private constructor(
    readonly baseUrl: string,
    readonly type: string,
    readonly authorization: string,
    readonly cookie: string,
    readonly sessid: string
  ) {}

  static async open(baseUrl: string, account: { login: string; secret: string }, type = "catalog"): Promise<TestSession> {
    const authorization = basic(account.login, account.secret)
    const answer = await exchange(baseUrl, { type, mode: "checkauth" }, { headers: { authorization } })
    const [word, name, value, sessid = ""] = answer.body.split("\n")
    if (word !== "success") {
      throw new Error(`checkauth answered ${answer.body}`)
    }
    return new TestSession(baseUrl, type, authorization, `${name}=${value}`, sessid.replace("sessid=", ""))
  }

  command(mode: string, query: Record<string, string> = {}, sent: Sent = {}): Promise<Answer> {
    const headers = { authorization: this.authorization, cookie: this.cookie, ...sent.headers }
    return exchange(this.baseUrl, { type: this.type, mode, ...query }, { ...sent, headers })
  }

  file(filename: string, body: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.command("file", { filename }, { body, headers })
  }

  /** Asks for the import until it is settled. */
  async import(filename: string, patience_ms = 30_000): Promise<Answer> {
    const deadline = Date.now() + patience_ms
    for (;;) {
      const answer = await this.command("import", { filename })
      if (answer.word !== "progress" || Date.now() > deadline) {
        return answer
      }
    }
  }
}

export const onecOf = (container: MedusaContainer) => container.resolve<OnecTestService>("onec")
