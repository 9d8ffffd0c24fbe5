import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { markChangesTold, untoldChanges } from "../../../database/promises/untold-changes"
import { SupplyEvents } from "../../../modules/supply/events"
import { sendMail } from "../../mail/send-mail"
import { seesOrdersOf } from "../sees-orders-of"

/** Orders that are read at once. */
const BATCH = 200

/**
 * Tells of each order whose promises have changed, one after the other: a mail to who placed it and sees it still, and the event. Marked as told afterwards: a process
 * that stops in between tells again, and the key of the mail keeps it from going out twice.
 */
export const tellPromiseChangesStep = createStep("tell-promise-changes", async (_: void, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const events = container.resolve(Modules.EVENT_BUS)
  let told = 0
  for (let due = await untoldChanges(db, { limit: BATCH }); due.length > 0; due = await untoldChanges(db, { limit: BATCH })) {
    for (const { recipient, legal_entity_id, ...order } of due) {
      if (recipient && (await seesOrdersOf(db, legal_entity_id, recipient.customer_id))) {
        const { order_id, last_change, ...data } = order
        const idempotency_key = `promise_changed:${order_id}:${last_change}`
        await sendMail(container, {
          to: recipient.email,
          template: "promise_changed",
          data: { ...data, name: recipient.name },
          idempotency_key,
        })
      }
      await events.emit({ name: SupplyEvents.PROMISE_CHANGED, data: { id: order.order_id } })
      await markChangesTold(db, order)
    }
    told += due.length
  }
  return new StepResponse({ told })
})
