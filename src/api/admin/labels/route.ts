import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { labelsOfProduct, listLabels } from "../../../database/labels/label-listing"
import { createLabelWorkflow } from "../../../workflows/catalog/save-label"
import { answerLabel } from "./answer-label"
import type { AdminCreateLabel, AdminLabelListResponse, AdminLabelResponse, AdminListLabels } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AdminListLabels>,
  res: MedusaResponse<AdminLabelListResponse>
): Promise<void> {
  const { product_id } = req.validatedQuery
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const labels = product_id === undefined ? await listLabels(db) : await labelsOfProduct(db, { product_id })
  res.json({ labels, count: labels.length })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateLabel>, res: MedusaResponse<AdminLabelResponse>): Promise<void> {
  const { result } = await createLabelWorkflow(req.scope).run({ input: { draft: req.validatedBody, actor: actorOf(req) } })
  await answerLabel(req, res, result.id)
}
