import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listDeliveryPoints } from "../../../database/queries/list-delivery-points"
import { presentDeliveryPoint } from "../../../modules/company/rules/present-delivery-point"
import { createDeliveryPointWorkflow } from "../../../workflows/company/create-delivery-point"
import { requireReach } from "../../dealer-scope"
import type { StoreCreateDeliveryPoint, StoreListDeliveryPoints } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListDeliveryPoints>, res: MedusaResponse): Promise<void> {
  const { limit, offset, is_active, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { entity_ids } = requireReach(req, "delivery_point", "view")
  const isActive = is_active === undefined ? undefined : is_active === "true"
  const { rows, count } = await listDeliveryPoints(db, { filter: { ...filter, is_active: isActive }, entity_ids, limit, offset })
  res.json({ delivery_points: rows, count, offset, limit })
}

export async function POST(req: MedusaRequest<StoreCreateDeliveryPoint>, res: MedusaResponse): Promise<void> {
  const { entity_ids } = requireReach(req, "delivery_point", "create")
  const { result } = await createDeliveryPointWorkflow(req.scope).run({
    input: { point: req.validatedBody, entity_ids, actor: dealerOf(req).actor },
  })
  res.json({ delivery_point: presentDeliveryPoint(result) })
}
