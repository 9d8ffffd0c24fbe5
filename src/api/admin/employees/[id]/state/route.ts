import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setEmployeeStateWorkflow } from "../../../../../workflows/company/set-employee-state"
import { actorOf } from "../../../../actor-of"
import { presentEmployee } from "../../../legal-entities/present-legal-entity"
import type { AdminSetEmployeeState } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminSetEmployeeState>, res: MedusaResponse): Promise<void> {
  const { result } = await setEmployeeStateWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", state: req.validatedBody.state, actor: actorOf(req) },
  })
  res.json({ employee: presentEmployee(result) })
}
