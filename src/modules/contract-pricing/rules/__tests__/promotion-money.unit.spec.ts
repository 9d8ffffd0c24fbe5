import fc from "fast-check"
import { promotionMoney, type PromotionTerms } from "../promotion-money"

const EACH: PromotionTerms = { is_spread: false, budget: null }
const SPREAD: PromotionTerms = { is_spread: true, budget: null }

/** What is taken off each line, by "line code". */
function settle(
  parts: [code: string, item_id: string, amount: string][],
  lines: Record<string, string>,
  promotions: Record<string, PromotionTerms> = {},
  currencyCode = "rub"
) {
  const world = { promotions: new Map(Object.entries(promotions)), lines: new Map(Object.entries(lines)), currencyCode }
  const settled = promotionMoney(
    parts.map(([code, item_id, amount]) => ({ code, item_id, amount })),
    world
  )
  return {
    ...settled,
    parts: Object.fromEntries(settled.parts.map(({ code, item_id, amount }) => [`${item_id} ${code}`, amount])),
  }
}

describe("what promotions come to in money", () => {
  it("is rounded half up on each line, to the digits of the currency", () => {
    const parts: [string, string, string][] = [
      ["TEN", "a", "0.445"],
      ["TEN", "b", "0.344999"],
    ]
    expect(settle(parts, { a: "4.45", b: "3.45" }).parts).toEqual({ "a TEN": "0.45", "b TEN": "0.34" })
    expect(settle([["TEN", "a", "44.5"]], { a: "445" }, {}, "jpy").parts).toEqual({ "a TEN": "45" })
  })

  it("is exactly the sum that is spread: what cannot be shared goes to the parts that lost most, the first of equals first", () => {
    const thirds = (amount: string): [string, string, string][] => ["a", "b", "c"].map((line) => ["SUM", line, amount])
    const lines = { a: "50", b: "50", c: "50" }
    expect(settle(thirds("33.33333333333333333333"), lines, { SUM: SPREAD }).parts).toEqual({
      "a SUM": "33.34",
      "b SUM": "33.33",
      "c SUM": "33.33",
    })
    expect(settle([["SUM", "a", "0.15789"], ["SUM", "b", "0.36842"], ["SUM", "c", "0.47369"]], lines, { SUM: SPREAD }).parts).toEqual({
      "a SUM": "0.16",
      "b SUM": "0.37",
      "c SUM": "0.47",
    }) // prettier-ignore
  })

  it("leaves no line below zero, and tells nothing of parts of nothing", () => {
    const parts: [string, string, string][] = [
      ["HALF", "a", "16.665"],
      ["REST", "a", "16.665"],
      ["TINY", "a", "0.004"],
    ]
    expect(settle(parts, { a: "33.33" }).parts).toEqual({ "a HALF": "16.67", "a REST": "16.66" })
  })

  it("is nothing at all where it would go beyond the budget of its campaign; up to the budget it holds", () => {
    const budget = { id: "b", used: "9", limit: "10" }
    const parts: [string, string, string][] = [
      ["SPEND", "a", "0.60"],
      ["SPEND", "b", "0.40"],
    ]
    const lines = { a: "5", b: "5" }
    expect(settle(parts, lines, { SPEND: { ...EACH, budget } })).toMatchObject({ exceeded: [], parts: { "a SPEND": "0.60" } })
    const less = { ...budget, limit: "9.99" }
    expect(settle(parts, lines, { SPEND: { ...EACH, budget: less } })).toEqual({ exceeded: ["SPEND"], parts: {} })
  })

  it("counts promotions of one campaign together", () => {
    const budget = { id: "b", used: "0", limit: "1" }
    const parts: [string, string, string][] = [
      ["ONE", "a", "0.60"],
      ["TWO", "a", "0.60"],
      ["OTHER", "a", "0.60"],
    ]
    const promotions = { ONE: { ...EACH, budget }, TWO: { ...EACH, budget }, OTHER: EACH }
    expect(settle(parts, { a: "5" }, promotions)).toEqual({ exceeded: ["TWO"], parts: { "a ONE": "0.60", "a OTHER": "0.60" } })
  })

  it("never takes more off a line than it comes to, and of a spread sum never a coin more or less", () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 100 }), (amounts, share) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        const off = Math.max(1, Math.floor((total * share) / 100))
        const lines = Object.fromEntries(amounts.map((amount, index) => [`l${index}`, (amount / 100).toFixed(2)]))
        const parts = amounts.map((amount, index): [string, string, string] => {
          const units = (BigInt(off) * BigInt(amount) * 10n ** 18n) / BigInt(total)
          const text = units.toString().padStart(21, "0")
          return ["SUM", `l${index}`, `${text.slice(0, -20)}.${text.slice(-20)}`]
        })
        const { parts: told } = settle(parts, lines, { SUM: SPREAD })
        const coins = Object.entries(told).map(([key, amount]) => [key.split(" ")[0] ?? "", Math.round(Number(amount) * 100)] as const)
        expect(coins.reduce((sum, [, coin]) => sum + coin, 0)).toBe(off)
        expect(coins.filter(([line, coin]) => coin > (amounts[Number(line.slice(1))] ?? 0))).toEqual([])
      })
    )
  })
})
