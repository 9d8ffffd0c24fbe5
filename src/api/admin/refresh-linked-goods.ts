import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { refreshCatalogWorkflow } from "../../workflows/catalog/refresh-catalog"
import { beforeAnswer } from "../before-answer"

/** Medusa's route that puts products into a category tells nobody of it: the catalogue learns of it before the answer is sent. */
function refreshLinkedGoods(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  beforeAnswer(res, next, () => {
    const product_ids = [...idsOf(req.body, "add"), ...idsOf(req.body, "remove")]
    return refreshCatalogWorkflow(req.scope).run({ input: { product_ids } })
  })
  next()
}

function idsOf(body: unknown, key: string): string[] {
  const ids: unknown = typeof body === "object" && body !== null ? Reflect.get(body, key) : null
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []
}

export const linkedGoodsMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/product-categories/:id/products", methods: ["POST"], middlewares: [refreshLinkedGoods] },
]
