import { MathBN, MedusaError } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import { ceilTo, commonMultiple, floorTo } from "./multiples"

/** How a product may be ordered, in its base unit. */
export interface QuantityRule {
  minimum: BigNumberInput
  multiplicity: BigNumberInput
  maximum?: BigNumberInput | null
  /** The least amount that a quantity can be told by, such as 1 where there are whole units only; left out where there is none. */
  grain?: BigNumberInput
}

export type QuantityRefusalCode =
  "quantity_not_positive" | "quantity_below_minimum" | "quantity_above_maximum" | "quantity_fractional" | "quantity_not_multiple"

/** The valid quantities around the asked one, canonical decimals; null where there is none on that side. */
export interface NearestQuantities {
  lower: string | null
  upper: string | null
}

export type QuantityDecision = { ok: true } | { ok: false; code: QuantityRefusalCode; nearest: NearestQuantities }

type Decimal = ReturnType<typeof MathBN.convert>

/**
 * A quantity is valid when it is a positive multiple of the multiplicity, and of the grain, within the minimum and the maximum. An invalid
 * one is never rounded: the refusal names the valid quantities next to it and the person chooses.
 *
 * @throws MedusaError for a quantity or a rule that is no number, or a multiplicity that is not positive
 */
export function decideQuantity(quantity: BigNumberInput, rule: QuantityRule): QuantityDecision {
  const asked = toDecimal(quantity, "quantity")
  const minimum = toDecimal(rule.minimum, "minimum")
  const maximum = rule.maximum === undefined || rule.maximum === null ? null : toDecimal(rule.maximum, "maximum")
  const multiplicity = toDecimal(rule.multiplicity, "multiplicity")
  if (!multiplicity.gt(0)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `The multiplicity ${multiplicity.toFixed()} is not positive`)
  }
  const grain = rule.grain === undefined ? null : toDecimal(rule.grain, "grain")
  const step = grain ? commonMultiple(multiplicity, grain) : multiplicity
  const code = refusalCode(asked, { minimum, maximum, step, grain })
  return code ? { ok: false, code, nearest: findNearest(asked, minimum, maximum, step) } : { ok: true }
}

interface Limits {
  minimum: Decimal
  maximum: Decimal | null
  step: Decimal
  grain: Decimal | null
}

function refusalCode(asked: Decimal, { minimum, maximum, step, grain }: Limits): QuantityRefusalCode | null {
  if (!asked.gt(0)) return "quantity_not_positive"
  if (asked.lt(minimum)) return "quantity_below_minimum"
  if (maximum && asked.gt(maximum)) return "quantity_above_maximum"
  if (asked.mod(step).isZero()) return null
  const isFraction = grain ? !asked.mod(grain).isZero() : step.isInteger() && !asked.isInteger()
  return isFraction ? "quantity_fractional" : "quantity_not_multiple"
}

/** The minimum counts from its next multiple and the maximum from its last, so that both sides are quantities that will be accepted. */
function findNearest(asked: Decimal, minimum: Decimal, maximum: Decimal | null, step: Decimal): NearestQuantities {
  const least = minimum.gt(0) ? ceilTo(minimum, step) : step
  const most = maximum && floorTo(maximum, step)
  if (most?.lt(least)) return { lower: null, upper: null }
  const below = floorTo(asked, step)
  const above = ceilTo(asked, step)
  const lower = most?.lt(below) ? most : below
  const upper = above.lt(least) ? least : above
  return { lower: lower.lt(least) ? null : lower.toFixed(), upper: most?.lt(upper) ? null : upper.toFixed() }
}

function toDecimal(value: BigNumberInput, name: string): Decimal {
  const decimal = MathBN.convert(value)
  if (decimal.isFinite()) return decimal
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `The ${name} ${String(value)} is not a number`)
}
