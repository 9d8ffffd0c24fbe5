import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setEmployeeStateWorkflow } from "../../../../../../workflows/company/set-employee-state"
import type { SetEmployeeState } from "../../../../../employee-schema"
import { changerOf } from "../../changer-of"
import { readColleague } from "../../read-colleague"

export async function POST(req: AuthenticatedMedusaRequest<SetEmployeeState>, res: MedusaResponse): Promise<void> {
  const employee_id = req.params.id ?? ""
  await setEmployeeStateWorkflow(req.scope).run({
    input: { employee_id, state: req.validatedBody.state, changer: changerOf(req, "edit"), actor: dealerOf(req).actor },
  })
  res.json({ employee: await readColleague(req, employee_id) })
}
