import { givenFilters } from "../given-filters"

interface Filter {
  id?: string | undefined
  kind?: string | undefined
  q?: string | undefined
}

const conditions: Record<keyof Filter, string | Record<string, string>> = {
  id: "a.id = :id",
  kind: { some: "a.some" },
  q: "a.name like :q",
}

describe("givenFilters", () => {
  it("leaves out what is not given", () => {
    expect(givenFilters<Filter>({ id: "1", q: undefined }, conditions)).toEqual({ conditions: ["a.id = :id"], bindings: { id: "1" } })
  })

  it("looks for the signs of a pattern as they stand", () => {
    expect(givenFilters<Filter>({ q: "50%" }, conditions)).toEqual({ conditions: ["a.name like :q"], bindings: { q: "%50\\%%" } })
  })

  it.each([
    ["some", "a.some"],
    ["other", "false"],
  ])("takes the condition of the value, and finds nothing for a value without one: %s", (kind, condition) => {
    expect(givenFilters<Filter>({ kind }, conditions).conditions).toEqual([condition])
  })
})
