import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeEmployeeWorkflow } from "../../../../../workflows/company/change-employee"
import type { ChangeEmployee } from "../../../../employee-schema"
import { membershipsIn } from "../../../../memberships-in"
import { changerOf } from "../changer-of"
import { readColleague } from "../read-colleague"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ employee: await readColleague(req, req.params.id ?? "") })
}

export async function POST(req: AuthenticatedMedusaRequest<ChangeEmployee>, res: MedusaResponse): Promise<void> {
  const employee_id = req.params.id ?? ""
  const { legal_entity_ids, default_legal_entity_id, ...change } = req.validatedBody
  const memberships = membershipsIn({ legal_entity_ids, default_legal_entity_id })
  await changeEmployeeWorkflow(req.scope).run({
    input: { employee_id, ...change, ...memberships, changer: changerOf(req, "edit"), actor: dealerOf(req).actor },
  })
  res.json({ employee: await readColleague(req, employee_id) })
}
