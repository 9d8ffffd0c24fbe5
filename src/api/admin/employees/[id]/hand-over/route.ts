import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { handOverWorkWorkflow } from "../../../../../workflows/company/hand-over-work"
import type { HandOver } from "../../../../employee-schema"
import { refuseForeignClient } from "../../../../manager-scope"

export async function POST(req: AuthenticatedMedusaRequest<HandOver>, res: MedusaResponse): Promise<void> {
  const { to_employee_id } = req.validatedBody
  await refuseForeignClient(req, "employee", to_employee_id)
  const { result } = await handOverWorkWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", to_employee_id, changer: null, actor: actorOf(req) },
  })
  res.json({ handed_over: result })
}
