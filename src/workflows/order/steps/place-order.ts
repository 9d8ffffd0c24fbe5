import { type Actor, type AuditInput, type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MathBN, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { copyAskedUnits } from "../../../database/ordering/asked-units"
import { enqueueOrder } from "../../../database/ordering/enqueue-order"
import { insertOrder } from "../../../database/ordering/insert-order"
import { insertOrderLines } from "../../../database/ordering/insert-order-lines"
import { type LockedCart, lockCart } from "../../../database/ordering/lock-cart"
import { type CartLine, lockCartLines, type PricedCartLine } from "../../../database/ordering/open-cart-lines"
import { bypassedLines } from "../../../database/ordering/quantity-bypass"
import { refinedPrices } from "../../../database/ordering/refined-prices"
import { repriceCartLines } from "../../../database/ordering/reprice-cart-lines"
import { type OrderTerms, termsOfContract } from "../../../database/ordering/terms-of-contract"
import { forgetRefinement } from "../../../database/ordering/write-refinement"
import { lockPromotions } from "../../../database/promotions/lock-promotions"
import { writeOrderPromotions } from "../../../database/promotions/order-promotions"
import type { DiscountWrite } from "../../../database/promotions/write-cart-promotions"
import { unplaceableParts } from "../../../database/ordering/unplaceable-parts"
import { demandForOrder } from "../../../database/promises/demand-of-order"
import { holdForOrder } from "../../../database/reservations/hold-for-order"
import { AUDIT_MODULE } from "../../../modules/audit"
import type AuditModuleService from "../../../modules/audit/service"
import { CONTRACT_PRICING_MODULE } from "../../../modules/contract-pricing"
import type ContractPricingModuleService from "../../../modules/contract-pricing/service"
import { allowedBypass } from "../../cart/bypass-rules"
import { type Promotions, promotionsOf } from "../../cart/promotions"
import { decideCartUse } from "../../cart/rules/decide-cart-use"
import { tellPromotionChange } from "../../cart/rules/tell-promotions"
import { settlePromotions } from "../../cart/settle-promotions"
import { decideLinePrices } from "../../cart/rules/decide-line-prices"
import { type CheckedLines, checkLines, pricesOf } from "../check-lines"
import { hoursBypassed, refuseOutsideHours } from "../refuse-shut"
import { throwConflict } from "../throw-conflict"
import { forOrderLines } from "../rules/decide-order-lines"
import { refuseUnrefined, type RefinementRequired } from "../rules/refuse-unrefined"
import { orderTotal } from "../rules/order-total"
import { withPromotions } from "../rules/with-promotions"

const NONE: ReadonlySet<string> = new Set()

/** Refusals after which the lines of the cart, or the draft, show other prices. */
export const PRICE_REFUSALS = new Set(["price_changed", "no_price"])

/** A load of stock holds its rows for some seconds; a dealer waits for it no longer than this. */
export const LOCK_TIMEOUT = "set local lock_timeout = '20s'"

export interface PlaceOrderInput {
  cart_id: string
  employee_id: string
  /** Legal entities in whose name he may do this. */
  entity_ids: string[]
  /** What the dealer believes the order comes to; another total is refused. */
  expected_total: string | null
  comment: string | null
  /** Why a manager who acts for the client places it outside the client's hours; null = he does not. */
  bypass_reason: string | null
  actor: Actor
}

export interface PlaceOrderOutcome {
  /** Null when the order was refused. */
  order_id: string | null
  /** False when the cart had become this order before. */
  is_new: boolean
  /** Every reason against the order, not the first one only. */
  refusals: Refusal[]
}

/**
 * Makes an order of a cart in one transaction: all of it or nothing, also when the process is killed. The lock on the cart row makes a
 * repeat wait and then give the same order, so the step needs no compensation.
 */
export const placeOrderStep = createStep("place-order", async (input: PlaceOrderInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const { required } = container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE).options.refinement
  const outcome = await db
    .transaction((trx) => placeOrder(trx, input, { audit, required, promotions: promotionsOf(container) }))
    .catch(throwConflict)
  return new StepResponse(outcome)
})

async function placeOrder(
  trx: Knex.Transaction,
  input: PlaceOrderInput,
  { audit, required, promotions }: { audit: AuditModuleService; required: RefinementRequired; promotions: Promotions }
): Promise<PlaceOrderOutcome> {
  await trx.raw(LOCK_TIMEOUT)
  const cart = await lockCart(trx, input.cart_id)
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id ${input.cart_id} was not found`)
  }
  if (cart.order_id !== null) {
    return { order_id: cart.order_id, is_new: false, refusals: [] }
  }
  const { bypass_reason: reason, actor } = input
  const bypass = reason === null ? null : await allowedBypass(trx, { reason, actor })
  const terms = cart.contract_id === null ? null : await termsOfContract(trx, { contract_id: cart.contract_id })
  const lines = await lockCartLines(trx, cart.id)
  const day = today()
  const refusals = [...decideCartUse(cart, terms, day, input.entity_ids), ...(await refuseCartParts(trx, cart, { lines, terms }))]
  if (!terms) {
    return { order_id: null, is_new: false, refusals }
  }
  const shut = await refuseOutsideHours(trx, terms, new Date())
  if (shut && !bypass) {
    refusals.push(shut)
  }
  const bypassed = await bypassedLines(trx, { cart_id: cart.id, contract_id: terms.id })
  const refined = await refinedPrices(trx, cart.id)
  const toCheck = { terms, lines, day, sales_channel_id: cart.sales_channel_id, refined, bypassed }
  const { allocations, waiting, explanations, ...checked } = await checkLines(trx, toCheck)
  const hasOtherPrices = checked.refusals.some(({ code }) => PRICE_REFUSALS.has(code))
  if (hasOtherPrices) {
    await showPrices(trx, { cart_id: cart.id, terms, lines }, pricesOf(explanations))
  }
  // Of stock and promotions whoever places waits for stock first.
  await lockPromotions(trx, cart.id)
  const settled = await settlePromotions(trx, promotions, cart.id)
  const changed = settled.is_changed ? [tellPromotionChange(cart.id, terms, settled)] : []
  const total = orderTotal(lines, hasOtherPrices ? settled.before : settled.now)
  const unrefined = refuseUnrefined(required, terms, lines, (line_id) => explanations.get(line_id)?.steps.at(-1)?.code === "refined_at_erp")
  refusals.push(...checked.refusals, ...changed, ...unrefined, ...refuseTotal(input.expected_total, total, terms))
  if (refusals.length) {
    return { order_id: null, is_new: false, refusals }
  }
  const discounts = settled.now
  const order_id = await writeOrder(trx, input, terms, { total, allocations, waiting, explanations, day, discounts })
  await useUp(trx, promotions, cart, discounts)
  const past = shut && bypass ? [hoursBypassed({ ...bypass, order_id, legal_entity_id: terms.entity.id, shut })] : []
  await audit.append([orderPlaced(input, terms, order_id, total), ...past], trx)
  return { order_id, is_new: true, refusals: [] }
}

/** Counts the promotions as used and their budgets as spent; what may be used up has been locked since it was reckoned, so that none of it is beyond a limit. */
async function useUp(trx: Knex.Transaction, promotions: Promotions, cart: LockedCart, discounts: DiscountWrite[]): Promise<void> {
  if (discounts.length > 0) {
    const used = discounts.map(({ code, amount }) => ({ code, amount }))
    await promotions.registerUsageWith(trx, used, { customer_id: cart.customer_id, customer_email: cart.email })
  }
}

/** In the transaction of the order, so that neither is there without the other. */
function orderPlaced({ actor, cart_id }: PlaceOrderInput, terms: OrderTerms, order_id: string, total: string): AuditInput {
  return {
    actor,
    action: "order.placed",
    subject_type: "order",
    subject_id: order_id,
    legal_entity_id: terms.entity.id,
    after: { cart_id, contract_id: terms.id, total },
  }
}

/** An empty cart, and what placing would drop. */
async function refuseCartParts(
  trx: Knex.Transaction,
  cart: LockedCart,
  { lines, terms }: { lines: CartLine[]; terms: OrderTerms | null }
): Promise<Refusal[]> {
  const named = terms ? `Cart ${cart.id} under contract ${terms.number}` : `Cart ${cart.id}`
  const parts = await unplaceableParts(trx, { cart_id: cart.id })
  const refusals = parts.map((part) => ({
    code: "cart_part_not_supported",
    message: `${named} has ${part.replace("_", " ")}, which wholesale orders do not carry`,
    subject: part,
  }))
  return lines.length ? refusals : [{ code: "cart_empty", message: `${named} has no lines`, subject: cart.id }, ...refusals]
}

/** Writes into the cart what the refusals tell and nothing newer: what the dealer confirms by asking again is what he was told. */
async function showPrices(
  trx: Knex.Transaction,
  { cart_id, terms, lines }: { cart_id: string; terms: OrderTerms; lines: PricedCartLine[] },
  prices: Map<string, string>
): Promise<void> {
  const shown = new Map(
    lines.map(({ id, compare_at_unit_price }) => [id, { price: prices.get(id) ?? null, retail_price: compare_at_unit_price }])
  )
  await repriceCartLines(trx, { cart_id, terms, prices: decideLinePrices(lines, shown, { put: NONE, at: new Date().toISOString() }) })
}

function refuseTotal(expected: string | null, total: string, { id, number, currency_code }: OrderTerms): Refusal[] {
  if (expected === null || MathBN.eq(expected, total)) {
    return []
  }
  const message = `The order under contract ${number} comes to ${total} ${currency_code.toUpperCase()}, not to ${expected}`
  const details = { contract_id: id, contract_number: number, currency_code, expected_total: expected, total }
  return [{ code: "total_changed", message, subject: null, details }]
}

/** Null when the employee placed the order himself. */
function userWhoActs({ acting_for_employee_id, id }: Actor): string | null {
  return acting_for_employee_id === null ? null : id
}

interface OrderParts extends Omit<CheckedLines, "refusals"> {
  total: string
  day: string
  /** By line of the cart. */
  discounts: DiscountWrite[]
}

async function writeOrder(
  trx: Knex.Transaction,
  input: PlaceOrderInput,
  terms: OrderTerms,
  { total, allocations, waiting, explanations, day, discounts }: OrderParts
): Promise<string> {
  const comment = input.comment === null ? {} : { comment: input.comment }
  const order = await insertOrder(trx, {
    cart_id: input.cart_id,
    contract_id: terms.id,
    legal_entity_id: terms.entity.id,
    total,
    metadata: {
      ...comment,
      kontor: {
        employee_id: input.employee_id,
        placed_by_user_id: userWhoActs(input.actor),
        prices_as_of: terms.prices_as_of,
        retail_as_of: terms.retail_as_of,
      },
    },
  })
  const orderLineOf = await insertOrderLines(trx, {
    order_id: order.order_id,
    contract_id: terms.id,
    lines: [...withPromotions(explanations, discounts, terms.currency_code)].map(([cart_line_id, price]) => ({ cart_line_id, price })),
    is_tax_inclusive: terms.includes_vat,
  })
  await copyAskedUnits(trx, orderLineOf)
  await writeOrderPromotions(trx, { order_id: order.order_id, discounts: forOrderLines(discounts, orderLineOf) })
  await forgetRefinement(trx, input.cart_id)
  const placed = { order_id: order.order_id, contract_id: terms.id, legal_entity_id: terms.entity.id }
  await holdForOrder(trx, { ...placed, now: new Date().toISOString() }, forOrderLines(allocations, orderLineOf))
  const demanded = forOrderLines(waiting, orderLineOf).map(({ line_id, ...wanted }) => ({ order_line_id: line_id, ...wanted }))
  await demandForOrder(trx, { ...placed, day }, demanded)
  await enqueueOrder(trx, order)
  return order.order_id
}
