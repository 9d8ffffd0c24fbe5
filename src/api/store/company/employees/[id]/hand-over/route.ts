import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { handOverWorkWorkflow } from "../../../../../../workflows/company/hand-over-work"
import type { HandOver } from "../../../../../employee-schema"
import { changerOf } from "../../changer-of"

export async function POST(req: AuthenticatedMedusaRequest<HandOver>, res: MedusaResponse): Promise<void> {
  const { result } = await handOverWorkWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", ...req.validatedBody, changer: changerOf(req, "edit"), actor: dealerOf(req).actor },
  })
  res.json({ handed_over: result })
}
