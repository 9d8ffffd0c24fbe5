import type { MedusaContainer } from "@medusajs/framework/types"
import { foldPendingListsWorkflow } from "../workflows/catalog/fold-pending-lists"

/**
 * Whoever wrote entries, goods from the ERP, labels, rules of the staff: a list that is empty is looked at and left. Not after each package: a first load, whose packages follow one another, would do
 * the work for each of them.
 */
export default async function foldPendingLists(container: MedusaContainer): Promise<void> {
  await foldPendingListsWorkflow(container).run()
}

export const config = { name: "fold-pending-lists", schedule: "* * * * *" }
