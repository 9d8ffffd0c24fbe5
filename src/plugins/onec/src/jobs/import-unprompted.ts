import type { MedusaContainer } from "@medusajs/framework/types"
import { exchangeContext } from "../protocol/commands/context"
import { exclusively } from "../protocol/exclusively"
import { importUnprompted } from "../protocol/unprompted"

/** Imports files that 1C delivered and never asked to import. */
export default async function importUnpromptedJob(container: MedusaContainer): Promise<void> {
  await exclusively(container, "onec.import-unprompted", () => importUnprompted(exchangeContext(container)))
}

export const config = { name: "onec-import-unprompted", schedule: "* * * * *" }
