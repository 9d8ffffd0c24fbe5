import { existsSync } from "node:fs"
import type { Actor } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { ERP_MODULE } from "../../modules/erp"
import { INBOX_RECEIVED } from "../../modules/erp/service"
import type ErpModuleService from "../../modules/erp/service"
import { recordAuditStep } from "../audit/steps/record-audit"

/** Puts the file of a run back into the queue; compensation restores the entry. */
const requeueStep = createStep(
  "requeue-erp-inbox",
  async (input: { run_id: string }, { container }) => {
    const erp = container.resolve<ErpModuleService>(ERP_MODULE)
    const run = await erp.retrieveExchangeRun(input.run_id)
    const [entry] = run.inbox_id ? await erp.listErpInboxes({ id: run.inbox_id }, { take: 1 }) : []
    if (!entry) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Run ${run.id} has no file that could be loaded again.`, "run_without_file")
    }
    if (entry.state === "pending" || entry.state === "running") {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `File ${entry.filename} is already ${entry.state}.`, "inbox_busy")
    }
    if (!entry.path || !existsSync(entry.path)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `File ${entry.filename} is no longer in the spool; the ERP must send it again.`,
        "file_missing"
      )
    }
    await erp.updateErpInboxes({ id: entry.id, state: "pending", attempts: 0, error_code: null, error_message: null, finished_at: null })
    return new StepResponse(
      { id: entry.id, before: { state: entry.state, attempts: entry.attempts } },
      { id: entry.id, state: entry.state, attempts: entry.attempts, finished_at: entry.finished_at }
    )
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<ErpModuleService>(ERP_MODULE).updateErpInboxes(before)
    }
  }
)

/** Loads the file of a finished run once more, as if it had just come. NOT_ALLOWED when it waits already or is gone. */
export const retryInboxWorkflow = createWorkflow("retry-erp-inbox", (input: WorkflowData<{ run_id: string; actor: Actor }>) => {
  const entry = requeueStep(input)
  const audited = transform({ input, entry }, (data) => ({
    actor: data.input.actor,
    action: "exchange_run.retried",
    subject_type: "exchange_run",
    subject_id: data.input.run_id,
    before: data.entry.before,
    after: { state: "pending", attempts: 0 },
  }))
  recordAuditStep(audited)
  emitEventStep({ eventName: INBOX_RECEIVED, data: { id: entry.id } })
  return new WorkflowResponse(entry)
})
