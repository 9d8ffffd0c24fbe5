import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listApplicationsOfDealer } from "../../../database/applications/list-applications"
import { applyForChange } from "../../../workflows/applications/apply-for-change"
import { applyForEntity } from "../../../workflows/applications/apply-for-entity"
import { requireReach } from "../../dealer-scope"
import { uploadsOf } from "../../receive-application"
import { applicationReach, readApplication } from "./read-application"
import type { StoreApply, StoreListApplications } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreListApplications>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { applications, count } = await listApplicationsOfDealer(db, { filter, limit, offset, reach: applicationReach(req, "view") })
  res.json({ applications: applications.map(({ manager: _, ...application }) => application), count, limit, offset })
}

export async function POST(req: MedusaRequest<StoreApply>, res: MedusaResponse): Promise<void> {
  const { kind: _, legal_entity_id, ...form } = req.validatedBody
  const by = { ...form, dealer: dealerOf(req), uploads: uploadsOf(req) }
  const { entity_ids } = requireReach(req, "application", "create")
  const { id } = legal_entity_id
    ? await applyForChange(req.scope, { ...by, legal_entity_id, entity_ids })
    : await applyForEntity(req.scope, by)
  res.json({ application: await readApplication(req, id, "create") })
}
