import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { groupSources } from "../../../../database/groups/list-groups"
import { putGroupSourceWorkflow } from "../../../../workflows/catalog/put-group-source"
import type { AdminErpGroupSourcesResponse, AdminPutErpGroupSource } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminErpGroupSourcesResponse>): Promise<void> {
  res.json({ sources: await groupSources(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminPutErpGroupSource>,
  res: MedusaResponse<AdminErpGroupSourcesResponse>
): Promise<void> {
  await putGroupSourceWorkflow(req.scope).run({ input: { ...req.validatedBody, actor: actorOf(req) } })
  res.json({ sources: await groupSources(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)) })
}
