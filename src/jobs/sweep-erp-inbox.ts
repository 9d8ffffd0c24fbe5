import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ERP_MODULE } from "../modules/erp"
import type ErpModuleService from "../modules/erp/service"
import { processInboxWorkflow } from "../workflows/erp/process-inbox"

/** Files that waited this long were not left to a subscriber that is still at it. */
const LEFT_AFTER_MS = 15_000

/**
 * Takes up files that a stopped process has left, one of each source: its drain brings the others. Does not wait for the loads, since a
 * job that hangs holds up all other jobs; whoever is still loading keeps the source's lock.
 */
export default async function sweepErpInbox(container: MedusaContainer): Promise<void> {
  const erp = container.resolve<ErpModuleService>(ERP_MODULE)
  const waiting = await erp.listErpInboxes(
    { state: ["pending", "running"], received_at: { $lt: new Date(Date.now() - LEFT_AFTER_MS) } },
    { select: ["id", "source"], order: { received_at: "ASC" }, take: 500 }
  )
  const oldest = new Map<string, string>()
  for (const entry of waiting) {
    oldest.set(entry.source, oldest.get(entry.source) ?? entry.id)
  }
  for (const inboxId of oldest.values()) {
    processInboxWorkflow(container)
      .run({ input: { inbox_id: inboxId } })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`The sweep could not take up inbox entry ${inboxId}: ${reason}`)
      })
  }
}

export const config = { name: "sweep-erp-inbox", schedule: "* * * * *" }
