import { aspectPackets, catalogPackets, runChanges, runFull, sendPartners } from "../../run"
import { encodeFragments } from "../../write/encode"
import { emptyTally, type Packet } from "../../write/packet"
import type { ClientKind, Connection } from "../connection"
import type { ProgressEvent } from "../send"
import { FakeServer } from "./fake-server"

const server = new FakeServer()
const config = { products: 30, priceTypes: 2, entities: 4, portion: 20 }

function connection(client: ClientKind = "a", more: Partial<Connection> = {}): Connection {
  return { url: server.url, login: "обмен", password: "п:ароль", client, retryDelayMs: 0, ...more }
}

function bytesOf(packet: Packet | undefined): Buffer {
  return packet ? Buffer.concat([...encodeFragments(packet.write(emptyTally()), packet.encoding)]) : Buffer.alloc(0)
}

beforeAll(() => server.start())
afterAll(() => server.stop())
beforeEach(() => {
  server.requests.length = 0
  server.respond = () => undefined
})

const SESSION = ["catalog checkauth", "catalog init", "catalog file", "catalog import"]

describe("client A", () => {
  it("sends every portion in a whole session of four steps", async () => {
    const summary = await runFull(config, connection())
    expect(server.steps()).toEqual([1, 2, 3, 4, 5].flatMap(() => SESSION))
    expect(summary).toMatchObject({ command: "full", client: "a", sessions: 5, products: 30, partners: 4, retries: 0 })
  })

  it("names itself in UTF-8 on every request and repeats the cookie, but not sessid", async () => {
    await sendPartners(config, connection())
    const [first, ...others] = server.requests
    const expected = `Basic ${Buffer.from("обмен:п:ароль").toString("base64")}`
    expect(server.requests.map((request) => request.headers.authorization)).toEqual(server.requests.map(() => expected))
    expect(first?.headers.cookie).toBeUndefined()
    expect(others.map((request) => request.headers.cookie)).toEqual(others.map(() => "kontor=secret-1"))
    expect(server.requests.some((request) => request.query.has("sessid"))).toBe(false)
  })

  it("cuts a file at file_limit and the pieces join to the file", async () => {
    server.respond = ({ query }) => (query.get("mode") === "init" ? "zip=no\nfile_limit=5000" : undefined)
    await runFull(config, connection())
    const packets = catalogPackets(config, "a")
    expect(server.received("import0_2.xml")).toEqual(bytesOf(packets[1]))
    const sizes = server.requests
      .filter(({ query }) => query.get("filename") === "import0_2.xml" && query.get("mode") === "file")
      .map((r) => r.body.length)
    expect(sizes.length).toBeGreaterThan(2)
    expect(sizes.slice(0, -1).every((size) => size === 5_000)).toBe(true)
  })

  it("packs files when the server wants it, and asks to import the unpacked name", async () => {
    server.respond = ({ query }) => (query.get("mode") === "init" ? "zip=yes\nfile_limit=1000000" : undefined)
    await runFull(config, connection())
    expect(server.received("import0_1.zip").subarray(0, 4).toString("latin1")).toBe("PK\x03\x04")
    expect(server.requests.filter(({ query }) => query.get("mode") === "import")[0]?.query.get("filename")).toBe("import0_1.xml")
  })

  it("asks again at once while the import is in progress", async () => {
    let left = 3
    server.respond = ({ query }) => (query.get("mode") === "import" && left-- > 0 ? "PROGRESS \n40 %" : undefined)
    const summary = await sendPartners(config, connection())
    expect(summary.polls).toBe(3)
    expect(server.steps().filter((step) => step === "catalog import")).toHaveLength(4)
  })

  it.each([
    ["three lines", "zip=no\nfile_limit=100\nversion=2.09"],
    ["a trailing newline", "zip=no\nfile_limit=100\n"],
    ["one line", "zip=no"],
  ])("refuses init of %s", async (_, body) => {
    server.respond = ({ query }) => (query.get("mode") === "init" ? body : undefined)
    await expect(runFull(config, connection())).rejects.toMatchObject({
      code: "reply_unreadable",
      message: expect.stringContaining("exactly 2 lines"),
    })
  })

  it("refuses a file_limit that is no number of bytes", async () => {
    server.respond = ({ query }) => (query.get("mode") === "init" ? "zip=no\nfile_limit=100M" : undefined)
    await expect(runFull(config, connection())).rejects.toMatchObject({
      code: "reply_unreadable",
      message: expect.stringContaining("file_limit"),
    })
  })
})

describe.each(["b", "b3"] as const)("client %s", (client) => {
  it("names a version, repeats sessid in every later address and ends with complete", async () => {
    await runChanges(config, connection(client))
    expect(server.requests.filter(({ query }) => query.get("mode") === "init").every(({ query }) => query.get("version") === "3.1")).toBe(
      true
    )
    const later = server.requests.filter(({ query }) => query.get("mode") !== "checkauth")
    expect(later.every(({ query }) => query.get("sessid") === "abc")).toBe(true)
    expect(server.steps().at(-1)).toBe("catalog complete")
  })

  it("asks for deactivation after a full export only when told to, since the first session of the export", async () => {
    let sessions = 0
    server.respond = ({ query }) =>
      query.get("mode") === "checkauth" ? `success\nkontor\nx\nsessid=abc\ntimestamp=${1_700_000_000 + sessions++}` : undefined
    await runFull(config, connection(client))
    expect(server.steps()).not.toContain("catalog deactivate")
    sessions = 0
    await runFull({ ...config, deactivate: true }, connection(client))
    const asked = server.requests.filter(({ query }) => query.get("mode") === "deactivate")
    expect(asked.map(({ query }) => query.get("timestamp"))).toEqual(["1700000000"])
  })

  it("sends contragents in the exchange of orders and the rest of the partners as JSON", async () => {
    await sendPartners(config, connection(client))
    const files = server.requests
      .filter(({ query }) => query.get("mode") === "import")
      .map(({ query }) => `${query.get("type")} ${query.get("filename")}`)
    expect(files).toEqual([expect.stringMatching(/^sale contragents_/), expect.stringMatching(/^catalog partners___.*\.json$/)])
  })

  it("refuses init of two lines", async () => {
    server.respond = ({ query }) => (query.get("mode") === "init" ? "zip=no\nfile_limit=100" : undefined)
    await expect(runFull(config, connection(client))).rejects.toMatchObject({ code: "reply_unreadable" })
  })
})

it("the older extension does not understand version=3.1 in the fourth line, the newer does", async () => {
  server.respond = ({ query }) => (query.get("mode") === "init" ? "zip=no\nfile_limit=1000000\nsessid=abc\nversion=3.1" : undefined)
  await expect(sendPartners(config, connection("b"))).rejects.toMatchObject({ code: "reply_unreadable" })
  await expect(sendPartners(config, connection("b3"))).resolves.toMatchObject({ partners: 8 })
})

describe("an answer that 1C does not take", () => {
  const atImport = (body: string, status = 200) => {
    server.respond = ({ query }) => (query.get("mode") === "import" ? { status, body } : undefined)
  }

  it.each([
    ["failure with its reason", "failure\nФайл повреждён", "server_failure", "import import0_1.xml: Файл повреждён"],
    ["an empty body", "", "reply_unreadable", "import import0_1.xml"],
    ["a page of HTML", "<html>Success</html>", "reply_unreadable", "<html>Success</html>"],
  ])("stops the exchange: %s", async (_, body, code, text) => {
    atImport(body)
    await expect(runFull(config, connection())).rejects.toMatchObject({ code, message: expect.stringContaining(text) })
  })

  it("stops the exchange: a redirect is not followed", async () => {
    server.respond = () => ({ status: 302, headers: { Location: server.url }, body: "" })
    await expect(runFull(config, connection())).rejects.toMatchObject({ code: "http_status", message: expect.stringContaining("302") })
  })

  it("stops the exchange: a wrong password", async () => {
    server.respond = () => ({ status: 401, body: "failure\nНеверный пароль" })
    await expect(runFull(config, connection())).rejects.toMatchObject({
      code: "http_status",
      message: expect.stringContaining("Неверный пароль"),
    })
    expect(server.requests).toHaveLength(1)
  })

  it("stops the exchange: nothing within the time limit", async () => {
    const held: string[] = []
    server.respond = ({ query }) => (held.push(query.get("mode") ?? ""), { body: "success", headers: { "Content-Length": 100 } })
    await expect(runFull(config, connection("a", { requestTimeoutMs: 100 }))).rejects.toMatchObject({ code: "timeout" })
    expect(held).toEqual(["checkauth"])
  })

  it("stops the exchange: nobody listens", async () => {
    const nowhere = { ...connection(), url: "http://127.0.0.1:9/exchange/1c" }
    await expect(runFull(config, nowhere)).rejects.toMatchObject({ code: "network", message: expect.stringContaining("ECONNREFUSED") })
  })
})

describe("a failed session", () => {
  it("is sent again whole, as often as allowed", async () => {
    let failures = 2
    server.respond = ({ query }) => (query.get("mode") === "import" && failures-- > 0 ? "failure\nзанято" : undefined)
    const events: ProgressEvent[] = []
    const summary = await sendPartners(config, connection("a", { retries: 2 }), (event) => events.push(event))
    expect(summary.retries).toBe(2)
    expect(server.steps()).toEqual([1, 2, 3].flatMap(() => SESSION))
    expect(events.map((event) => event.kind)).toEqual(["retry", "retry", "file"])
  })

  it("fails for good after the last try", async () => {
    server.respond = ({ query }) => (query.get("mode") === "file" ? "failure\nнет места" : undefined)
    await expect(sendPartners(config, connection("a", { retries: 1 }))).rejects.toMatchObject({ code: "server_failure" })
    expect(server.steps().filter((step) => step === "catalog checkauth")).toHaveLength(2)
  })
})

it("the quick update of client A names item and characteristic apart", () => {
  const text = aspectPackets({ products: 200 }, "a", "stock")
    .map((packet) => bytesOf(packet).toString("utf8"))
    .join("")
  expect(text).toContain("<ИзмененияПакетаПредложений>")
  expect(text).toMatch(/<Ид>[0-9a-f-]{36}<\/Ид><ИдХарактеристики>[0-9a-f-]{36}<\/ИдХарактеристики><Количество>/)
})
