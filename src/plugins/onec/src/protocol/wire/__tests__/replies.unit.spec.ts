import { failure } from "../failure"
import { checkauthReply, initReply } from "../handshake"
import { orderInfoXml } from "../order-info"
import { failed, json, progress, success, verdict, xml } from "../reply"

const NOW = new Date("2026-01-31T10:00:00.900Z")

describe("replies to 1C", () => {
  it("checkauth gives the cookie on lines 2 and 3, sessid on line 4 and the moment in seconds on line 5", () => {
    const { body } = checkauthReply({ token: "secret", session_id: "onse_1", now: NOW })
    expect(body.split("\n")).toEqual(["success", "kontor_1c", "secret", "sessid=onse_1", "timestamp=1769853600"])
  })

  it("init has exactly two lines and no newline at the end for a client that names no version", () => {
    const { body } = initReply({ zip: false, file_limit: 1000, session_id: "onse_1", names_version: false })
    expect(body).toBe("zip=no\nfile_limit=1000")
  })

  it("init has four lines, the last ending in a number of four characters, for a client that names a version", () => {
    const lines = initReply({ zip: true, file_limit: 1000, session_id: "onse_1", names_version: true }).body.split("\n")
    expect(lines).toEqual(["zip=yes", "file_limit=1000", "sessid=onse_1", "version=2.09"])
    expect(Number(lines[3]?.slice(-4))).toBe(2.09)
  })

  it("begin with the word that 1C decides by", () => {
    expect([success().body, progress("идёт").body.split("\n")[0]]).toEqual(["success", "progress"])
  })

  it("tell a failure in one line with its code, status 200", () => {
    expect(failed(failure("file_not_found", "import\n0_1.xml"))).toEqual({
      status: 200,
      content_type: "text/plain",
      body: "failure\nfile_not_found: Файл не был передан в этой сессии: import 0_1.xml",
    })
  })

  it.each(["auth_required", "auth_failed", "too_many_attempts"] as const)("have status 401 for %s", (code) => {
    expect(failed(failure(code))).toMatchObject({ status: 401, body: expect.stringMatching(/^failure\n/) })
  })

  it("are logged by their first line, a document as such", () => {
    expect([verdict(success("a")), verdict(xml("<?xml")), verdict(json("{}"))]).toEqual(["success", "xml", "json"])
  })

  it("info wraps the states in an element that begins with a Latin C, and escapes their names", () => {
    const document = orderInfoXml([{ id: "a&b", name: "<К отгрузке>" }])
    expect(document.startsWith("<?xml")).toBe(true)
    expect(document).toContain("<\u0043татусы><Элемент><Ид>a&amp;b</Ид><Название>&lt;К отгрузке&gt;</Название></Элемент></\u0043татусы>")
  })
})
