import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** The ERP keeps at most 11 characters of a number. The prefix tells our orders from those that were made there. */
const NUMBER = `'K' || lpad(cast(:display_id as text), greatest(8, length(cast(:display_id as text))), '0')`

const SQL = `
  insert into erp_outbox (id, kind, subject_id, number, state, attempts)
  values (:id, 'order', :order_id, ${NUMBER}, 'pending', 0)
  returning number`

/** Puts an order on the way to the ERP, in the transaction that places it; gives the number under which the ERP will know it. */
export async function enqueueOrder(trx: Knex.Transaction, order: { order_id: string; display_id: number }): Promise<string> {
  const { rows } = await trx.raw<{ rows: [{ number: string }] }>(SQL, { id: generateEntityId("", "outb"), ...order })
  return rows[0].number
}
