import type { PromotionTypes } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { ComputeActionUtils } from "@medusajs/promotion/dist/utils"
import { getComputedActionsForBuyGet } from "@medusajs/promotion/dist/utils/compute-actions/buy-get"
import fc from "fast-check"
import { computeBuyGet } from "../compute-buy-get"

type Promotion = PromotionTypes.PromotionDTO
type Compute = typeof computeBuyGet

const lineOf = (facts: { kind: string; quantity: number; subtotal: string }, index: number): PromotionTypes.ComputeActionItemLine => ({
  ...{ id: `line_${index}`, original_total: facts.subtotal, is_discountable: true },
  ...facts,
})
/** Taken before the module puts ours in its place. */
const medusasOwn = getComputedActionsForBuyGet
const medusas: Compute = (...asked) => medusasOwn(...asked)

const aimedAt = (kind: string) => [{ id: kind, attribute: "items.kind", operator: "in" as const, values: [{ id: kind, value: kind }] }]
const kinds = fc.constantFrom("a", "b", "c")
const quantity = fc.constantFrom(1, 2, 3, 0.5, 7)

const lines = fc
  .array(fc.record({ kind: kinds, quantity: fc.constantFrom(1, 2, 3.5, 12), subtotal: fc.constantFrom("0", "10", "10.00", "33.33", "99.9") }), { maxLength: 12 })
  .map((made) => made.map(lineOf)) // prettier-ignore

const promotions = fc
  .array(
    fc.record({
      buy: quantity,
      give: fc.oneof(quantity, fc.constant(0)),
      most: fc.constantFrom(1, 2, 5, 1_000_000),
      type: fc.constantFrom("percentage" as const, "fixed" as const),
      value: fc.constantFrom(100, 50, 7, 12.5),
      bought: kinds,
      given: fc.option(kinds, { nil: null }),
      budget: fc.option(fc.constantFrom(5, 40), { nil: null }),
    }),
    { minLength: 1, maxLength: 3 }
  )
  .map((made) =>
    made.map(({ buy, give, most, type, value, bought, given, budget }, index): Promotion => ({
      ...{ id: `promo_${index}`, code: `CODE_${index}`, type: "buyget" },
      ...(budget === null
        ? {}
        : { campaign: { id: "camp", budget: { id: "b", type: "spend" as const, limit: budget, used: 1 } } as Promotion["campaign"] }),
      application_method: {
        ...{ id: "m", type, value, target_type: "items", max_quantity: most, apply_to_quantity: give, buy_rules_min_quantity: buy },
        ...{ buy_rules: aimedAt(bought), target_rules: given === null ? [] : aimedAt(given) },
      },
    }))
  )

/** All that a function answers and leaves behind, for promotions one after another. */
function outcome(compute: Compute, world: Promotion[], cart: PromotionTypes.ComputeActionItemLine[]) {
  const [values, bought, given]: [Parameters<Compute>[2], Parameters<Compute>[3], Parameters<Compute>[4]] = [
    new Map(),
    new Map(),
    new Map(),
  ]
  const actions = world.flatMap((promotion) => compute(promotion, cart, values, bought, given))
  const exact = actions.map((action) => ("amount" in action ? { ...action, amount: MathBN.convert(action.amount).toFixed() } : action))
  return { actions: exact, values: [...values], bought: [...bought], given: [...given] }
}

describe("computeBuyGet", () => {
  it("comes to what Medusa's own function comes to", () => {
    fc.assert(
      fc.property(promotions, lines, (world, cart) => {
        expect(outcome(computeBuyGet, world, cart)).toEqual(outcome(medusas, world, cart))
      }),
      { numRuns: 1_500 }
    )
  })

  it("applies as often as Medusa's, and no more", () => {
    const often: Promotion = {
      ...{ id: "often", code: "OFTEN", type: "buyget" },
      application_method: {
        ...{
          id: "m",
          type: "percentage",
          value: 100,
          target_type: "items",
          max_quantity: 1_000_000,
          apply_to_quantity: 1,
          buy_rules_min_quantity: 1,
        },
        ...{ buy_rules: aimedAt("a"), target_rules: aimedAt("a") },
      },
    }
    const cart = [lineOf({ kind: "a", quantity: 5_000, subtotal: "50000" }, 0)]
    const ours = outcome(computeBuyGet, [often], cart)
    expect(ours.actions).toEqual([{ action: "addItemAdjustment", item_id: "line_0", amount: "10000", code: "OFTEN" }])
    expect(ours).toEqual(outcome(medusas, [often], cart))
  })

  it("stands in the place where Medusa's service looks for it", () => {
    const before = ComputeActionUtils.getComputedActionsForBuyGet
    jest.requireActual("../index")
    expect(ComputeActionUtils.getComputedActionsForBuyGet).toBe(computeBuyGet)
    expect(before).not.toBe(computeBuyGet)
  })
})
