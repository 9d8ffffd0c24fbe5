import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type OrderTies, tieOrder } from "../ordering/tie-order"
import { untieDraft } from "./draft-order"

const OPEN = `
  update "order" set is_draft_order = false, status = 'pending', created_at = now(), updated_at = now(),
    metadata = coalesce(metadata, '{}') || jsonb_build_object('kontor', cast(:kept as jsonb))
  where id = :order_id
  returning display_id`

/**
 * Makes a draft an order, under its lock; from here on its dealers see it. `kept` stands in `metadata.kontor`, as that of every order of a dealer.
 * Its date, which they and the ERP read, is the moment at which it is placed, and not that at which the draft was begun.
 *
 * @returns its number
 */
export async function openDraft(trx: Knex.Transaction, input: OrderTies & { kept: Record<string, unknown> }): Promise<number> {
  const { kept, ...ties } = input
  const { rows } = await trx.raw<{ rows: [{ display_id: number }] }>(OPEN, { order_id: ties.order_id, kept: JSON.stringify(kept) })
  await untieDraft(trx, ties)
  await tieOrder(trx, ties)
  return rows[0].display_id
}
