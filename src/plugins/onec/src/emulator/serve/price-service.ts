import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { type AnswerKind, answerCart, ANSWERS } from "./answers"

export interface PriceServiceOptions {
  /** 0 = any that is free. */
  port: number
  login: string
  password: string
  answer: AnswerKind
  /** Before a slow answer. */
  delayMs: number
  /** Clock of 1C: local time without a zone. */
  now: () => string
}

/** A question that the service got, and what it did. */
export interface ServedQuestion {
  status: number
  body: string
}

export interface PriceService {
  /** Address to configure as the plugin's `refine.url`. */
  url: string
  served: ServedQuestion[]
  /** Questions that came since the way of answering was set, answered or not. */
  asked(): number
  /** How it answers from now on, and how long it thinks before a slow answer. */
  setAnswer(kind: AnswerKind, delayMs?: number): void
  close(): Promise<void>
}

/** A question of the site is no longer than this. */
const BODY_MAX_BYTES = 8 * 1024 * 1024

/**
 * Plays the HTTP service of 1C that prices a formed cart: `POST /prices` with Basic authorization. How it answers is set at the start, and by
 * `PUT /answer` with the word as the body while it runs.
 */
export async function startPriceService(options: PriceServiceOptions): Promise<PriceService> {
  const state = { answer: options.answer, delayMs: options.delayMs, asked: 0 }
  const served: ServedQuestion[] = []
  const authorization = `Basic ${Buffer.from(`${options.login}:${options.password}`, "utf8").toString("base64")}`

  async function answer(req: IncomingMessage, body: string): Promise<{ status: number; text: string; location?: string }> {
    if (req.method === "PUT" && req.url === "/answer") {
      const kind = ANSWERS.find((known) => known === body.trim())
      state.answer = kind ?? state.answer
      return kind ? { status: 200, text: kind } : { status: 400, text: `one of ${ANSWERS.join(", ")}` }
    }
    if (req.method !== "POST" || req.url !== "/prices") {
      return { status: 404, text: "POST /prices" }
    }
    if (req.headers.authorization !== authorization) {
      return { status: 401, text: "" }
    }
    return answerQuestion(body)
  }

  async function answerQuestion(body: string): Promise<{ status: number; text: string; location?: string }> {
    state.asked += 1
    const kind = state.answer
    if (kind === "slow") {
      await pause(state.delayMs)
    }
    if (kind === "error" || (kind === "flaky" && state.asked % 2 === 1)) {
      return { status: 500, text: "{Документ.ЗаказКлиента}: деление на ноль" }
    }
    if (kind === "redirect") {
      return { status: 302, text: "", location: "/elsewhere" }
    }
    try {
      return { status: 200, text: answerCart(body, kind, options.now()) }
    } catch (error) {
      return { status: 400, text: String(error) }
    }
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await readBody(req)
    const { status, text, location } = await answer(req, body)
    if (req.url === "/prices") {
      served.push({ status, body })
    }
    res.writeHead(status, { "content-type": "application/json; charset=utf-8", ...(location ? { location } : {}) })
    res.end(text)
  }

  const server = createServer((req, res) => void handle(req, res).catch(() => res.destroy()))
  await listen(server, options.port)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/prices`,
    served,
    asked: () => state.asked,
    setAnswer: (answer, delayMs = options.delayMs) => Object.assign(state, { answer, delayMs, asked: 0 }),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > BODY_MAX_BYTES) {
      throw new RangeError(`the question is longer than ${BODY_MAX_BYTES} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}
