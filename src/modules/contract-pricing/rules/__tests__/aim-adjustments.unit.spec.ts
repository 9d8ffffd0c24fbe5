import fc from "fast-check"
import { aimAdjustments, type EntryTarget, isAimedAt, type ScopedAdjustment } from "../aim-adjustments"
import { parseDecimal } from "../decimal"
import { type ContractPrice, type EntryFacts, pointAt, pointsFrom } from "../price-points"

const NONE = parseDecimal("0")

const adjustment = (data: Partial<Omit<ScopedAdjustment, "from">> & { rank: number; from?: string }): ScopedAdjustment => ({
  ...{ key: data.rank, category_key: null, trait_keys: [], kind: "percent", value: "-10", is_stacking: false, ...data },
  from: parseDecimal(data.from ?? "0"),
})

const entry: EntryTarget = { category_keys: [1, 12], trait_keys: [7, 8] }
const aimedAt = (...adjustments: ScopedAdjustment[]) => aimAdjustments(adjustments)(entry).map(({ rank }) => rank)

describe("what aims at an entry", () => {
  it.each([
    ["what asks for nothing", {}, true],
    ["its category", { category_key: 12 }, true],
    ["one above it", { category_key: 1 }, true],
    ["another category", { category_key: 2 }, false],
    ["one of its traits", { trait_keys: [8] }, true],
    ["all of several conditions", { category_key: 1, trait_keys: [8, 7] }, true],
    ["not if one of several traits is missing", { trait_keys: [7, 9] }, false],
    ["nor if the first is", { trait_keys: [9, 7] }, false],
    ["nor if the category is", { category_key: 2, trait_keys: [7] }, false],
  ])("%s", (_title, target, expected) => {
    expect(aimedAt(adjustment({ rank: 1, ...target }))).toEqual(expected ? [1] : [])
  })

  it("comes in order of rank, from wherever it was filed", () => {
    const places = [{ trait_keys: [8] }, { category_key: 12 }, {}, { category_key: 1, trait_keys: [7] }, { category_key: 1 }]
    expect(aimedAt(...places.map((place, index) => adjustment({ ...place, rank: index + 1, is_stacking: true })))).toEqual([1, 2, 3, 4, 5])
  })

  it("leaves out what a nearer one covers at every quantity, but nothing that stacks", () => {
    const rows = [
      adjustment({ rank: 1, from: "10" }),
      adjustment({ rank: 2, from: "10.000001", trait_keys: [7] }),
      adjustment({ rank: 3, from: "9.999999", category_key: 1 }),
      adjustment({ rank: 4, is_stacking: true }),
      adjustment({ rank: 5 }),
      adjustment({ rank: 6 }),
      adjustment({ rank: 7, from: "20", is_stacking: true }),
    ]
    expect(aimedAt(...rows)).toEqual([1, 3, 4, 5, 7])
  })

  it("finds what holding each against each finds, but for what is covered", () => {
    const keys = fc.subarray([1, 2, 3])
    const rows = fc.array(fc.record({ category_key: fc.constantFrom(null, 1, 2), trait_keys: keys, is_stacking: fc.constant(true) }))
    const entries = fc.array(fc.record({ category_keys: keys, trait_keys: keys }))
    fc.assert(
      fc.property(rows, entries, (targets, all) => {
        const adjustments = targets.map((target, index) => adjustment({ ...target, rank: index + 1 }))
        const find = aimAdjustments(adjustments)
        for (const each of all) {
          expect(find(each)).toEqual(adjustments.filter((row) => isAimedAt(row, each)))
        }
      })
    )
  })
})

describe("what holds at a quantity", () => {
  const own = (from: string, amount: string): ContractPrice => ({ from: parseDecimal(from), amount, document: null, as_of: null })
  const facts: EntryFacts = {
    ...entry,
    contract_prices: [],
    base_prices: [{ from: NONE, amount: "100", price_type_key: 1, conversion: null }],
    retail_amount: null,
    shut_off_by: null,
  }
  const rows = [adjustment({ rank: 1, from: "5" }), adjustment({ rank: 2, is_stacking: true, from: "3" }), adjustment({ rank: 3 })]
  const ranksAt = (quantity: string) => pointAt(facts, rows, quantity).changes.map(({ rank }) => rank)

  it("a label that shuts adjustments off leaves the base price, and is told", () => {
    expect(pointAt({ ...facts, shut_off_by: 7 }, rows, "5")).toMatchObject({ base_price: { amount: "100" }, changes: [], shut_off_by: 7 })
    expect(pointAt({ ...facts, shut_off_by: 7, contract_prices: [own("0", "1")] }, rows, "5")).toMatchObject({ shut_off_by: null })
  })

  it.each([
    ["2.999999", [3]],
    ["3", [2, 3]],
    ["4.999999", [2, 3]],
    ["5", [1, 2]],
  ])("at %s: the nearest that is reached, with those that stack", (quantity, ranks) => {
    expect(ranksAt(quantity)).toEqual(ranks)
  })

  it("is the price of the contract alone where it has one", () => {
    const point = pointAt({ ...facts, contract_prices: [own("10", "7"), own("2", "8")] }, rows, "9.999999")
    expect(point).toMatchObject({ contract_price: { amount: "8" }, changes: [] })
  })

  it("may change at each greater quantity from which a row begins, and at no other", () => {
    const points = pointsFrom({ ...facts, contract_prices: [own("10", "7"), own("4", "8")] }, rows, "4")
    expect(points.map(({ from_quantity }) => from_quantity)).toEqual(["4", "5", "10"])
  })
})
