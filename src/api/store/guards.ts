import { dealerOf, type RightAction, type RightSection } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaPricingContext } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isCartInScope } from "../../database/queries/is-cart-in-scope"
import { isOrderInScope } from "../../database/queries/is-order-in-scope"
import { listLostOrderIds } from "../../database/queries/list-lost-order-ids"
import { paymentCollectionOwner } from "../../database/queries/payment-collection-owner"
import { workableEntityIds } from "../../modules/company/rules/reach-of-scope"
import { requireReach, requireRight } from "../dealer-scope"

type Guard = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void

/**
 * The cart in the path is within the reach of the right to look at or change carts; 404 otherwise, as if it did not exist. Placing asks
 * for the sight only: its own right is that to make orders.
 */
export const guardCartInPath: Guard = async (req, _res, next) => {
  const looks = req.method === "GET" || req.path === "/complete"
  await refuseForeignCart(req, req.params.id ?? "", looks ? "view" : "edit")
  next()
}

/** A route may name a cart in its query or body instead of its path; wherever `cart_id` stands, it is within the dealer's reach. */
export const guardCartReference: Guard = async (req, _res, next) => {
  for (const holder of [req.query, req.body]) {
    const cartId = referenceIn(holder, "cart_id")
    if (cartId !== undefined) {
      await refuseForeignCart(req, cartId, req.method === "GET" ? "view" : "edit")
    }
  }
  next()
}

/** The order in the path is within the reach of the right to look at orders; 404 otherwise. */
export const guardOrderInPath: Guard = async (req, _res, next) => {
  await refuseForeignOrder(req, req.params.id ?? "", "view")
  next()
}

/** One method of exactly one path needs a right; 403 otherwise. For stock routes: own ones declare theirs. */
export function demandRightOn(method: string, section: RightSection, action: RightAction): Guard {
  return (req, _res, next) => {
    if (req.method === method && req.path === "/") {
      requireRight(req, section, action)
    }
    next()
  }
}

/** A payment collection is as visible as what it pays for; one that pays for nothing is nobody's. */
export const guardPaymentCollectionInPath: Guard = async (req, _res, next) => {
  const id = req.params.id ?? ""
  const owner = await paymentCollectionOwner(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  // The refusal names the collection: it must not tell the id of the cart behind it.
  const isSeen =
    owner.cart_id !== null
      ? await isCartSeen(req, owner.cart_id, "edit")
      : owner.order_id !== null && (await isOrderSeen(req, owner.order_id, "edit"))
  if (!isSeen) {
    throw notFound("Payment collection", id)
  }
  next()
}

/** Takes orders beyond the reach of the right to look at them out of the stock list. Runs after Medusa's own query validation. */
export const hideLostOrders: Guard = async (req, _res, next) => {
  const { entity_ids } = requireReach(req, "order", "view")
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lost = await listLostOrderIds(db, { customer_id: dealerOf(req).customer_id, entity_ids })
  if (lost.length > 0) {
    const asked = req.filterableFields
    req.filterableFields = { $and: [{ ...asked }, { id: { $nin: lost } }] }
  }
  next()
}

/** Orders have their own list, filtered by what the dealer sees; the customer must not carry them past it. */
export const hideOrdersOfCustomer: Guard = (req, _res, next) => {
  req.disallowed = [...(req.disallowed ?? []), "orders"]
  next()
}

/** Prices of stock product routes come from the active contract. Runs after Medusa has set the context from the region. */
export const priceByContract: Guard = (req, _res, next) => {
  const { contract } = dealerOf(req)
  if (contract && req.pricingContext) {
    const context: MedusaPricingContext & { contract_id: string } = {
      ...req.pricingContext,
      currency_code: contract.currency_code,
      contract_id: contract.id,
    }
    req.pricingContext = context
  }
  next()
}

/** Answers 404 to one method of exactly one path. */
export function refuse(method: string, path: string): Guard {
  return (req, _res, next) => {
    // Mounted on the path, a guard sees what follows it: "/" is the path itself.
    if (req.method === method && req.path === "/") {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `${method} ${path} is closed in this portal.`, "route_closed")
    }
    next()
  }
}

async function refuseForeignCart(req: MedusaRequest, cartId: string, action: RightAction): Promise<void> {
  if (!(await isCartSeen(req, cartId, action))) {
    throw notFound("Cart", cartId)
  }
}

async function refuseForeignOrder(req: MedusaRequest, orderId: string, action: RightAction): Promise<void> {
  if (!(await isOrderSeen(req, orderId, action))) {
    throw notFound("Order", orderId)
  }
}

function isCartSeen(req: MedusaRequest, cart_id: string, action: RightAction): Promise<boolean> {
  const reach = requireReach(req, "cart", action)
  return isCartInScope(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    cart_id,
    customer_id: dealerOf(req).customer_id,
    own_entity_ids: workableEntityIds(dealerOf(req)),
    colleague_entity_ids: reach.customer_id === null ? reach.entity_ids : [],
  })
}

function isOrderSeen(req: MedusaRequest, order_id: string, action: RightAction): Promise<boolean> {
  const reach = requireReach(req, "order", action)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return isOrderInScope(db, { ...reach, order_id, asker_id: dealerOf(req).customer_id })
}

function notFound(what: string, id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `${what} with id ${id} was not found`)
}

/** A field of a query or body that must be one id. Throws on anything else, lest a list of ids slips past. */
function referenceIn(holder: unknown, field: string): string | undefined {
  const value = typeof holder === "object" && holder !== null && field in holder ? Reflect.get(holder, field) : undefined
  if (value !== undefined && typeof value !== "string") {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Invalid request: ${field} must be one id`)
  }
  return value
}
