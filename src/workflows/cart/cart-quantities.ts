import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { askedUnits } from "../../database/ordering/asked-units"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { bypassedLines } from "../../database/ordering/quantity-bypass"
import { quantityRulesOf } from "../../database/queries/order-rules"
import type { AskedUnit } from "../../modules/order-rules/rules/asked-together"
import type { HoldingQuantityRule } from "../../modules/order-rules/rules/resolve-quantity-rule"
import { decideLineQuantity } from "./rules/decide-line-quantity"
import type { Nearest } from "./types"

/** What may be ordered of a line, in base units, and what an order would refuse of what it holds. */
export interface LineQuantities extends HoldingQuantityRule {
  line_id: string
  /** Null = the rules allow it, or a manager has let it past them. */
  refused: { code: string; nearest: Nearest | null } | null
  /** The unit that the dealer asked for it in, and how many; null = base units. */
  asked: AskedUnit | null
}

/** The order rules that hold for the lines of a cart that are sold under its contract; null for a cart under no contract, or that has become an order. */
export async function cartQuantities(db: Knex, cart_id: string): Promise<LineQuantities[] | null> {
  const cart = await contractOfCart(db, cart_id)
  if (!cart || cart.is_completed) {
    return null
  }
  const { contract_id } = cart
  const lines = (await openCartLines(db, cart_id)).filter(({ is_listed }) => is_listed)
  const entry_keys = [...new Set(lines.flatMap(({ entry_key }) => entry_key ?? []))]
  const rules = await quantityRulesOf(db, { contract_id, entry_keys })
  const bypassed = await bypassedLines(db, { cart_id, contract_id })
  const asked = await askedUnits(db, cart_id)
  return lines.flatMap(({ id: line_id, entry_key, quantity }) => {
    const rule = entry_key === null ? undefined : rules.get(entry_key)
    const refused = rule && !bypassed.has(line_id) ? refusedBy(quantity, rule) : null
    return rule ? [{ line_id, ...rule, refused, asked: asked.get(line_id) ?? null }] : []
  })
}

function refusedBy(quantity: string, rule: HoldingQuantityRule): LineQuantities["refused"] {
  const decision = decideLineQuantity(quantity, { ...rule, available: null })
  return decision.ok ? null : { code: decision.code, nearest: decision.nearest }
}
