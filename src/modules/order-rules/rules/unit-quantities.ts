import { MathBN } from "@medusajs/framework/utils"
import { ceilTo, commonMultiple, floorTo } from "./multiples"
import type { HoldingQuantityRule } from "./resolve-quantity-rule"
import { grainOf } from "./unit-precision"

/** Quantities in a sales unit that may be ordered: `minimum`, and from there by `step` up to `maximum`. Canonical decimals. */
export interface UnitQuantities {
  step: string
  minimum: string
  /** Null = not limited. */
  maximum: string | null
}

/** A line of a cart holds whole base units. */
const WHOLE = "1"

/**
 * What may be ordered of a product in one of its units: a pack of 12 of something that is sold by 8 goes by two packs.
 *
 * @returns null where no quantity in this unit is valid
 */
export function unitQuantities(rule: HoldingQuantityRule, unit: { code: string; coefficient: string }): UnitQuantities | null {
  const { coefficient } = unit
  const step = commonMultiple(commonMultiple(rule.multiplicity, WHOLE), grainOf(unit))
  const least = MathBN.gt(rule.minimum, 0) ? ceilTo(MathBN.convert(rule.minimum), step) : step
  const most = rule.maximum === null ? null : floorTo(MathBN.convert(rule.maximum), step)
  if (most?.lt(least)) {
    return null
  }
  const inUnit = (amount: typeof step) => amount.div(coefficient).toFixed()
  return { step: inUnit(step), minimum: inUnit(least), maximum: most && inUnit(most) }
}
