import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { followReservations, startReservation } from "../../../database/reservations/follow-reservations"

/** Reservations of one transaction. */
const BATCH = 500

/** Transactions of one run: what is due then is left to the next one. */
const RUNS_MAX = 40

/** Each transaction is whole by itself, and asked again does nothing: nothing has to be undone. */
export const followReservationsStep = createStep("follow-reservations", async (_: void, { container }) => {
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const now = new Date().toISOString()
  const to_start = new Set<string>()
  let seen = 0
  for (let run = 0; run < RUNS_MAX; run++) {
    const followed = await db.transaction((trx) => followReservations(trx, { now, limit: BATCH }))
    followed.to_start.forEach((order_id) => to_start.add(order_id))
    seen += followed.seen
    if (followed.seen < BATCH) {
      break
    }
  }
  let started = 0
  for (const order_id of to_start) {
    started += (await db.transaction((trx) => startReservation(trx, { order_id, now }))) ? 1 : 0
  }
  return new StepResponse({ seen, started })
})
