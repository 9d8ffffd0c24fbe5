import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setEmployeeStateWorkflow } from "../../../../../workflows/company/set-employee-state"
import type { SetEmployeeState } from "../../../../employee-schema"
import { presentEmployee } from "../../../legal-entities/present-legal-entity"

export async function POST(req: AuthenticatedMedusaRequest<SetEmployeeState>, res: MedusaResponse): Promise<void> {
  const { result } = await setEmployeeStateWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", state: req.validatedBody.state, actor: actorOf(req) },
  })
  res.json({ employee: presentEmployee(result) })
}
