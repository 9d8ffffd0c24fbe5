import fc from "fast-check"
import { parseFormedAt } from "../parse-formed-at"
import { copyLine } from "../stage/copy-text"
import { quantityRequisite } from "../stage/quantity-requisites"
import { slug } from "../stage/slug"

describe("copyLine", () => {
  it("writes null, booleans and numbers as COPY reads them", () => {
    expect(copyLine(["a", null, 12, true, false])).toBe("a\t\\N\t12\tt\tf\n")
  })

  it("escapes what would end a column or a row, and nothing else", () => {
    expect(copyLine(["a\tb\nc\rd\\N"])).toBe("a\\tb\\nc\\rd\\\\N\n")
  })

  it("keeps one row in one line, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (values) => {
        const line = copyLine(values)
        const columns = line.slice(0, -1).split("\t")
        expect(line.endsWith("\n") && !line.slice(0, -1).includes("\n")).toBe(true)
        expect(columns.map(unescape)).toEqual(values)
      })
    )
  })
})

/** As PostgreSQL reads the text format back. */
function unescape(column: string): string {
  return column.replace(/\\(.)/g, (_, letter: string) => ({ t: "\t", n: "\n", r: "\r" })[letter] ?? letter)
}

describe("slug", () => {
  it.each([
    ["transliterates Russian", "Дрель ударная 13 мм, ёмкость «Щука»", "drel-udarnaya-13-mm-emkost-shchuka"],
    ["keeps Latin and figures", "Bosch GSR 12V-15", "bosch-gsr-12v-15"],
    ["stands in for a name with nothing to show", "!!!", "item"],
    ["cuts at 60 characters without a dash at the end", "а".repeat(59) + " б", "a".repeat(59)],
  ])("%s", (_, name, expected) => {
    expect(slug(name)).toBe(expected)
  })
})

describe("quantityRequisite", () => {
  const names = ["Кратность", "КратностьОтгрузки"]

  it.each([
    ["reads a decimal comma", { Кратность: "2,5" }, { value: "2.5" }],
    ["takes the first name that is filled", { Кратность: " ", КратностьОтгрузки: "6" }, { value: "6" }],
    ["reads thousands set apart by a space", { Кратность: "1\u00a0000" }, { value: "1000" }],
    ["calls zero no quantity", { Кратность: "0,000" }, { invalid: "0,000" }],
    ["calls a negative number no quantity", { Кратность: "-2" }, { invalid: "-2" }],
    ["calls a word no quantity", { Кратность: "ящик" }, { invalid: "ящик" }],
    ["is nothing when nobody mentions it", { Вес: "2" }, undefined],
    ["is nothing without requisites", undefined, undefined],
  ])("%s", (_, requisites, expected) => {
    expect(quantityRequisite(requisites, names)).toEqual(expected)
  })
})

describe("parseFormedAt", () => {
  it.each([
    ["takes a moment without a zone in the zone of the installation", "2026-01-31T10:00:00", "2026-01-31T07:00:00.000Z"],
    ["takes a zone by its word", "2026-01-31T10:00:00+05:00", "2026-01-31T05:00:00.000Z"],
    ["takes a day as its beginning", "2026-01-31", "2026-01-30T21:00:00.000Z"],
    ["does not believe the year 1", "0001-01-01T00:00:00", undefined],
    ["does not guess at an hour of one digit", "2026-01-31T9:51:39", undefined],
    ["does not accept a day that is none", "2026-13-45T00:00:00", undefined],
    ["is null without a text", null, undefined],
  ])("%s", (_, text, expected) => {
    expect(parseFormedAt(text, "Europe/Moscow")?.toISOString()).toBe(expected)
  })
})
