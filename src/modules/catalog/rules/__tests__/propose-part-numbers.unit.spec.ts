import { proposePartNumbers } from "../propose-part-numbers"

const row = (at: number, number: string, variant_id: string) => ({ row: at, number, variant_id })

it("proposes each number once, in the order of the file", () => {
  expect(proposePartNumbers([row(2, "A 1", "v1"), row(3, "a-1", "v1"), row(4, "B", "v2")], [])).toEqual([
    { ...row(2, "A 1", "v1"), status: "new", known_variant_id: null },
    { ...row(4, "B", "v2"), status: "new", known_variant_id: null },
  ])
})

it("says nothing of what is known already, and never passes over that a number means something else", () => {
  const known = [
    { number_key: "A1", variant_id: "v1" },
    { number_key: "B", variant_id: "v9" },
    { number_key: "C", variant_id: null },
  ]
  expect(proposePartNumbers([row(2, "A-1", "v1"), row(3, "b", "v2"), row(4, "C", "v3")], known)).toEqual([
    { ...row(3, "b", "v2"), status: "differs", known_variant_id: "v9" },
    { ...row(4, "C", "v3"), status: "differs", known_variant_id: null },
  ])
})

it("does not guess between two products that one number stands beside", () => {
  expect(proposePartNumbers([row(2, "A", "v1"), row(3, "A", "v2"), row(4, "A", "v1")], [])).toMatchObject([{ row: 2, status: "ambiguous" }])
})

it("takes nothing without a letter or digit for a number", () => {
  expect(proposePartNumbers([row(2, "--", "v1")], [])).toEqual([])
})
