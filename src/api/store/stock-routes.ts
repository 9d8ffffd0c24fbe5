/**
 * What becomes of each of Medusa's own store routes in a closed portal.
 *
 * - `shared`: says the same to every dealer; being signed in as an active employee is enough.
 * - `own`: answers about the signed-in customer only.
 * - `priced`: prices come from the active contract; goods that it does not see are left out.
 * - `whole`: tells of goods of all sorts, so only to a contract that sees the whole catalogue; 404 otherwise.
 * - `cart`: the cart in the path, query or body must be the dealer's own, under a contract he sees; 404 otherwise.
 * - `order`: the order must belong to an entity he sees; 404 otherwise.
 * - `refused`: 404; the reason stands beside it in docs/api-scope.md.
 */
export type StockRouteDecision = "shared" | "own" | "priced" | "whole" | "cart" | "order" | "refused"

/** Every stock store route by "METHOD path". A spec compares the keys with the routes Medusa ships, so an upgrade cannot open a new one unseen. */
export const STOCK_STORE_ROUTES: Record<string, StockRouteDecision> = {
  "POST /store/carts": "own",
  "GET /store/carts/:id": "cart",
  "POST /store/carts/:id": "cart",
  "POST /store/carts/:id/complete": "cart",
  "POST /store/carts/:id/customer": "refused",
  "POST /store/carts/:id/line-items": "cart",
  "DELETE /store/carts/:id/line-items/:line_id": "cart",
  "POST /store/carts/:id/line-items/:line_id": "cart",
  "DELETE /store/carts/:id/promotions": "cart",
  "POST /store/carts/:id/promotions": "cart",
  "POST /store/carts/:id/shipping-methods": "cart",
  "POST /store/carts/:id/taxes": "cart",
  "GET /store/collections": "whole",
  "GET /store/collections/:id": "whole",
  "GET /store/currencies": "shared",
  "GET /store/currencies/:code": "shared",
  "POST /store/customers": "refused",
  "GET /store/customers/me": "own",
  "POST /store/customers/me": "own",
  "GET /store/customers/me/addresses": "own",
  "POST /store/customers/me/addresses": "own",
  "DELETE /store/customers/me/addresses/:address_id": "own",
  "GET /store/customers/me/addresses/:address_id": "own",
  "POST /store/customers/me/addresses/:address_id": "own",
  "GET /store/locales": "shared",
  "GET /store/orders": "own",
  "GET /store/orders/:id": "order",
  "POST /store/orders/:id/transfer/accept": "refused",
  "POST /store/orders/:id/transfer/cancel": "refused",
  "POST /store/orders/:id/transfer/decline": "refused",
  "POST /store/orders/:id/transfer/request": "refused",
  "POST /store/payment-collections": "cart",
  "POST /store/payment-collections/:id/payment-sessions": "cart",
  "GET /store/payment-providers": "shared",
  "GET /store/product-categories": "whole",
  "GET /store/product-categories/:id": "whole",
  "GET /store/product-options": "whole",
  "GET /store/product-options/:id": "whole",
  "GET /store/product-tags": "whole",
  "GET /store/product-tags/:id": "whole",
  "GET /store/product-types": "whole",
  "GET /store/product-types/:id": "whole",
  "GET /store/product-variants": "priced",
  "GET /store/product-variants/:id": "priced",
  "GET /store/products": "priced",
  "GET /store/products/:id": "priced",
  "GET /store/regions": "shared",
  "GET /store/regions/:id": "shared",
  "GET /store/return-reasons": "shared",
  "GET /store/return-reasons/:id": "shared",
  "POST /store/returns": "refused",
  "POST /store/search": "refused",
  "GET /store/shipping-options": "cart",
  "POST /store/shipping-options/:id/calculate": "cart",
}

/** Paths of the stock routes with a decision; those with the method too, since a path may be open for one and closed for another. */
export function stockRoutesDecided(decision: StockRouteDecision): { method: string; path: string }[] {
  return Object.entries(STOCK_STORE_ROUTES).flatMap(([route, decided]) => {
    const [method, path] = route.split(" ")
    return decided === decision && method && path ? [{ method, path }] : []
  })
}
