import type { ScopedAdjustment } from "../aim-adjustments"
import { parseDecimal, writeFixed } from "../decimal"
import { amountAt, nextStep, priceLadder } from "../price-ladder"
import { type EntryFacts, pointAt, pointsFrom } from "../price-points"
import { type AskedType, type PriceTier, tieredPrices } from "../price-tier"
import { roundMoney } from "../round-price"
import { unitPrice } from "../unit-price"

const tier = (from: string, amount: string, coefficient = "1"): PriceTier => ({ from: parseDecimal(from), coefficient, amount })

/** A price by unit holds from one full unit on. */
const ofUnit = (coefficient: string, amount: string): PriceTier => tier(coefficient, amount, coefficient)

const type = (plain: string | null, tiers: PriceTier[], rest: Partial<AskedType> = {}): AskedType => {
  return { from: parseDecimal("0"), plain, tiers, price_type_key: 1, conversion: null, ...rest }
}

const factsOf = (types: AskedType[], rest: Partial<EntryFacts> = {}): EntryFacts => ({
  ...{ contract_prices: [], retail_amount: null, category_keys: [], trait_keys: [], shut_off_by: null },
  base_prices: tieredPrices(types),
  ...rest,
})

function priceAt(facts: EntryFacts, quantity: string, aimed: ScopedAdjustment[] = []): string | null {
  const amount = amountAt(pointAt(facts, aimed, quantity))
  return amount && writeFixed(roundMoney(amount, "rub"))
}

const PERCENT: ScopedAdjustment = {
  ...{ rank: 1, key: 1, category_key: null, trait_keys: [], kind: "percent", value: "-10", from: parseDecimal("0"), is_stacking: false },
}

describe("a price of a type by unit", () => {
  const packed = factsOf([type("100", [ofUnit("12", "1000")])])

  it.each([
    ["a piece costs the plain price", "1", "100.00"],
    ["just below a pack the plain price holds", "11.999999", "100.00"],
    ["a full pack is at its price, a twelfth of it each", "12", "83.33"],
    ["and so is all beyond it, whole packs or not", "13", "83.33"],
  ])("%s", (_, quantity, price) => {
    expect(priceAt(packed, quantity)).toBe(price)
  })

  it("is divided before it is adjusted and rounded once, at the end", () => {
    expect(priceAt(packed, "12", [PERCENT])).toBe("75.00")
    expect(unitPrice(amountAt(pointAt(packed, [PERCENT], "12")), "12", "rub")).toBe("900.00")
  })

  it("comes back as so many rounded base units, as a cart counts it", () => {
    expect(unitPrice(amountAt(pointAt(packed, [], "12")), "12", "rub")).toBe("999.96")
  })

  it.each([
    ["below half a unit the plain price holds", "0.499999", "100.00"],
    ["half a unit is at its own price", "0.5", "120.00"],
    ["as long as it is not one whole", "0.999999", "120.00"],
    ["one whole costs the plain price", "1", "100.00"],
    ["and so do more", "7", "100.00"],
  ])("of a unit smaller than the base unit: %s", (_, quantity, price) => {
    expect(priceAt(factsOf([type("100", [ofUnit("0.5", "60")])]), quantity)).toBe(price)
  })
})

describe("a price of a type from a quantity on", () => {
  const stepped = factsOf([type("100", [tier("100", "80"), tier("10", "90")])])

  it.each([
    ["9.999999", "100.00"],
    ["10", "90.00"],
    ["99.999999", "90.00"],
    ["100", "80.00"],
    ["100.000001", "80.00"],
  ])("at %s costs %s", (quantity, price) => {
    expect(priceAt(stepped, quantity)).toBe(price)
  })

  it("is the next price of the catalogue", () => {
    expect(nextStep(priceLadder(pointsFrom(stepped, [], "1"), "rub"))).toEqual({ from_quantity: "10", price: "90.00" })
    expect(nextStep(priceLadder(pointsFrom(stepped, [], "100"), "rub"))).toBeNull()
  })

  it("leaves smaller quantities to the next type, where the type has no plain price", () => {
    const facts = factsOf([type(null, [tier("10", "90")]), type("110", [tier("5", "105"), tier("20", "1")], { price_type_key: 2 })])
    expect(["4", "5", "10", "20"].map((quantity) => priceAt(facts, quantity))).toEqual(["110.00", "105.00", "90.00", "90.00"])
  })

  it("gives no price below it, where no type has one", () => {
    const facts = factsOf([type(null, [tier("10", "90")])])
    expect(priceAt(facts, "9")).toBeNull()
    expect(nextStep(priceLadder(pointsFrom(facts, [], "1"), "rub"))).toEqual({ from_quantity: "10", price: "90.00" })
  })

  it("counts in a type that a threshold brings, from the threshold on", () => {
    const brought = type("70", [tier("50", "60")], { from: parseDecimal("20"), price_type_key: 2, threshold_id: "t" })
    const facts = factsOf([brought, type("100", [tier("10", "90")])])
    expect(["9", "10", "20", "49", "50"].map((quantity) => priceAt(facts, quantity))).toEqual([
      "100.00",
      "90.00",
      "70.00",
      "70.00",
      "60.00",
    ])
  })

  it("counts from the threshold on although its own quantity is smaller", () => {
    const brought = type(null, [tier("5", "60")], { from: parseDecimal("20"), price_type_key: 2, threshold_id: "t" })
    expect(["19", "20"].map((quantity) => priceAt(factsOf([brought, type("100", [])]), quantity))).toEqual(["100.00", "60.00"])
  })

  it("gives way to a price of the contract, however great the quantity", () => {
    const contract_prices = [{ from: parseDecimal("0"), amount: "95", document: null, as_of: null }]
    const facts = factsOf([type("100", [tier("10", "90")])], { contract_prices })
    expect(priceAt(facts, "10")).toBe("95.00")
  })
})
