import type { Refusal } from "@kontor/framework"
import type { LockedCart } from "../../../database/ordering/lock-cart"
import type { OrderTerms } from "../../../database/ordering/terms-of-contract"
import { decideContractUse } from "../../../modules/company/rules/contract-usable"

/**
 * Whether lines may be put into a cart, or an order made of it, under its contract today (YYYY-MM-DD). Reports every reason against it.
 *
 * @param entityIds the legal entities in whose name the employee may do this; null when no employee asks
 */
export function decideCartUse(
  cart: Pick<LockedCart, "id" | "currency_code">,
  terms: OrderTerms | null,
  today: string,
  entityIds: string[] | null
): Refusal[] {
  if (!terms) {
    return [{ code: "no_usable_contract", message: `Cart ${cart.id} has no contract to price it under`, subject: cart.id }]
  }
  const refusals: Refusal[] = []
  const use = decideContractUse(terms, terms.entity, today)
  if (!use.usable) {
    refusals.push({ code: use.code, message: use.message, subject: terms.id })
  }
  if (entityIds && !entityIds.includes(terms.entity.id)) {
    const message = `Contract ${terms.number} belongs to a legal entity you do not act for`
    refusals.push({ code: "contract_out_of_scope", message, subject: terms.id })
  }
  if (terms.currency_code !== cart.currency_code) {
    const message = `The cart is in ${cart.currency_code}, but contract ${terms.number} is in ${terms.currency_code}`
    refusals.push({ code: "currency_mismatch", message, subject: terms.id })
  }
  return refusals
}
