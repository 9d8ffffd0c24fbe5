import type { MedusaContainer } from "@medusajs/framework/types"
import { exchangeContext } from "../protocol/commands/context"
import { exclusively } from "../protocol/exclusively"
import { sweepSessions } from "../protocol/sweep"

/** Closes run-out exchange sessions and frees their disk space. */
export default async function sweepSessionsJob(container: MedusaContainer): Promise<void> {
  await exclusively(container, "onec.sweep-sessions", () => sweepSessions(exchangeContext(container)))
}

export const config = { name: "onec-sweep-sessions", schedule: "17 * * * *" }
