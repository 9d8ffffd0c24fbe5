import type { MedusaContainer } from "@medusajs/framework/types"
import { tellNoticesWorkflow } from "../workflows/catalog/tell-notices"

/** What no package brings: prices that begin or end with a day, stock and prices that were changed by hand, orders that were cancelled. */
export default async function tellNotices(container: MedusaContainer): Promise<void> {
  await tellNoticesWorkflow(container).run()
}

export const config = { name: "tell-notices", schedule: "*/15 * * * *" }
