import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { PACKAGE_APPLIED, type PackageApplied } from "../workflows/erp/load-next-file"
import { followReservationsWorkflow } from "../workflows/supply/follow-reservations"

/** Kinds of what a package told after which reservations may begin or end. */
const FOLLOWED = ["order_states", "stock"]

/** What an order holds follows its state, and the stock of which it was taken. */
export default async function followReservations({ event, container }: SubscriberArgs<Partial<PackageApplied>>): Promise<void> {
  if (event.name === PACKAGE_APPLIED && !event.data.kinds?.some((kind) => FOLLOWED.includes(kind))) {
    return
  }
  await followReservationsWorkflow(container).run()
}

export const config: SubscriberConfig = {
  event: [OrderWorkflowEvents.CANCELED, PACKAGE_APPLIED],
  context: { subscriberId: "order-state-follow-reservations" },
}
