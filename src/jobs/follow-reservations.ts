import type { MedusaContainer } from "@medusajs/framework/types"
import { followReservationsWorkflow } from "../workflows/supply/follow-reservations"

/** Releases reservations whose term is over, tells of them, and does what a process that stopped after a load has not done. */
export default async function followReservations(container: MedusaContainer): Promise<void> {
  await followReservationsWorkflow(container).run()
}

export const config = { name: "follow-reservations", schedule: "*/5 * * * *" }
