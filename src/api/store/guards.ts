import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaPricingContext } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isCartInScope } from "../../database/queries/is-cart-in-scope"
import { isOrderInScope } from "../../database/queries/is-order-in-scope"
import { listLostOrderIds } from "../../database/queries/list-lost-order-ids"
import { paymentCollectionOwner } from "../../database/queries/payment-collection-owner"
import { dealerOf } from "../dealer-scope"

type Guard = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void

/** The cart in the path is the dealer's own; 404 otherwise, as if it did not exist. */
export const guardCartInPath: Guard = async (req, _res, next) => {
  await refuseForeignCart(req, req.params.id ?? "")
  next()
}

/** A route may name a cart in its query or body instead of its path; wherever `cart_id` stands, it is the dealer's own. */
export const guardCartReference: Guard = async (req, _res, next) => {
  for (const holder of [req.query, req.body]) {
    const cartId = referenceIn(holder, "cart_id")
    if (cartId !== undefined) {
      await refuseForeignCart(req, cartId)
    }
  }
  next()
}

/** The order in the path belongs to an entity the dealer sees; 404 otherwise. */
export const guardOrderInPath: Guard = async (req, _res, next) => {
  await refuseForeignOrder(req, req.params.id ?? "")
  next()
}

/** A payment collection is as visible as what it pays for; one that pays for nothing is nobody's. */
export const guardPaymentCollectionInPath: Guard = async (req, _res, next) => {
  const id = req.params.id ?? ""
  const owner = await paymentCollectionOwner(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (owner.cart_id !== null) {
    await refuseForeignCart(req, owner.cart_id)
  } else if (owner.order_id !== null) {
    await refuseForeignOrder(req, owner.order_id)
  } else {
    throw notFound("Payment collection", id)
  }
  next()
}

/** Takes orders of entities the dealer no longer works for out of the stock list. Runs after Medusa's own query validation. */
export const hideLostOrders: Guard = async (req, _res, next) => {
  const { customer_id, visible_entity_ids } = dealerOf(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lost = await listLostOrderIds(db, { customer_id, visible_entity_ids })
  if (lost.length > 0) {
    const asked = req.filterableFields
    req.filterableFields = { $and: [{ ...asked }, { id: { $nin: lost } }] }
  }
  next()
}

/** Orders have their own list, filtered by what the dealer sees; the customer must not carry them past it. */
export const hideOrdersOfCustomer: Guard = (req, _res, next) => {
  req.disallowed = ["orders"]
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

async function refuseForeignCart(req: MedusaRequest, cartId: string): Promise<void> {
  const { customer_id, visible_entity_ids } = dealerOf(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await isCartInScope(db, { cart_id: cartId, customer_id, visible_entity_ids }))) {
    throw notFound("Cart", cartId)
  }
}

async function refuseForeignOrder(req: MedusaRequest, orderId: string): Promise<void> {
  const { customer_id, visible_entity_ids } = dealerOf(req)
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (!(await isOrderInScope(db, { order_id: orderId, customer_id, visible_entity_ids }))) {
    throw notFound("Order", orderId)
  }
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
