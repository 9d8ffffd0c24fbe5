import { MathBN, MedusaError } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"

/** How a product may be ordered, in its base unit. */
export interface QuantityRule {
  minimum: BigNumberInput
  multiplicity: BigNumberInput
  maximum?: BigNumberInput | null
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
 * A quantity is valid when it is a positive multiple of the multiplicity within the minimum and the maximum. An invalid one is never
 * rounded: the refusal names the valid quantities next to it and the person chooses.
 *
 * @throws MedusaError for a quantity or a rule that is no number, or a multiplicity that is not positive
 */
export function decideQuantity(quantity: BigNumberInput, rule: QuantityRule): QuantityDecision {
  const asked = toDecimal(quantity, "quantity")
  const minimum = toDecimal(rule.minimum, "minimum")
  const maximum = rule.maximum === undefined || rule.maximum === null ? null : toDecimal(rule.maximum, "maximum")
  const step = toDecimal(rule.multiplicity, "multiplicity")
  if (!step.gt(0)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `The multiplicity ${step.toFixed()} is not positive`)
  }
  const code = refusalCode(asked, minimum, maximum, step)
  return code ? { ok: false, code, nearest: findNearest(asked, minimum, maximum, step) } : { ok: true }
}

function refusalCode(asked: Decimal, minimum: Decimal, maximum: Decimal | null, step: Decimal): QuantityRefusalCode | null {
  if (!asked.gt(0)) return "quantity_not_positive"
  if (asked.lt(minimum)) return "quantity_below_minimum"
  if (maximum && asked.gt(maximum)) return "quantity_above_maximum"
  if (asked.mod(step).isZero()) return null
  return step.isInteger() && !asked.isInteger() ? "quantity_fractional" : "quantity_not_multiple"
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

/** The remainder is exact where a quotient such as 1/3 would be rounded. */
function floorTo(value: Decimal, step: Decimal): Decimal {
  const rest = value.mod(step)
  return value.minus(rest.lt(0) ? rest.plus(step) : rest)
}

function ceilTo(value: Decimal, step: Decimal): Decimal {
  const floor = floorTo(value, step)
  return floor.eq(value) ? floor : floor.plus(step)
}

function toDecimal(value: BigNumberInput, name: string): Decimal {
  const decimal = MathBN.convert(value)
  if (decimal.isFinite()) return decimal
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `The ${name} ${String(value)} is not a number`)
}
