import { decideArea } from "../stock-areas"

function decide(line: string, sees_all: boolean) {
  const [method = "", url = ""] = line.split(" ")
  const [path = "", fields = ""] = url.split("?fields=")
  return decideArea({ method, path, fields, user_id: "user_me" }, { sees_all })
}

/** Relations that the order screen of the dashboard asks for. */
const ORDER_OF_DASHBOARD =
  "id,email,order_change,*customer,*items.variant.product,*items.variant.inventory_items.inventory,+summary,*shipping_address,*sales_channel," +
  "*promotions,*credit_lines,*fulfillments.items,+fulfillments.shipping_option.service_zone.fulfillment_set.type," +
  "*payment_collections.payment_sessions,*payment_collections.payments.refunds.refund_reason,region.automatic_taxes"

describe("stock routes of the admin", () => {
  it.each([
    ["GET /admin/users/me", "open"],
    ["POST /admin/users/user_me", "open"],
    ["GET /admin/products", "open"],
    ["GET /admin/products/prod_1?fields=*variants,*variants.inventory_items.inventory", "open"],
    ["POST /admin/views/orders/configurations", "open"],
    ["GET /admin/orders", "open"],
    ["GET /admin/orders/order_1", "open"],
    ["GET /admin/orders/order_1/changes", "open"],
    ["GET /admin/orders/order_1?fields=*customer,*payment_collections", "open"],
    ["GET /admin/orders/order_1?fields=*customer.orders", "refused"],
    ["GET /admin/sales-channels?fields=*orders", "refused"],
    ["GET /admin/products?fields=variants.order.email", "refused"],
    ["GET /admin/regions?fields=id,carts.email", "refused"],
    [`GET /admin/orders/order_1?fields=${ORDER_OF_DASHBOARD}`, "open"],
    [`GET /admin/products?fields=id,+variants.allow_backorder,*variants.prices,*sales_channels`, "open"],
    ["GET /admin/regions?fields=*payment_providers,*countries,+automatic_taxes", "open"],
    ["GET /admin/stock-locations?fields=*fulfillment_sets.service_zones", "open"],
    ["GET /admin/products?fields=variants.order_items.*", "refused"],
    ["GET /admin/products?fields=id,%20*variants.Order_Items", "refused"],
    ["GET /admin/products?fields=*variants.cart_items", "refused"],
    ["GET /admin/orders?fields=items.variant.order_items.*", "refused"],
    ["GET /admin/orders?fields=promotions.order_link.order.email", "refused"],
    ["GET /admin/orders?fields=items.variant.cart_items.cart.email", "refused"],
    ["GET /admin/orders?fields=*customer.employee_link", "refused"],
    ["GET /admin/orders?fields=*fulfillments.shipping_option.fulfillments", "refused"],
    ["GET /admin/orders?fields=payment_collections.order.email", "refused"],
    ["GET /admin/orders?fields=*payment_collections.payments.refunds.refund_reason.refunds", "refused"],
    ["GET /admin/orders?fields=region.payment_providers.payment_collections.amount", "refused"],
    ["GET /admin/refund-reasons?fields=*refunds.payment", "refused"],
    ["GET /admin/stock-locations?fields=*fulfillment_sets.service_zones.shipping_options.fulfillments", "refused"],
    ["GET /admin/inventory-items?fields=*reservation_items", "refused"],
    ["GET /admin/sales-channels?fields=*api_keys_link.api_key", "refused"],
    ["POST /admin/orders/order_1/cancel", "refused"],
    ["POST /admin/products", "refused"],
    ["GET /admin/customers", "refused"],
    ["GET /admin/search", "refused"],
    ["GET /admin/draft-orders", "refused"],
    ["GET /admin/users", "refused"],
    ["POST /admin/api-keys", "refused"],
    ["POST /admin/invites", "refused"],
    ["GET /admin/notifications", "refused"],
    ["GET /admin/unheard-of", "refused"],
  ])("%s is %s to a manager", (line, expected) => {
    expect(decide(line, false)).toBe(expected)
  })

  it.each([
    ["GET /admin/customers", "open"],
    ["POST /admin/orders/order_1/cancel", "open"],
    ["GET /admin/users", "open"],
    ["POST /admin/users/user_me", "open"],
    ["POST /admin/users/user_other", "refused"],
    ["DELETE /admin/users/user_other", "refused"],
    ["POST /admin/invites", "refused"],
    ["POST /admin/Invites", "refused"],
    ["GET /admin/api-keys", "refused"],
    ["POST /admin/api-keys", "refused"],
    ["GET /admin/workflows-executions", "refused"],
  ])("%s is %s to a head of sales", (line, expected) => {
    expect(decide(line, true)).toBe(expected)
  })
})
