import type { AuditInput } from "@kontor/framework"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AUDIT_MODULE } from "../../../modules/audit"
import type AuditModuleService from "../../../modules/audit/service"

/**
 * Writes into the audit log what the steps before it have done. Stands after them and before the event. Should a later step fail, they are
 * undone; the log is never taken back, so it says that too: a second entry `<action>.undone` with both sides changed over.
 */
export const recordAuditStep = createStep(
  "record-audit",
  async (input: AuditInput | AuditInput[], { container }) => {
    const entries = Array.isArray(input) ? input : [input]
    await container.resolve<AuditModuleService>(AUDIT_MODULE).append(entries)
    return new StepResponse(undefined, entries)
  },
  async (entries, { container }) => {
    const undone = (entries ?? []).map(({ action, before, after, ...rest }) => ({
      ...rest,
      action: `${action}.undone`,
      before: after,
      after: before,
    }))
    await container.resolve<AuditModuleService>(AUDIT_MODULE).append(undone)
  }
)
