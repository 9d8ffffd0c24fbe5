import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listRelations } from "../../../../database/product-card/list-relations"
import { setRelationsWorkflow } from "../../../../workflows/product-card/set-relations"
import type { AdminRelationsResponse, AdminSetRelations } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminRelationsResponse>): Promise<void> {
  const { product_id = "" } = req.params
  res.json(await listRelations(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { product_id }))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSetRelations>, res: MedusaResponse<AdminRelationsResponse>): Promise<void> {
  const { product_id = "" } = req.params
  await setRelationsWorkflow(req.scope).run({ input: { product_id, ...req.validatedBody, actor: actorOf(req) } })
  await GET(req, res)
}
