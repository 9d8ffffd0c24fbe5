import { isPlaceOf, type PlaceStep, readCatalogCursor, writeCatalogCursor } from "../catalog-cursor"

describe("a cursor of the catalogue", () => {
  it("is read as it was written, whatever the entry is called", () => {
    const place = { digest: "d", corrected_to: "пила", values: ['пила «Ё» \\ "\n', null, "7"] }
    expect(readCatalogCursor(writeCatalogCursor(place))).toEqual(place)
  })

  it.each([
    "",
    "start",
    "W10",
    "not json",
    Buffer.from("[1,null]").toString("base64url"),
    Buffer.from('["d",true]').toString("base64url"),
    writeCatalogCursor({ digest: "d", corrected_to: "a\0", values: [] }),
  ])("%p is none", (cursor) => {
    expect(readCatalogCursor(cursor)).toBeNull()
  })

  const steps: PlaceStep[] = [{ type: "text", is_nullable: true }, { type: "bool" }, { type: "numeric" }, { type: "int" }]

  it.each<[string, (string | null)[], boolean]>([
    ["values of their types", ["a", "true", "-1.50", "7"], true],
    ["a null where one may be", [null, "false", "0", "7"], true],
    ["a null where none may be", ["a", null, "0", "7"], false],
    ["a value too few", ["a", "true", "0"], false],
    ["a value too many", ["a", "true", "0", "7", "8"], false],
    ["a number that no integer holds", ["a", "true", "0", "9999999999"], false],
    ["a truth that is none", ["a", "t; select", "0", "7"], false],
  ])("%s", (_, values, expected) => {
    expect(isPlaceOf(values, steps)).toBe(expected)
  })
})
