import { formatDecimal } from "../format-decimal"

describe("formatDecimal", () => {
  it.each([
    ["0", "ru", "0"],
    ["999.99", "ru", "999,99"],
    ["1000", "en", "1\u00a0000"],
    ["1234567.5", "ru", "1\u00a0234\u00a0567,5"],
    ["-1234.50", "en", "-1\u00a0234.50"],
    ["12345678901234567890.123456", "en", "12\u00a0345\u00a0678\u00a0901\u00a0234\u00a0567\u00a0890.123456"],
  ] as const)("writes %s in %s as %s", (text, locale, expected) => {
    expect(formatDecimal(text, locale)).toBe(expected)
  })
})
