import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { labelProductsWorkflow } from "../../../../../workflows/catalog/label-products"
import type { AdminLabelledProducts, AdminLabelProducts } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminLabelProducts>, res: MedusaResponse<AdminLabelledProducts>): Promise<void> {
  const { id = "" } = req.params
  const { bears, ...goods } = req.validatedBody
  const { result } = await labelProductsWorkflow(req.scope).run({ input: { id, goods, bears, actor: actorOf(req) } })
  res.json(result)
}
