import { SUPPLIER_TIME_ZONE } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { markReservationTold, type UntoldReservation, untoldReservations } from "../../../database/reservations/untold-reservations"
import { SupplyEvents } from "../../../modules/supply/events"
import { sendMail } from "../../mail/send-mail"
import { seesOrdersOf } from "../sees-orders-of"

/** Changes that are read at once. */
const BATCH = 200

/** What is said by hand was announced by who did it. */
const EVENTS: Record<UntoldReservation["kind"], string | null> = {
  ending: SupplyEvents.RESERVATION_ENDING,
  expired: SupplyEvents.RESERVATION_EXPIRED,
  released: null,
}

/**
 * Tells of reservations that end soon, have expired or were released: a mail to who placed the order and sees it still, and the event. Marked as told
 * afterwards: a process that stops in between tells again, and the key of the mail keeps it from going out twice. What is past by then is no news.
 */
export const tellReservationsStep = createStep("tell-reservations", async (_: void, { container }) => {
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const events = container.resolve(Modules.EVENT_BUS)
  const read = () => untoldReservations(db, { limit: BATCH, time_zone: SUPPLIER_TIME_ZONE })
  let told = 0
  for (let due = await read(); due.length > 0; due = await read()) {
    for (const { id, order_id, recipient, legal_entity_id, is_past, ...data } of due) {
      if (!is_past && recipient && (await seesOrdersOf(db, legal_entity_id, recipient.customer_id))) {
        const idempotency_key = `reservation_told:${id}`
        await sendMail(container, {
          ...{ to: recipient.email, template: "reservation_told", idempotency_key },
          data: { ...data, name: recipient.name },
        })
      }
      const name = EVENTS[data.kind]
      if (name) {
        await events.emit({ name, data: { id: order_id } })
      }
      await markReservationTold(db, { id })
    }
    told += due.length
  }
  return new StepResponse({ told })
})
