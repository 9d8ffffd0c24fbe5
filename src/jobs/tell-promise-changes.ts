import type { MedusaContainer } from "@medusajs/framework/types"
import { tellPromiseChangesWorkflow } from "../workflows/supply/tell-promise-changes"

/** Tells what a process that stopped after its change has not told. */
export default async function tellPromiseChanges(container: MedusaContainer): Promise<void> {
  await tellPromiseChangesWorkflow(container).run()
}

export const config = { name: "tell-promise-changes", schedule: "*/15 * * * *" }
