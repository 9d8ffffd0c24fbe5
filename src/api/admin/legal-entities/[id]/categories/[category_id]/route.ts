import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { putInCategoryWorkflow } from "../../../../../../workflows/company/put-in-category"
import { readCard } from "../../../read-card"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: legal_entity_id = "", category_id: client_category_id = "" } = req.params
  await putInCategoryWorkflow(req.scope).run({ input: { legal_entity_id, client_category_id, belongs: false, actor: actorOf(req) } })
  res.json({ legal_entity: await readCard(req.scope, legal_entity_id) })
}
