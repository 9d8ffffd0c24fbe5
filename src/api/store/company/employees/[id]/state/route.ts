import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setEmployeeStateWorkflow } from "../../../../../../workflows/company/set-employee-state"
import { dealerOf } from "../../../../../dealer-scope"
import { changerOf } from "../../changer-of"
import { readColleague } from "../../read-colleague"
import type { StoreSetColleagueState } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<StoreSetColleagueState>, res: MedusaResponse): Promise<void> {
  const employee_id = req.params.id ?? ""
  await setEmployeeStateWorkflow(req.scope).run({
    input: { employee_id, state: req.validatedBody.state, changer: changerOf(req, "edit"), actor: dealerOf(req).actor },
  })
  res.json({ employee: await readColleague(req, employee_id) })
}
