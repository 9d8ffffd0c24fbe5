import { idsInFacts } from "../ids-in-facts"

const id = (prefix: string, digit = "0") => `${prefix}_${digit.repeat(26)}`

describe("ids in the facts of a change", () => {
  it("are found at any depth, once each", () => {
    const before = { contract_id: id("ctr"), entity_ids: [id("lent"), id("lent", "1")], rights: [{ role_id: id("role") }] }
    expect(idsInFacts(before, { contract_id: id("ctr"), name: "Ivan" }, null)).toEqual([id("ctr"), id("lent"), id("lent", "1"), id("role")])
  })

  it.each([
    ["a name", "Ivan"],
    ["a number", 5],
    ["an id that is too short", "ctr_01"],
    ["lower case", `ctr_${"a".repeat(26)}`],
    ["a text with an id in it", `of ${id("ctr")}`],
  ])("are not taken from %s", (_what, value) => {
    expect(idsInFacts({ value })).toEqual([])
  })

  it("are 200 at most", () => {
    const many = Array.from({ length: 300 }, (_, at) => `ctr_${String(at).padStart(26, "0")}`)
    expect(idsInFacts(many)).toHaveLength(200)
  })
})
