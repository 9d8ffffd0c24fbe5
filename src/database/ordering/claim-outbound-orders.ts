import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface ClaimedOrder {
  outbox_id: string
  order_id: string
  number: string
  state: "pending" | "sent" | "failed"
}

/**
 * An order goes to the base that knows its legal entity, and to any base when none does. What was sent but not confirmed goes again:
 * the ERP tells repeats apart by the number. Failed ones are tried last, since what was missing may have come.
 */
const SQL = `
  select x.id as outbox_id, x.subject_id as order_id, x.number, x.state
  from erp_outbox x
  join order_legal_entity l on l.order_id = x.subject_id and l.deleted_at is null
  where x.kind = 'order' and x.state <> 'confirmed' and x.deleted_at is null and coalesce(x.source, :source) = :source
    and (exists (select from erp_mapping m where m.kind = 'legal_entity' and m.internal_id = l.legal_entity_id and m.source = :source)
      or not exists (select from erp_mapping m where m.kind = 'legal_entity' and m.internal_id = l.legal_entity_id))
  order by x.state = 'failed', x.created_at, x.id
  limit :limit
  for update of x skip locked`

/** Takes orders that wait for one ERP base, oldest first, and keeps others off them until the transaction ends. */
export async function claimOutboundOrders(trx: Knex.Transaction, input: { source: string; limit: number }): Promise<ClaimedOrder[]> {
  const { rows } = await trx.raw<{ rows: ClaimedOrder[] }>(SQL, input)
  return rows
}
