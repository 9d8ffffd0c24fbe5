import { rm } from "node:fs/promises"
import { resolve, sep } from "node:path"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ERP_MODULE } from "../../modules/erp"
import type ErpModuleService from "../../modules/erp/service"

const DAY_MS = 24 * 60 * 60_000
const BATCH = 500

/** Deleting files cannot be undone, and need not be: each entry is marked after its file is gone, so a repeat goes on. */
const removeOldSpoolFilesStep = createStep("remove-old-spool-files", async (_: void, { container }) => {
  const erp = container.resolve<ErpModuleService>(ERP_MODULE)
  const before = new Date(Date.now() - erp.options.spoolRetentionDays * DAY_MS)
  const entries = await erp.listErpInboxes(
    { state: "done", finished_at: { $lt: before }, path: { $ne: "" } },
    { select: ["id", "path"], take: BATCH, order: { finished_at: "ASC" } }
  )
  const root = resolve(erp.options.spoolDir) + sep
  for (const entry of entries) {
    if (resolve(entry.path).startsWith(root)) {
      await rm(entry.path, { force: true })
    }
    await erp.updateErpInboxes({ id: entry.id, path: "" })
  }
  return new StepResponse({ removed: entries.length })
})

/** Removes applied files after their retention; the entry stays with an empty path. Files outside the spool are left alone. */
export const removeOldSpoolFilesWorkflow = createWorkflow("remove-old-spool-files", () => {
  return new WorkflowResponse(removeOldSpoolFilesStep())
})
