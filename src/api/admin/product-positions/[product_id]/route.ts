import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { productPosition } from "../../../../database/positions/product-position"
import { setProductPositionWorkflow } from "../../../../workflows/catalog/set-product-position"
import type { AdminPositionResponse, AdminSetPosition } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminPositionResponse>): Promise<void> {
  const { product_id = "" } = req.params
  res.json({ product_position: await productPosition(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), product_id) })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSetPosition>, res: MedusaResponse<AdminPositionResponse>): Promise<void> {
  const { product_id = "" } = req.params
  await setProductPositionWorkflow(req.scope).run({ input: { product_id, ...req.validatedBody, actor: actorOf(req) } })
  await GET(req, res)
}
