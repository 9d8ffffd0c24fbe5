import { MathBN } from "@medusajs/framework/utils"
import { decideQuantity } from "../../../modules/order-rules/rules/decide-quantity"
import { commonMultiple } from "../../../modules/order-rules/rules/multiples"
import type { Nearest } from "../types"

/** Medusa keeps the quantity of a cart line as a 32-bit integer. */
export const MAX_LINE_QUANTITY = "1000000000"

/** A line of a cart holds whole base units. */
const WHOLE = "1"

/** What is left of the limits of a line that a manager lets past the rules: whole units, and stock. */
export const NO_RULES = { multiplicity: "1", minimum: "0", maximum: null }

/** What limits the quantity of one entry, in base units. */
export interface QuantityLimits {
  multiplicity: string
  minimum: string
  /** Null = not limited. */
  maximum: string | null
  /** Null = not limited. */
  available: string | null
  /** Whether what is not in stock may wait for a supply. */
  may_wait?: boolean
}

/** `message` is the reason alone, for `nameReason` to put product and contract before it. */
export type LineQuantityDecision =
  { ok: true } | { ok: false; code: string; message: string; nearest: Nearest | null; available: string | null }

/**
 * Decides the whole quantity of one line, in base units: the rules that hold for it first, whole units among them, then what is free in stock,
 * unless it may wait for a supply.
 *
 * @param grain the least amount that this quantity can be told by, by the unit it was asked in
 */
export function decideLineQuantity(quantity: string, limits: QuantityLimits, grain = WHOLE): LineQuantityDecision {
  const { multiplicity, minimum, available } = limits
  const maximum = limits.maximum !== null && MathBN.lt(limits.maximum, MAX_LINE_QUANTITY) ? limits.maximum : MAX_LINE_QUANTITY
  const decision = decideQuantity(quantity, { multiplicity, minimum, maximum, grain: commonMultiple(grain, WHOLE) })
  if (!decision.ok) {
    const { code, nearest } = decision
    return { ok: false, code, message: tellRefusal(quantity, limits, nearest), nearest, available: null }
  }
  if (available !== null && !limits.may_wait && MathBN.gt(quantity, available)) {
    const message = `Quantity ${quantity} exceeds the ${available} that are available`
    return { ok: false, code: "insufficient_stock", message, nearest: null, available }
  }
  return { ok: true }
}

function tellRefusal(quantity: string, { multiplicity, minimum, maximum }: QuantityLimits, nearest: Nearest): string {
  const sold = [`by ${multiplicity}`, ...(MathBN.gt(minimum, 0) ? [`at least ${minimum}`] : []), ...(maximum ? [`at most ${maximum}`] : [])]
  const offers = [nearest.lower, nearest.upper].filter((offer) => offer !== null)
  const next = offers.length ? `possible: ${offers.join(" or ")}` : "no quantity is possible"
  return `Quantity ${quantity} is refused: sold ${sold.join(", ")}; ${next}`
}
