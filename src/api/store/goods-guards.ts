import { dealerOf } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isProductSeen, PRODUCT_IDS_MAX, seenProducts } from "../../database/queries/unseen-products"
import { requireContract } from "../dealer-scope"
import { stockRoutesDecided } from "./stock-routes"

type Guard = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void> | void

/** Relations by which an answer about one thing would tell of goods that the dealer does not see. */
const RELATIONS_TO_GOODS = ["products"]

/** Relations by which Medusa names any category: also those that are switched off, internal, such as the inbox, or hidden from the dealer. */
const RELATIONS_TO_CATEGORIES = ["categories", "category_children", "parent_category"]

/** Relations that tell the stock of each warehouse, and of all together: also of those that the contract does not draw from. */
const RELATIONS_TO_STOCK = ["inventory", "location_levels"]

/** Medusa's sum over the warehouses of a sales channel. */
const STOCK_OF_CHANNEL = ["inventory_quantity"]

/**
 * No answer of a stock route reaches the stock of single warehouses by its relations, nor categories; nor the sum of all of them where the contract draws from some; nor, of one who
 * does not see all, other goods.
 */
export const closeRelations: Guard = (req, _res, next) => {
  const { contract } = dealerOf(req)
  const toGoods = contract?.assortment ? RELATIONS_TO_GOODS : []
  const toSum = contract && contract.warehouse_ids.length > 0 ? STOCK_OF_CHANNEL : []
  req.disallowed = [...(req.disallowed ?? []), ...RELATIONS_TO_STOCK, ...RELATIONS_TO_CATEGORIES, ...toSum, ...toGoods]
  next()
}

/** A product or variant in the path is one that the dealer sees; 404 otherwise, as if it did not exist. Without a contract nobody sees goods. */
const guardGoodsInPath: Guard = async (req, _res, next) => {
  const sight = requireContract(req).assortment
  const id = req.params.id ?? ""
  if (sight && !(await isProductSeen(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), sight, id))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Nothing with id: ${id} was found`)
  }
  next()
}

/** Takes what the dealer does not see out of a stock list. Runs after Medusa's own query validation. */
const hideGoods = (field: "id" | "product_id"): Guard => {
  return async (req, _res, next) => {
    const sight = requireContract(req).assortment
    if (sight) {
      const seen = await seenProducts(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), sight)
      if (!seen) {
        throw closed(
          req,
          `there are more than ${PRODUCT_IDS_MAX} products that this contract does not see; GET /store/catalog lists the others`
        )
      }
      const asked = req.filterableFields.$and
      req.filterableFields.$and = [...(Array.isArray(asked) ? asked : []), { [field]: seen }]
    }
    next()
  }
}

/** Categories tell of all below them, options of the product they belong to: one who does not see all has own routes for that. */
const closeToNarrowSight: Guard = (req, _res, next) => {
  if (requireContract(req).assortment) {
    throw closed(req, "GET /store/catalog/categories and GET /store/catalog tell what this contract sees")
  }
  next()
}

function closed({ method, originalUrl }: MedusaRequest, why: string): MedusaError {
  const [path] = originalUrl.split("?")
  return new MedusaError(MedusaError.Types.NOT_FOUND, `${method} ${path} is closed: ${why}.`, "route_closed")
}

/** Medusa's own routes to goods, under the assortment of the active contract. */
export const goodsMiddlewares: MiddlewareRoute[] = [
  ...stockRoutesDecided("whole").map(({ path }) => ({ matcher: path, middlewares: [closeToNarrowSight] })),
  ...["/store/products/:id", "/store/product-variants/:id"].map((matcher) => ({ matcher, middlewares: [guardGoodsInPath] })),
  { matcher: "/store/products", methods: ["GET"], middlewares: [hideGoods("id")] },
  { matcher: "/store/product-variants", methods: ["GET"], middlewares: [hideGoods("product_id")] },
]
