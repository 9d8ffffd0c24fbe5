import type { InboxEntry } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ERP_MODULE } from "../../../modules/erp"
import type ErpModuleService from "../../../modules/erp/service"
import { drainSource } from "../drain-source"

/** A drain that ends just as a file arrives does not see it; a second one does. */
const DRAINS_MAX = 3

/**
 * Applies the waiting files of the entry's source until the entry itself is finished. The load is one database transaction, so there is
 * nothing to compensate. NOT_FOUND when there is no such entry.
 */
export const processInboxStep = createStep("process-erp-inbox-entry", async (input: { inbox_id: string }, { container }) => {
  const erp = container.resolve<ErpModuleService>(ERP_MODULE)
  let entry = await findEntry(erp, input.inbox_id)
  for (let drains = 0; drains < DRAINS_MAX && isWaiting(entry); drains++) {
    await drainSource(container, entry.source)
    entry = await findEntry(erp, input.inbox_id)
  }
  const result: InboxEntry = { id: entry.id, state: entry.state, error_code: entry.error_code, error_message: entry.error_message }
  return new StepResponse(result)
})

async function findEntry(erp: ErpModuleService, id: string) {
  const [entry] = await erp.listErpInboxes({ id }, { take: 1 })
  if (!entry) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no inbox entry ${id}.`)
  }
  return entry
}

function isWaiting(entry: { state: string }): boolean {
  return entry.state === "pending" || entry.state === "running"
}
