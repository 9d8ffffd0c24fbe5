import { type ClientKind, type Connection } from "./connection"
import { EmulatorError } from "./error"
import { type ExchangeHttp, quote } from "./http"
import type { Packet } from "../write/packet"

export interface ServerLimits {
  zip: boolean
  /** Largest body of one `mode=file` request, in bytes. */
  fileLimit: number
}

/** One import may take this long in all, however often the server asks for patience. */
const IMPORT_LIMIT_MS = 60 * 60 * 1000
const POLL_LIMIT = 100_000

/** The `type` parameter of a session. */
export type SessionType = Packet["type"] | "partners"

type Word = "success" | "progress" | "failure"

/**
 * The first line of a reply, trimmed and lower-cased, as 1C reads it.
 * @throws EmulatorError server_failure with the server's text; reply_unreadable when it is none of the three words
 */
function readWord(step: string, reply: string): Exclude<Word, "failure"> {
  const [first = ""] = reply.split("\n", 1)
  const word = first.trim().toLowerCase()
  if (word === "success" || word === "progress") {
    return word
  }
  if (word === "failure") {
    throw new EmulatorError("server_failure", `${step}: ${quote(reply.slice(first.length)) || "failure without a reason"}`)
  }
  throw new EmulatorError(
    "reply_unreadable",
    `${step}: "success", "progress" or "failure" is expected, the server answered "${quote(reply)}"`
  )
}

function expectSuccess(step: string, reply: string): void {
  if (readWord(step, reply) !== "success") {
    throw new EmulatorError("reply_unreadable", `${step}: "progress" is no answer to this step`)
  }
}

/** "zip=no" → "no". */
function fieldOf(line: string | undefined, name: string, reply: string): string {
  const [key, value] = (line ?? "").split("=")
  if (key?.trim() !== name || value === undefined) {
    throw new EmulatorError("reply_unreadable", `init: "${name}=" is expected, the server answered "${quote(reply)}"`)
  }
  return value.trim()
}

/**
 * Client A takes exactly two lines. Client B takes at least four and the older of them reads the last four characters of the fourth as
 * a number, so that "version=2.09" is understood and "version=3.1" is not.
 */
function checkInitShape(client: ClientKind, lines: readonly string[], reply: string): void {
  const fourth = lines[3]?.trim() ?? ""
  const isUnderstood =
    client === "a" ? lines.length === 2 : lines.length >= 4 && (client === "b3" || !Number.isNaN(Number(fourth.slice(-4))))
  if (!isUnderstood) {
    const expected = client === "a" ? "exactly 2 lines" : "4 lines that end in version=N.NN"
    throw new EmulatorError("reply_unreadable", `init: ${expected} are expected, the server answered "${quote(reply)}"`)
  }
}

/** One session of the protocol: a cookie from `checkauth`, then the steps. The steps are in the order in which 1C makes them. */
export class ExchangeSession {
  /** Appended by client B to every later address, as the server wrote it. */
  private sessid = ""
  /** "timestamp=…": when the server says the session began. Empty for client A. */
  timestamp = ""
  polls = 0

  constructor(
    private readonly http: ExchangeHttp,
    private readonly type: SessionType,
    private readonly client: Connection["client"]
  ) {}

  private query(mode: string, extra = ""): string {
    return `type=${this.type}&mode=${mode}${extra}${this.sessid === "" ? "" : `&${this.sessid}`}`
  }

  async checkAuth(): Promise<void> {
    const reply = await this.http.request(this.query("checkauth"))
    expectSuccess("checkauth", reply)
    const [, name = "", value = "", fourth = "", fifth = ""] = reply.split("\n").map((line) => line.trim())
    this.http.setCookie(name, value)
    if (this.client !== "a") {
      this.sessid = fourth
      this.timestamp = fifth
    }
  }

  async init(): Promise<ServerLimits> {
    const reply = await this.http.request(this.query("init", this.client === "a" ? "" : "&version=3.1"))
    if (/^failure/i.test(reply)) {
      readWord("init", reply)
    }
    const lines = reply.split("\n")
    checkInitShape(this.client, lines, reply)
    const fileLimit = Number(fieldOf(lines[1], "file_limit", reply))
    if (!Number.isSafeInteger(fileLimit) || fileLimit < 1) {
      throw new EmulatorError("reply_unreadable", `init: file_limit of one byte or more is expected, the server answered "${quote(reply)}"`)
    }
    return { zip: fieldOf(lines[0], "zip", reply).toLowerCase() === "yes", fileLimit }
  }

  /** Sends one piece; the server appends it to what came under the same name in this session. */
  async sendPiece(filename: string, piece: readonly Buffer[]): Promise<void> {
    const reply = await this.http.request(this.query("file", `&filename=${encodeURIComponent(filename)}`), piece)
    expectSuccess(`file ${filename}`, reply)
  }

  /** Asks for the import again and again, at once after each "progress", until it is done. */
  async import(filename: string): Promise<void> {
    const deadline = Date.now() + IMPORT_LIMIT_MS
    const query = this.query("import", `&filename=${encodeURIComponent(filename)}`)
    while (readWord(`import ${filename}`, await this.http.request(query)) === "progress") {
      this.polls++
      if (this.polls >= POLL_LIMIT || Date.now() > deadline) {
        throw new EmulatorError("too_many_polls", `import ${filename}: still in progress after ${this.polls} questions`)
      }
    }
  }

  /** Client B, after a full export and only when switched on: what was not sent `since` its first session may be switched off. */
  async deactivate(since: string): Promise<void> {
    const query = this.query("deactivate", `&${since}`)
    while (readWord("deactivate", await this.http.request(query)) === "progress") {
      this.polls++
    }
  }

  /** Client B, after every catalogue. */
  async complete(): Promise<void> {
    expectSuccess("complete", await this.http.request(this.query("complete")))
  }

  /** The document with orders, from its first character. */
  async queryOrders(): Promise<string> {
    const reply = await this.http.request(this.query("query"))
    if (/^failure/i.test(reply)) {
      readWord("query", reply)
    }
    if (!reply.startsWith("<?xml")) {
      throw new EmulatorError("reply_unreadable", `query: the reply must start with "<?xml", it starts with "${quote(reply.slice(0, 40))}"`)
    }
    return reply
  }

  /** The JSON package of clients and delivery points that wait on the site. */
  async queryPartners(): Promise<string> {
    const reply = await this.http.request(this.query("query"))
    if (/^failure/i.test(reply)) {
      readWord("query", reply)
    }
    return reply
  }

  /** Confirms that all that was queried has been taken over. */
  async confirm(): Promise<void> {
    expectSuccess("success", await this.http.request(this.query("success")))
  }
}
