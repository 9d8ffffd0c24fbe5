import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { putInCategoryWorkflow } from "../../../../../workflows/company/put-in-category"
import { readCard } from "../../read-card"
import type { AdminAddCategory } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminAddCategory>, res: MedusaResponse): Promise<void> {
  const legal_entity_id = req.params.id ?? ""
  await putInCategoryWorkflow(req.scope).run({ input: { ...req.validatedBody, legal_entity_id, belongs: true, actor: actorOf(req) } })
  res.json({ legal_entity: await readCard(req.scope, legal_entity_id) })
}
