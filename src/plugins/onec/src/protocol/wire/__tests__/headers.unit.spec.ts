import { parseBasicAuth } from "../basic-auth"
import { cookieValue } from "../cookies"

const basic = (bytes: Buffer) => `Basic ${bytes.toString("base64")}`

describe("Basic authorization", () => {
  it("is split at the first colon", () => {
    expect(parseBasicAuth(basic(Buffer.from("1c:se:cret")))).toEqual({ login: "1c", secret: "se:cret" })
  })

  it("may have Cyrillic in UTF-8 or in windows-1251", () => {
    const cp1251 = Buffer.concat([Buffer.from([0xce, 0xe1, 0xec, 0xe5, 0xed]), Buffer.from(":x")])
    expect(parseBasicAuth(basic(Buffer.from("Обмен:x")))).toEqual({ login: "Обмен", secret: "x" })
    expect(parseBasicAuth(basic(cp1251))).toEqual({ login: "Обмен", secret: "x" })
  })

  it.each([
    ["nothing", undefined],
    ["another scheme", "Bearer abc"],
    ["no colon", basic(Buffer.from("login"))],
    ["an empty login", basic(Buffer.from(":secret"))],
    ["no base64", "Basic ???"],
    ["an endless value", `Basic ${"A".repeat(2000)}`],
  ])("is none with %s", (_case, header) => {
    expect(parseBasicAuth(header)).toBeNull()
  })
})

describe("the session cookie", () => {
  it.each([
    ["alone", "kontor_1c=abc", "abc"],
    ["among others", "a=1; kontor_1c=abc; b=2", "abc"],
    ["in quotes", 'kontor_1c="abc"', "abc"],
    ["with an equals sign", "kontor_1c=a=b", "a=b"],
    ["absent", "xkontor_1c=abc", null],
    ["empty", "kontor_1c=", null],
    ["without a header", undefined, null],
  ])("is found %s", (_case, header, value) => {
    expect(cookieValue(header, "kontor_1c")).toBe(value)
  })
})
