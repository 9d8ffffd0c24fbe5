import { parseCommand, requireSessionType } from "../request"

describe("a command of 1C", () => {
  it("is read without regard to the case of its type and mode", () => {
    expect(parseCommand({ type: "Catalog", mode: "CheckAuth" })).toEqual({
      type: "catalog",
      mode: "checkauth",
      filename: null,
      sessid: null,
      version: null,
      timestamp: null,
    })
  })

  it("keeps its parameters and ignores those it does not know", () => {
    const command = parseCommand({
      type: "sale",
      mode: "init",
      version: "3.1",
      sessid: "onse_1",
      timestamp: "1",
      filename: "a.xml",
      extra: "x",
    })
    expect(command).toMatchObject({ version: "3.1", sessid: "onse_1", timestamp: "1", filename: "a.xml" })
  })

  it.each([
    ["an unknown type", { type: "catalogue", mode: "init" }, "unknown_type", "catalogue"],
    ["a missing type", { mode: "init" }, "unknown_type", "type"],
    ["an unknown mode", { type: "catalog", mode: "format_disk" }, "unknown_mode", "format_disk"],
    ["a missing mode", { type: "catalog" }, "unknown_mode", "mode"],
    ["a repeated mode", { type: "catalog", mode: ["init", "file"] }, "unknown_mode", "mode"],
    ["a name that every object has", { type: "catalog", mode: "constructor" }, "unknown_mode", "constructor"],
  ])("is refused for %s", (_case, query, code, detail) => {
    expect(() => parseCommand(query)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(detail) }))
  })

  it("needs no mode to listen", () => {
    expect(parseCommand({ type: "listen" }).mode).toBeNull()
  })

  it("has a session for the types in which files or orders travel, and for no other", () => {
    expect([requireSessionType("reference"), requireSessionType("partners")]).toEqual(["reference", "partners"])
    expect(() => requireSessionType("get_catalog")).toThrow(expect.objectContaining({ code: "type_unsupported" }))
  })
})
