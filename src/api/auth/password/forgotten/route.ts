import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { startPasswordReset } from "../../../../workflows/company/send-password-reset"
import type { AuthForgottenPassword } from "../../validators"

/** The same answer at the same time, whether or not anybody has this address. */
export async function POST(req: MedusaRequest<AuthForgottenPassword>, res: MedusaResponse): Promise<void> {
  startPasswordReset(req.scope, req.validatedBody.email)
  res.status(202).json({})
}
