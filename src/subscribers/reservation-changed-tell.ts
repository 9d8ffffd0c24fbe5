import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SupplyEvents } from "../modules/supply/events"
import { tellReservationsWorkflow } from "../workflows/supply/tell-reservations"

/** What somebody of the staff released is told to who placed the order. */
export default async function tellReservations({ container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellReservationsWorkflow(container).run()
}

export const config: SubscriberConfig = {
  event: SupplyEvents.RESERVATION_CHANGED,
  context: { subscriberId: "reservation-changed-tell" },
}
