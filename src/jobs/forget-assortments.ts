import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { forgetAssortmentsWorkflow } from "../workflows/catalog/forget-assortments"

/** Seconds; another instance that waits so long finds them gone. */
const WAIT_SECONDS = 60

export default async function forgetAssortments(container: MedusaContainer): Promise<void> {
  await container
    .resolve(Modules.LOCKING)
    .execute("kontor:forget-assortments", () => forgetAssortmentsWorkflow(container).run(), { timeout: WAIT_SECONDS })
}

export const config = { name: "forget-assortments", schedule: "50 * * * *" }
