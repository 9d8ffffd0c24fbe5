/**
 * What becomes of Medusa's own admin routes for those who do not see everything or do not administer. Own routes are not decided here: each
 * filters by the manager's clients itself.
 */
export type AreaDecision = "open" | "refused"

export interface AreaRequest {
  method: string
  /** Path below the host, "/admin/orders/order_1". */
  path: string
  /** The query parameter `fields`, as it came. */
  fields: string
  user_id: string
}

/** Whoever changes one of these could give himself, or a friend, every right. */
const ADMIN_ONLY = ["users", "invites", "api-keys", "rbac", "workflows-executions"]

/** What a manager needs of Medusa's own screens, to read. But for orders, which are held to his clients by a guard, none of it is about clients. */
const READ_BY_MANAGERS = [
  "collections",
  "currencies",
  "feature-flags",
  "inventory-items",
  "locales",
  "orders",
  "plugins",
  "price-preferences",
  "product-categories",
  "product-options",
  "product-tags",
  "product-types",
  "product-variants",
  "products",
  "property-labels",
  "refund-reasons",
  "regions",
  "return-reasons",
  "sales-channels",
  "stock-locations",
  "stores",
  "tax-regions",
  "translations",
]

/** How the tables of the dashboard look to a person; his own. */
const OWN_SETTINGS = ["views", "layouts"]

/** Medusa lets a query walk from a thing to whatever is linked to it; these words would walk to other clients. */
const LEADING_ASTRAY = /\b(orders|carts|customers|employees?|users?|legal_entit(y|ies)|contracts?)\b/

/** Decides a request to a stock route of a user who does not administer. */
export function decideArea(request: AreaRequest, access: { sees_all: boolean }): AreaDecision {
  const { method, path, user_id, fields } = request
  // Express takes paths in any letter case.
  const [, , name = "", id] = path.split("/")
  const area = name.toLowerCase()
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS"
  if (area === "users" && (id === "me" || id === user_id)) {
    return "open"
  }
  if (ADMIN_ONLY.includes(area)) {
    return access.sees_all && area === "users" && isRead ? "open" : "refused"
  }
  if (access.sees_all || OWN_SETTINGS.includes(area)) {
    return "open"
  }
  if (!isRead) {
    return "refused"
  }
  const leadsAstray = LEADING_ASTRAY.test(fields) || (area !== "orders" && /\b(customer|order|cart)\b/.test(fields))
  return READ_BY_MANAGERS.includes(area) && !leadsAstray ? "open" : "refused"
}
