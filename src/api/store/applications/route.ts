import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listApplicationsOfDealer } from "../../../database/applications/list-applications"
import { applyAsEmployee } from "../../../workflows/applications/apply-as-employee"
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
  const { id } = await applyAsEmployee(req.scope, { ...req.validatedBody, dealer: dealerOf(req), uploads: uploadsOf(req) })
  res.json({ application: await readApplication(req, id, "create") })
}
