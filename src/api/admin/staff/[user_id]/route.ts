import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setStaffRoleWorkflow } from "../../../../workflows/company/set-staff-role"
import type { AdminSetStaffRole } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminSetStaffRole>, res: MedusaResponse): Promise<void> {
  const { result } = await setStaffRoleWorkflow(req.scope).run({
    input: { user_id: req.params.user_id ?? "", role: req.validatedBody.role, actor: actorOf(req) },
  })
  res.json({ staff_member: { user_id: result.user_id, role: result.role } })
}
