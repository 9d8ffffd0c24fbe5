import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { staffOf } from "../../manager-scope"

/**
 * Middleware: a person's first password is chosen by himself or by who sees all clients anyway. A manager who knew it would sign in as the
 * client and nothing would say that it was he. 403 `role_insufficient`.
 */
export function refuseChosenPassword(req: MedusaRequest<{ password?: unknown }>, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (req.body?.password !== undefined && !staffOf(req).sees_all) {
    const message = "People set their passwords themselves, by the link that is mailed to them: leave the password out."
    throw new MedusaError(MedusaError.Types.FORBIDDEN, message, "role_insufficient")
  }
  next()
}
