import { MathBN } from "@medusajs/framework/utils"
import { decideQuantity } from "../../../modules/order-rules/rules/decide-quantity"
import type { Nearest } from "../types"

/** Medusa keeps the quantity of a cart line as a 32-bit integer. */
export const MAX_LINE_QUANTITY = "1000000000"

/** What limits the quantity of one entry, in base units. */
export interface QuantityLimits {
  multiplicity: string
  minimum: string
  /** Null = not limited. */
  available: string | null
}

export type LineQuantityDecision =
  { ok: true } | { ok: false; code: string; message: string; nearest: Nearest | null; available: string | null }

/**
 * Decides the whole quantity of one line, in base units: the rules of the product first, then whole units (a cart line holds no
 * fractions), then what is free in stock.
 */
export function decideLineQuantity(quantity: string, limits: QuantityLimits): LineQuantityDecision {
  const rule = { multiplicity: limits.multiplicity, minimum: limits.minimum, maximum: MAX_LINE_QUANTITY }
  const byRule = decideQuantity(quantity, rule)
  if (!byRule.ok) {
    const message = `Quantity ${quantity} is refused: sold by ${limits.multiplicity}, at least ${limits.minimum}`
    return { ok: false, code: byRule.code, message, nearest: byRule.nearest, available: null }
  }
  const asked = MathBN.convert(quantity)
  if (!asked.isInteger()) {
    const whole = (value: string) => (decideQuantity(value, rule).ok ? value : null)
    const nearest = { lower: whole(asked.integerValue(3).toFixed()), upper: whole(asked.integerValue(2).toFixed()) }
    return { ok: false, code: "quantity_fractional", message: `Quantity ${quantity} is not whole`, nearest, available: null }
  }
  if (limits.available !== null && MathBN.gt(quantity, limits.available)) {
    const message = `Quantity ${quantity} exceeds the ${limits.available} that are available`
    return { ok: false, code: "insufficient_stock", message, nearest: null, available: limits.available }
  }
  return { ok: true }
}
