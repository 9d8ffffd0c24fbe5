import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { removeOutdatedPriceListsWorkflow } from "../workflows/document/remove-outdated-price-lists"

/** Seconds; another instance that waits so long finds them gone. */
const WAIT_SECONDS = 60

export default async function removeOutdatedPriceLists(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:remove-outdated-price-lists", () => removeOutdatedPriceListsWorkflow(container).run(), { timeout: WAIT_SECONDS })
}

export const config = { name: "remove-outdated-price-lists", schedule: "20 * * * *" }
