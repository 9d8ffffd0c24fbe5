/** One way to ask a route of goods. `{name}` stands for what the world calls so, in path parameters, query and body alike. */
export interface Probe {
  /** What stands in the parameters of the path, in their order. */
  params?: string[]
  query?: string
  body?: object
  /** Rows of an uploaded order form, below its header. */
  form?: (string | number)[][]
}

/** Says nothing of goods, and why that is so. */
const harmless = (why: string) => ({ harmless: why })

const PEOPLE = harmless("is about people and companies")
const OWN = harmless("answers what the dealer himself has written, and it was not about goods")
const PLAIN = harmless("is the same for every shop and names no goods")
const CONTENT = harmless("is what the staff writes and shows to whom it will")
const PAYING = harmless("is about paying and delivery; the cart that it answers stands among the carts")

/** Searched by each thing that a person may know of goods. */
const SOUGHT = ["{article1}", "{article4}", "{title5}", "{barcode6}", "{brand}", "{color}", "own 1", "Тайн"]

const searches = (path: string) => SOUGHT.map((text): Probe => ({ query: `${path}${path ? "&" : ""}q=${text}` }))

/** Every hidden product, by each of its ids. */
const each = (what: "variant" | "product"): Probe[] => [1, 4, 5, 6].map((n) => ({ params: [`{${what}${n}}`] }))

const SORTS = ["relevance", "name", "article", "newest", "position", "price", "price_desc"]

/**
 * How every route of the store is asked for goods that the dealer may not see; or why it says nothing of goods. A new route fails the spec until it
 * stands here.
 */
export const PROBES: Record<string, Probe[] | { harmless: string }> = {
  "GET /store/catalog": [
    ...SORTS.map((sort) => ({ query: `sort=${sort}&limit=100` })),
    { query: "limit=1&offset=2" },
    ...SORTS.map((sort) => ({ query: `sort=${sort}&limit=100&cursor=start` })),
    { query: "category_id={category}&cursor=start" },
    { query: "category_id={category}" },
    { query: "property[brand]={brand}" },
    { query: "in_stock=true" },
    { query: "bought=before" },
    { query: "bought=never" },
    { query: "favourites=own" },
    { query: "label={brand}" },
    { query: "property[brand]={brand}&property[brand]=%D0%91%D1%80%D0%B5%D0%BD%D0%B4" },
    ...searches(""),
  ],
  "GET /store/catalog/facets": [{}, { query: "category_id={category}" }, { query: "property[brand]={brand}" }, ...searches("")],
  "GET /store/catalog/suggestions": searches(""),
  "GET /store/catalog/categories": [{}],
  // Hidden goods belong to one that is seen.
  "GET /store/catalog/:variant_id": [...each("variant"), { params: ["{seen_entry}"] }],
  "GET /store/catalog/:variant_id/reviews": each("variant"),
  "POST /store/catalog/:variant_id/reviews": each("variant").map((probe) => ({ ...probe, body: { rating: 5, text: "x" } })),
  "GET /store/product-documents/:id/file": harmless("is looked at by a test of its own"),
  "GET /store/prices/explain": [1, 4, 5, 6].map((n) => ({ query: `variant_id={variant${n}}&quantity=1` })),
  "GET /store/part-numbers": [{}, { query: "q=own" }],
  "POST /store/part-numbers": [1, 4].map((n) => ({ body: { part_numbers: [{ number: "guessed", variant_id: `{variant${n}}` }] } })),
  "GET /store/supplies/arrivals": [{}, { query: "category_id={category}" }, { query: "bought=true" }],
  "GET /store/supplies/arrivals/file": [{}],
  "GET /store/price-lists": harmless("names the lists that he asked for; the goods stand in their files"),
  "POST /store/price-lists": harmless("orders a list; what stands in it is looked at by a test of its own"),
  "GET /store/price-lists/:id": harmless("tells how far a list is"),
  "GET /store/price-lists/:id/file": harmless("is looked at by a test of its own"),
  "GET /store/order-form-template": harmless("is a form without goods"),
  "POST /store/carts": [{ body: { region_id: "{region}", items: [{ variant_id: "{variant4}", quantity: 1 }] } }],
  "GET /store/carts/:id": [
    { params: ["{cart_of_old}"], query: "fields=*items,*items.variant" },
    { params: ["{cart_of_old}"], query: "fields=+items.product.title,+items.product.metadata" },
    { params: ["{cart_of_old}"], query: "fields=*items.variant.product.categories.products,*items.product.variants" },
    { params: ["{cart_of_old}"], query: "fields=*region.carts,*customer.orders,*sales_channel.products,*promotions" },
    {
      params: ["{cart_of_old}"],
      query: "fields=*items.variant.inventory_items.inventory,*items.variant.prices,*items.variant.price_set.prices",
    },
    { params: ["{cart_of_old}"] },
  ],
  "POST /store/carts/:id": [{ params: ["{cart_of_old}"], body: { metadata: { a: 1 } } }],
  "POST /store/carts/:id/line-items": [1, 4, 5, 6].map((n) => ({ params: ["{cart}"], body: { variant_id: `{variant${n}}`, quantity: 1 } })),
  "POST /store/carts/:id/lines": [
    ...[1, 4, 5, 6].map((n) => ({ params: ["{cart}"], body: { lines: [{ variant_id: `{variant${n}}`, quantity: "1" }] } })),
    ...["{article1}", "{article5}", "{barcode6}", "own 1", "ТАЙНА"].map((article) => ({
      params: ["{cart}"],
      body: { lines: [{ article, quantity: "1" }] },
    })),
  ],
  "POST /store/carts/:id/order-form": [
    { params: ["{cart}"], form: [["{article1}", "x1", 1], ["{article4}", "x4", 1], ["own 1", "", 1], ["{barcode6}", "", 1]] },
    { params: ["{cart}"], query: "learn=true", form: [["{article5}", "x5", 1]] },
  ], // prettier-ignore
  "GET /store/notices": [{}],
  "POST /store/notices": [4, 5].map((n) => ({ body: { kind: "price_drop", variant_id: `{variant${n}}` } })),
  "DELETE /store/notices/:id": [{ params: ["nowhere"] }],
  "GET /store/purchases": [{}, { query: "category_id={category}" }],
  "GET /store/purchases/gaps": [{}, { query: "category_id={category}" }],
  "GET /store/purchases/gaps/file": [{}],
  "GET /store/favourites": [{}],
  "GET /store/favourites/variants": [{}],
  "POST /store/favourites": [1, 4].map((n) => ({ body: { variant_ids: [`{variant${n}}`], is_favourite: true } })),
  "GET /store/company-orders/:id/promises": [{ params: ["{order}"] }],
  "POST /store/company-orders/:id/promises": [{ params: ["{order}"], body: { answer: "accept" } }],
  "POST /store/company-orders/:id/reservation": [{ params: ["{order}"] }],
  "POST /store/company-orders/:id/repeat": [{ params: ["{order}"], body: { cart_id: "{cart}" } }],
  "GET /store/company-orders": [{}, ...searches("")],
  "GET /store/company-orders/:id": [{ params: ["{order}"] }, { params: ["{order}"], query: "explanations=true" }],
  "GET /store/orders": [{ query: "fields=*items" }, { query: "fields=*items.variant,*items.product" }],
  "GET /store/orders/:id": [
    { params: ["{order}"] },
    { params: ["{order}"], query: "fields=*items" },
    { params: ["{order}"], query: "fields=*items.variant,*items.product" },
  ],
  "GET /store/products": [
    { query: "limit=100" },
    { query: "fields=id,title,*variants&limit=100" },
    { query: "fields=id,title&q=Тайн" },
    { query: "fields=id,title&id={product4}" },
    { query: "fields=id,title&category_id={category}" },
    { query: "fields=id,*categories,*variants&limit=100" },
    { query: "fields=id,title&$or[0][id]={product4}&$or[1][title]={title1}" },
    { query: "fields=id,title&$and[0][id]={product4}" },
    { query: "fields=id,title&title={title1}" },
    { query: "fields=id,title&variants[sku]={article4}" },
    { query: "fields=id,title&variants[barcode]={barcode6}" },
    { query: "fields=id,title&id[]={product4}&id[]={product1}" },
    { query: "fields=id,*sales_channels.products" },
    { query: "fields=id,*sales_channels.products_link.product" },
    { query: "fields=id,*shipping_profile.products" },
    { query: "fields=id,*tags.products,*collection.products,*type.products" },
    { query: "fields=id,*options.products,*options.values.variants" },
    { query: "fields=id,*variants.product.categories.products" },
    { query: "fields=id,*variants.inventory_items.inventory.variants" },
    { query: "fields=id,categories.parent_category.category_children.name" },
    { query: "fields=id,*images,+metadata,*variants.prices" },
    { query: "fields=id,*variants.calculated_price,+variants.inventory_quantity&order=-title&limit=1" },
    { query: "fields=id,title&external_id=p4" },
    { query: "fields=id,title&handle={article4}" },
    { query: "fields=id,title&created_at[$gt]=2020-01-01&limit=100" },
  ],
  "GET /store/products/:id": [...each("product"), ...each("product").map((probe) => ({ ...probe, query: "fields=id,title" }))],
  "GET /store/product-variants": [
    { query: "limit=100" },
    ...[
      "",
      "&q=TAYNA",
      "&id={variant4}",
      "&sku={article4}",
      "&product_id={product4}",
      "&ean={barcode6}",
      "&barcode={barcode6}",
      "&$or[0][id]={variant4}",
      "&title={title4}",
    ].map((more) => ({ query: `fields=id,sku,title,*product${more}` })),
  ],
  "GET /store/product-variants/:id": [...each("variant"), ...each("variant").map((probe) => ({ ...probe, query: "fields=id,sku,title" }))],
  "GET /store/product-categories": [{ query: "limit=100" }, { query: "fields=*products" }, { query: "q=Тайн" }],
  "GET /store/product-categories/:id": [{ params: ["{category}"] }, { params: ["{category}"], query: "fields=*products" }],
  "GET /store/product-options": [{ query: "fields=*values&limit=100" }],
  "GET /store/product-options/:id": [{ params: ["nowhere"] }],
  "GET /store/collections": [{ query: "fields=*products" }],
  "GET /store/collections/:id": [{ params: ["nowhere"], query: "fields=*products" }],
  "GET /store/product-tags": [{ query: "fields=*products" }],
  "GET /store/product-tags/:id": [{ params: ["nowhere"], query: "fields=*products" }],
  "GET /store/product-types": [{ query: "fields=*products" }],
  "GET /store/product-types/:id": [{ params: ["nowhere"], query: "fields=*products" }],
  "POST /store/carts/:id/contract": [{ params: ["{cart_of_old}"], body: { contract_id: "{contract}" } }],
  "GET /store/carts/:id/refine": [{ params: ["{cart_of_old}"] }],
  "POST /store/carts/:id/refine": harmless("asks the ERP of lines that are seen; a test of refining looks at it"),
  "POST /store/carts/:id/complete": [{ params: ["{cart_of_old}"] }],
  "POST /store/carts/:id/line-items/:line_id": harmless("changes a line that is in the cart"),
  "DELETE /store/carts/:id/line-items/:line_id": harmless("takes out a line that is in the cart"),
  "POST /store/carts/:id/promotions": PAYING,
  "DELETE /store/carts/:id/promotions": PAYING,
  "POST /store/carts/:id/shipping-methods": PAYING,
  "POST /store/carts/:id/taxes": PAYING,
  "GET /store/shipping-options": PAYING,
  "POST /store/shipping-options/:id/calculate": PAYING,
  "POST /store/payment-collections": PAYING,
  "POST /store/payment-collections/:id/payment-sessions": PAYING,
  "GET /store/payment-providers": PAYING,
  "GET /store/customers/me": PEOPLE,
  "POST /store/customers/me": PEOPLE,
  "GET /store/customers/me/addresses": PEOPLE,
  "POST /store/customers/me/addresses": PEOPLE,
  "DELETE /store/customers/me/addresses/:address_id": PEOPLE,
  "GET /store/customers/me/addresses/:address_id": PEOPLE,
  "POST /store/customers/me/addresses/:address_id": PEOPLE,
  "GET /store/company/employees": PEOPLE,
  "POST /store/company/employees": PEOPLE,
  "GET /store/company/employees/:id": PEOPLE,
  "POST /store/company/employees/:id": PEOPLE,
  "POST /store/company/employees/:id/hand-over": PEOPLE,
  "POST /store/company/employees/:id/invitation": PEOPLE,
  "POST /store/company/employees/:id/state": PEOPLE,
  "GET /store/company/roles": PEOPLE,
  "GET /store/company/review-signature": PEOPLE,
  "POST /store/company/review-signature": PEOPLE,
  "GET /store/consents": PEOPLE,
  "POST /store/consents": PEOPLE,
  "GET /store/applications": OWN,
  "POST /store/applications": OWN,
  "GET /store/applications/:id": OWN,
  "POST /store/applications/:id/answer": OWN,
  "GET /store/applications/:id/files/:file_id": OWN,
  "GET /store/delivery-points": PEOPLE,
  "POST /store/delivery-points": PEOPLE,
  "POST /store/delivery-points/:id": PEOPLE,
  "GET /store/legal-entities": PEOPLE,
  "GET /store/legal-entities/:id": PEOPLE,
  "GET /store/me": PEOPLE,
  "POST /store/me/contract": PEOPLE,
  "POST /store/me/legal-entity": PEOPLE,
  "GET /store/me/sign-ins": PEOPLE,
  "POST /store/me/sign-ins/:id/end": PEOPLE,
  "GET /store/registry/legal-entities": PEOPLE,
  "GET /store/registry/addresses": PEOPLE,
  "GET /store/currencies": PLAIN,
  "GET /store/currencies/:code": PLAIN,
  "GET /store/trading-hours": PEOPLE,
  "GET /store/content": CONTENT,
  "GET /store/content/:id": CONTENT,
  "GET /store/content/:id/file": CONTENT,
  "GET /store/content-requests": OWN,
  "POST /store/content-requests": OWN,
  "POST /store/content/:id/votes": CONTENT,
  "GET /store/regions": PLAIN,
  "GET /store/regions/:id": PLAIN,
  "GET /store/return-reasons": PLAIN,
  "GET /store/return-reasons/:id": PLAIN,
}

/** Routes that may tell even one who sees all nothing of these goods: what they answer says so little, or there is none of it here. All others must. */
export const MAY_BE_SILENT = [
  // What an order and a cart keep is what the goods were called then; a list of orders names none.
  "GET /store/company-orders",
  "GET /store/company-orders/:id",
  "GET /store/company-orders/:id/promises",
  "POST /store/company-orders/:id/promises",
  "POST /store/company-orders/:id/reservation",
  "GET /store/orders",
  "POST /store/carts/:id",
  "POST /store/carts/:id/contract",
  "POST /store/carts/:id/complete",
  // Reviews name no goods.
  "GET /store/catalog/:variant_id/reviews",
  "POST /store/catalog/:variant_id/reviews",
  // Whoever explains a price is told the product by its id.
  "GET /store/prices/explain",
  "GET /store/carts/:id/refine",
  "GET /store/collections",
  "GET /store/collections/:id",
  "GET /store/product-options",
  "GET /store/product-options/:id",
  "GET /store/product-tags",
  "GET /store/product-tags/:id",
  "GET /store/product-types",
  "GET /store/product-types/:id",
  "POST /store/part-numbers",
  "POST /store/favourites",
  // Tells the id of the notice alone.
  "POST /store/notices",
  "DELETE /store/notices/:id",
  "GET /store/purchases/gaps",
]
