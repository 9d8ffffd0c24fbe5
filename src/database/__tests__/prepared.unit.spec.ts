import { numberBindings, statementName } from "../prepared"

describe("numberBindings", () => {
  it("gives a name one number, however often it occurs, in the order of the text", () => {
    expect(numberBindings("select :b, :a, :b", { a: 1, b: 2 })).toEqual({ text: "select $1, $2, $1", names: ["b", "a"] })
  })

  it("leaves casts and what is not bound alone", () => {
    expect(numberBindings("select :a::text, '10:30', cast(:a_b as int[]), x::a", { a: 1, a_b: 2 })).toEqual({
      text: "select $1::text, '10:30', cast($2 as int[]), x::a",
      names: ["a", "a_b"],
    })
  })

  it("leaves operators with a question mark alone, since the text does not pass Knex", () => {
    expect(numberBindings("select data ? :key", { key: "a" }).text).toBe("select data ? $1")
  })
})

describe("statementName", () => {
  it("a name that PostgreSQL has room for stays", () => {
    const name = "n".repeat(63)
    expect(statementName(name)).toBe(name)
  })

  it("longer names that begin alike stay apart", () => {
    const ways = ["", "-shown", "-hidden"].map((sight) => `search-words-1-whole-category--0-stock-by-code-numbers-titles-name${sight}`)
    const names = ways.map(statementName)
    expect(new Set(names).size).toBe(3)
    expect(names.map(({ length }) => length)).toEqual([63, 63, 63])
    expect(ways.map(statementName)).toEqual(names)
  })
})
