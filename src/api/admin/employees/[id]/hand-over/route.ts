import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { handOverWorkWorkflow } from "../../../../../workflows/company/hand-over-work"
import { actorOf } from "../../../../actor-of"
import { refuseForeignClient } from "../../../../manager-scope"
import type { AdminHandOver } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminHandOver>, res: MedusaResponse): Promise<void> {
  const { to_employee_id } = req.validatedBody
  await refuseForeignClient(req, "employee", to_employee_id)
  const { result } = await handOverWorkWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", to_employee_id, changer: null, actor: actorOf(req) },
  })
  res.json({ handed_over: result })
}
