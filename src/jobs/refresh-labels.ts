import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refreshLabelsWorkflow } from "../workflows/catalog/refresh-labels"

/** Seconds; another instance that waits so long finds the work done. */
const WAIT_SECONDS = 60

/** Which goods bear labels by rules that look at days, prices and orders. A load that holds the goods is not waited for: the next hour asks again. */
export default async function refreshLabels(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:refresh-labels", () => refreshLabelsWorkflow(container).run({ throwOnError: false }), { timeout: WAIT_SECONDS })
}

export const config = { name: "refresh-labels", schedule: "7 * * * *" }
