import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { refreshCatalogWorkflow } from "../../workflows/catalog/refresh-catalog"

/** Medusa's route that puts products into a category tells nobody of it: the catalogue learns of it before the answer is sent. */
function refreshLinkedGoods(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    if (res.statusCode >= 400) {
      return answer(body)
    }
    const product_ids = [...idsOf(req.body, "add"), ...idsOf(req.body, "remove")]
    void refreshCatalogWorkflow(req.scope)
      .run({ input: { product_ids } })
      .then(
        () => answer(body),
        (error: unknown) => next(error)
      )
    return res
  }
  next()
}

function idsOf(body: unknown, key: string): string[] {
  const ids: unknown = typeof body === "object" && body !== null ? Reflect.get(body, key) : null
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []
}

export const linkedGoodsMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/product-categories/:id/products", methods: ["POST"], middlewares: [refreshLinkedGoods] },
]
