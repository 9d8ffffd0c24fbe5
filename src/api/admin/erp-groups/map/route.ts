import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { mapGroupsWorkflow } from "../../../../workflows/catalog/map-groups"
import type { AdminMapErpGroups, AdminMappedErpGroupsResponse } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AdminMapErpGroups>,
  res: MedusaResponse<AdminMappedErpGroupsResponse>
): Promise<void> {
  const { result: mapping } = await mapGroupsWorkflow(req.scope).run({ input: { ...req.validatedBody, actor: actorOf(req) } })
  res.json({ mapping })
}
