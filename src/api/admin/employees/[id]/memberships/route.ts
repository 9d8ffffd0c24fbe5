import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeMembershipWorkflow } from "../../../../../workflows/company/change-membership"
import { refuseForeignClient } from "../../../../manager-scope"
import type { AdminAttachPerson } from "../../people-validators"
import { readPerson } from "../../read-person"

export async function POST(req: AuthenticatedMedusaRequest<AdminAttachPerson>, res: MedusaResponse): Promise<void> {
  const employee_id = req.params.id ?? ""
  await refuseForeignClient(req, "legal_entity", req.validatedBody.legal_entity_id)
  await changeMembershipWorkflow(req.scope).run({
    input: { employee_id, change: { kind: "attach", ...req.validatedBody }, actor: actorOf(req) },
  })
  res.json({ employee: await readPerson(req, employee_id) })
}
