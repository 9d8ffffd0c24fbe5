import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeEmployeeWorkflow } from "../../../../workflows/company/change-employee"
import type { ChangeEmployee } from "../../../employee-schema"
import { refuseForeignEntities } from "../../../manager-scope"
import { membershipsIn } from "../../../memberships-in"
import { presentEmployee } from "../../legal-entities/present-legal-entity"

export async function POST(req: AuthenticatedMedusaRequest<ChangeEmployee>, res: MedusaResponse): Promise<void> {
  const { legal_entity_ids, default_legal_entity_id, ...change } = req.validatedBody
  if (legal_entity_ids) {
    await refuseForeignEntities(req, legal_entity_ids)
  }
  const memberships = membershipsIn({ legal_entity_ids, default_legal_entity_id })
  const { result } = await changeEmployeeWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", ...change, ...memberships, changer: null, actor: actorOf(req) },
  })
  res.json({ employee: presentEmployee(result) })
}
