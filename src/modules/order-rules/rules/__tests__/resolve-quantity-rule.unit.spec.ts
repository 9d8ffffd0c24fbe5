import { quantityResolver, type RuledEntry, type ScopedOrderRule } from "../resolve-quantity-rule"

const rule = (facts: Partial<ScopedOrderRule>): ScopedOrderRule => ({
  ...{ id: "r", entry_key: null, category_key: null, unit_code: null, is_nearer_than_own: true },
  ...{ multiplicity: null, minimum: null, maximum: null },
  ...facts,
})

const entry = (facts: Partial<RuledEntry> = {}): RuledEntry => ({
  entry_key: 1,
  category_keys: [10, 11],
  units: [
    { code: "796", coefficient: "1" },
    { code: "778", coefficient: "12" },
  ],
  own: { multiplicity: "6", minimum: "0", maximum: null },
  ...facts,
})

const resolve = (rules: ScopedOrderRule[], of = entry()) => quantityResolver(rules)(of)

describe("quantityResolver", () => {
  it("gives what the product itself says where no rule aims at it", () => {
    const others = [rule({ entry_key: 2, minimum: "5" }), rule({ category_key: 12, minimum: "5" })]
    expect(resolve(others)).toEqual({ multiplicity: "6", minimum: "0", maximum: null })
  })

  it("takes each field from the nearest rule that speaks of it", () => {
    const rules = [
      rule({ entry_key: 1, minimum: "24" }),
      rule({ category_key: 11, minimum: "48", maximum: "100" }),
      rule({ category_key: 10, multiplicity: "4", maximum: "200" }),
      rule({ multiplicity: "5" }),
    ]
    expect(resolve(rules)).toEqual({ multiplicity: "4", minimum: "24", maximum: "100" })
  })

  it("puts what the product says before rules for everyone that do not name it, field by field", () => {
    const rules = [rule({ category_key: 10, multiplicity: "4", minimum: "8", is_nearer_than_own: false })]
    expect(resolve(rules)).toEqual({ multiplicity: "6", minimum: "8", maximum: null })
    expect(resolve([rule({ category_key: 10, multiplicity: "4" }), ...rules])).toMatchObject({ multiplicity: "4", minimum: "8" })
  })

  it("counts a multiplicity of 1 and a minimum of 0 of the product as nothing said, and of a rule as a word", () => {
    const own = { multiplicity: "1", minimum: "0", maximum: null }
    const far = rule({ multiplicity: "3", minimum: "9", is_nearer_than_own: false })
    expect(resolve([far], entry({ own }))).toEqual({ multiplicity: "3", minimum: "9", maximum: null })
    const near = rule({ multiplicity: "1", minimum: "0" })
    expect(resolve([near, far], entry({ own }))).toEqual({ multiplicity: "1", minimum: "0", maximum: null })
  })

  it("counts a rule in a unit by what the product has in it, and passes it over where it is not sold so", () => {
    const packs = [rule({ unit_code: "778", multiplicity: "1", minimum: "2", maximum: "10" })]
    expect(resolve(packs)).toEqual({ multiplicity: "12", minimum: "24", maximum: "120" })
    expect(resolve(packs, entry({ units: [{ code: "796", coefficient: "1" }] }))).toEqual({
      multiplicity: "6",
      minimum: "0",
      maximum: null,
    })
  })

  it("knows pieces of a product without units", () => {
    expect(resolve([rule({ unit_code: "796", minimum: "3" })], entry({ units: [] }))).toMatchObject({ minimum: "3" })
  })
})
