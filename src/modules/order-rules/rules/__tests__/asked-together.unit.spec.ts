import { type AskedUnit, askedTogether } from "../asked-together"

const packs = (quantity: string, data: Partial<AskedUnit> = {}): AskedUnit => ({
  code: "778",
  name: "упак",
  coefficient: "12",
  quantity,
  ...data,
})

describe("the unit of a line", () => {
  it.each([
    ["is that of its only row", [packs("2")], packs("2")],
    ["is that of all rows, with their sum", [packs("2"), packs("1.5"), packs("0.1")], packs("3.6")],
    ["is none where one row is in base units", [packs("2"), null], null],
    ["is none where the first row is in base units", [null, packs("2")], null],
    ["is none where the rows are in different units", [packs("2"), packs("1", { code: "8751" })], null],
    ["is none where the unit has come to hold another number", [packs("2"), packs("1", { coefficient: "10" })], null],
    ["is none without rows", [], null],
  ])("%s", (_title, parts, expected) => {
    expect(askedTogether(parts)).toEqual(expected)
  })
})
