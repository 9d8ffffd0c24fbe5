import { actorOf, AUDIT_LOG, type AuditInput, type AuditLog } from "@kontor/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Writes into the log what was done to an account. Should the log refuse it, that is undone and the refusal goes on to the caller. */
export async function recordOrUndo(
  req: AuthenticatedMedusaRequest,
  entry: Pick<AuditInput, "action" | "subject_id" | "before" | "after">,
  undo: () => Promise<unknown>
): Promise<void> {
  try {
    await req.scope.resolve<AuditLog>(AUDIT_LOG).append([{ ...entry, actor: actorOf(req), subject_type: "exchange_account" }])
  } catch (error) {
    await undo()
    throw error
  }
}
