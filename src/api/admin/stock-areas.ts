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

/**
 * Medusa lets a query walk from a thing to whatever is linked to it. A step with one of these words would walk to people, to the work of
 * other clients or to keys, under whichever name the link has: "orders", "order_items", "order_link".
 */
const LEADING_ASTRAY =
  /(^|_)(order|cart|customer|employee|user|legal_entit|contract|account_holder|api_key|invite|rbac|reservation|return_item|campaign)|(^|_)(payments|payment_collections?|payment_sessions?|refunds|captures|transactions|fulfillments|returns|claims|exchanges|links?)(_|$)/

/** What an order itself leads to: the dashboard asks for it, and a guard holds the order to the manager's clients. */
const PARTS_OF_ORDER =
  /^(customer|order_change|fulfillments|payment_collections(\.payment_sessions|\.payments(\.refunds(\.refund_reason)?)?)?|returns|claims|exchanges|transactions)(?=\.|$)/

/** Whether a field of a query ("*variants.options", "+email") leaves the thing that was asked about and what belongs to it. */
function leadsAstray(field: string, area: string): boolean {
  const path = field.replace(/[^a-z0-9_.]/g, "")
  const rest = area === "orders" ? path.replace(PARTS_OF_ORDER, "") : path
  return rest.split(".").some((step) => LEADING_ASTRAY.test(step))
}

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
  const strays = fields.split(",").some((field) => leadsAstray(field.toLowerCase(), area))
  return READ_BY_MANAGERS.includes(area) && !strays ? "open" : "refused"
}
