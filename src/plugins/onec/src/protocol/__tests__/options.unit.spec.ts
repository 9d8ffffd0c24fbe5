import { dialectOf } from "../commands/orders"
import { resolveOptions } from "../options"

describe("options of the plugin", () => {
  it("have defaults for everything", () => {
    expect(resolveOptions(undefined)).toMatchObject({
      zip: false,
      file_limit_bytes: 52_428_800,
      max_file_bytes: 1_073_741_824,
      hold_seconds: 3,
    })
  })

  it("name what is out of its bounds", () => {
    expect(() => resolveOptions({ hold_seconds: 500, spoolDir: "/x" })).toThrow(/hold_seconds/)
  })

  it("cannot allow a file that the database cannot count", () => {
    expect(() => resolveOptions({ max_file_bytes: 2_147_483_648 })).toThrow(/max_file_bytes/)
  })
})

describe("the dialect of orders", () => {
  it.each([
    ["auto", null, "client_a"],
    ["auto", "3.1", "client_b"],
    ["client_a", "3.1", "client_a"],
    ["client_b", null, "client_b"],
  ] as const)("for an account set to %s and version %s is %s", (dialect, version, expected) => {
    expect(dialectOf({ dialect, version })).toBe(expected)
  })
})
