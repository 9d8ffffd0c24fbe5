import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { followReservations, startReservation } from "../../../database/reservations/follow-reservations"
import { settleShippedParts } from "../../../database/reservations/settle-shipped-parts"

/** Reservations of one transaction. */
const BATCH = 500

/** Transactions of one run: what is due then is left to the next one. */
const RUNS_MAX = 40

/** Each transaction is whole by itself, and asked again does nothing: nothing has to be undone. */
export const followReservationsStep = createStep("follow-reservations", async (_: void, { container }) => {
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const now = new Date().toISOString()
  let seen = 0
  let started = 0
  await db.transaction((trx) => settleShippedParts(trx, null))
  for (let run = 0; run < RUNS_MAX; run++) {
    const followed = await db.transaction((trx) => followReservations(trx, { now, limit: BATCH }))
    seen += followed.seen
    for (const order_id of followed.to_start) {
      started += (await db.transaction((trx) => startReservation(trx, { order_id, now }))) ? 1 : 0
    }
    if (followed.seen < BATCH) {
      break
    }
  }
  return new StepResponse({ seen, started })
})
