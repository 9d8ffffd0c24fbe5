import { type Refusal, SYSTEM_ACTOR, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockDraftLines } from "../../database/drafts/draft-lines"
import { adoptOrderOfCart, discountsOfOrder, forgetOrderOfCart } from "../../database/ordering/adopt-order"
import { copyAskedUnits } from "../../database/ordering/asked-units"
import { enqueueOrder } from "../../database/ordering/enqueue-order"
import { type LockedCart, lockCart } from "../../database/ordering/lock-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { bypassedLines } from "../../database/ordering/quantity-bypass"
import { refinedPrices } from "../../database/ordering/refined-prices"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { forgetRefinement } from "../../database/ordering/write-refinement"
import { demandForOrder } from "../../database/promises/demand-of-order"
import { lockPromises } from "../../database/promises/lock-promises"
import { dropReservations } from "../../database/reservations/drop-reservations"
import { holdForOrder } from "../../database/reservations/hold-for-order"
import type AuditModuleService from "../../modules/audit/service"
import { decideCartUse } from "../cart/rules/decide-cart-use"
import { type CheckedLines, checkLines } from "./check-lines"
import { orderTotal } from "./rules/order-total"
import { pairLines } from "./rules/pair-lines"
import { withPromotions } from "./rules/with-promotions"
import { LOCK_TIMEOUT } from "./steps/place-order"
import { throwRefusals } from "./throw-refusals"

/**
 * Makes of the order that Medusa has made of a dealer's cart, as after a payment, what our own placing would have made: tied to contract and entity, each line
 * with the explanation of its price, its goods taken of the contract's warehouses, what is missing promised, and on its way to the ERP. The order of a
 * cart under no contract is Medusa's own.
 *
 * @throws MedusaError NOT_ALLOWED `order_refused`: the workflow takes the order and the payment back then
 */
export async function adoptOrder(
  trx: Knex.Transaction,
  { order_id, cart_id }: { order_id: string; cart_id: string },
  audit: AuditModuleService
): Promise<boolean> {
  await trx.raw(LOCK_TIMEOUT)
  const cart = await lockCart(trx, cart_id)
  const terms = cart?.contract_id ? await termsOfContract(trx, { contract_id: cart.contract_id }) : null
  if (!cart || !terms) {
    return false
  }
  const day = today()
  await lockPromises(trx, "shared")
  await dropReservations(trx, order_id)
  const lines = await lockDraftLines(trx, { order_id, sight: terms.assortment })
  const orderLineOf = pairLines(await openCartLines(trx, cart_id), lines)
  const toOrder = <Part>(parts: ReadonlyMap<string, Part>) =>
    new Map([...parts].flatMap(([id, part]) => (orderLineOf.has(id) ? [[orderLineOf.get(id) ?? id, part] as const] : [])))
  const passed = await bypassedLines(trx, { cart_id, contract_id: terms.id })
  const checked = await checkLines(trx, {
    ...{ terms, lines, day, sales_channel_id: cart.sales_channel_id },
    refined: toOrder(await refinedPrices(trx, cart_id)),
    bypassed: new Set([...passed].flatMap((id) => orderLineOf.get(id) ?? [])),
  })
  throwRefusals("order_refused", [
    ...decideCartUse(cart, terms, day, null),
    ...checked.refusals,
    ...refuseUnpaired(cart, orderLineOf, lines),
  ])
  const total = await writeOrder(trx, { order_id, cart_id, terms, day, orderLineOf, checked, lines })
  const about = { actor: SYSTEM_ACTOR, subject_type: "order", subject_id: order_id, legal_entity_id: terms.entity.id }
  await audit.append([{ ...about, action: "order.placed", after: { cart_id, contract_id: terms.id, total } }], trx)
  return true
}

/** The cart was changed while Medusa made the order of it. */
function refuseUnpaired(cart: LockedCart, orderLineOf: ReadonlyMap<string, string>, lines: readonly { id: string }[]): Refusal[] {
  const message = `Cart ${cart.id} was changed while it was placed: place it again`
  return orderLineOf.size === lines.length ? [] : [{ code: "cart_changed", message, subject: cart.id }]
}

interface Adopted {
  order_id: string
  cart_id: string
  terms: OrderTerms
  day: string
  orderLineOf: Map<string, string>
  checked: CheckedLines
  lines: { unit_price: string; quantity: string }[]
}

/** Answers what the order comes to, without what Medusa adds for delivery. */
async function writeOrder(trx: Knex.Transaction, { order_id, cart_id, terms, day, orderLineOf, checked, lines }: Adopted): Promise<string> {
  const ties = { order_id, contract_id: terms.id, legal_entity_id: terms.entity.id }
  const discounts = await discountsOfOrder(trx, order_id)
  const explanations = withPromotions(checked.explanations, discounts, terms.currency_code)
  const { prices_as_of, retail_as_of } = terms
  const display_id = await adoptOrderOfCart(trx, {
    ...ties,
    kept: { placed_by_user_id: null, prices_as_of, retail_as_of },
    lines: [...orderLineOf].flatMap(([cart_line_id, line_id]) => {
      const price = explanations.get(line_id)
      return price ? [{ line_id, cart_line_id, price }] : []
    }),
  })
  await copyAskedUnits(trx, orderLineOf)
  await forgetRefinement(trx, cart_id)
  await holdForOrder(trx, { ...ties, now: new Date().toISOString() }, checked.allocations)
  const wanted = checked.waiting.map(({ line_id, ...rest }) => ({ order_line_id: line_id, ...rest }))
  await demandForOrder(trx, { ...ties, day }, wanted)
  await enqueueOrder(trx, { order_id, display_id })
  return orderTotal(lines, discounts)
}

/** Takes back what {@link adoptOrder} made, before Medusa takes the order back. */
export async function forgetAdopted(trx: Knex.Transaction, order_id: string): Promise<void> {
  await lockPromises(trx, "shared")
  await dropReservations(trx, order_id)
  await forgetOrderOfCart(trx, order_id)
}
