import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { markChangesTold, untoldChanges } from "../../../database/promises/untold-changes"
import { resolveDealerScope } from "../../../database/queries/resolve-dealer-scope"
import { decideDealerScope } from "../../../modules/company/rules/dealer-scope"
import { entitiesOfRight } from "../../../modules/company/rules/reach-of-scope"
import { SupplyEvents } from "../../../modules/supply/events"
import { sendMail } from "../../mail/send-mail"

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

/** Whether he sees orders of the entity still, as every request of his would find: who has left it is told no more of them. */
async function seesOrdersOf(db: Knex, legal_entity_id: string, customer_id: string): Promise<boolean> {
  const facts = await resolveDealerScope(db, { customer_id })
  return (
    facts?.state === "active" && entitiesOfRight(decideDealerScope(customer_id, facts, today()), "order", "view").includes(legal_entity_id)
  )
}
