import { decideArea } from "../stock-areas"

function decide(line: string, sees_all: boolean) {
  const [method = "", url = ""] = line.split(" ")
  const [path = "", fields = ""] = url.split("?fields=")
  return decideArea({ method, path, fields, user_id: "user_me" }, { sees_all })
}

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
