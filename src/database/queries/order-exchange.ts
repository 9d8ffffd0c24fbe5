import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** For whom an order was placed and how far the ERP has got with it. */
export interface OrderExchange {
  legal_entity: { id: string; name: string } | null
  contract: { id: string; number: string } | null
  outbox: {
    number: string
    state: string
    attempts: number
    last_error: string | null
    sent_at: string | null
    confirmed_at: string | null
  } | null
  order_state: {
    status: string | null
    erp_number: string | null
    erp_date: string | null
    is_posted: boolean | null
    is_cancelled: boolean
    paid_on: string | null
    shipped_on: string | null
    as_of: string
  } | null
}

/** Null when there is no such order; parts that the order does not have are null. */
export async function orderExchange(db: Knex, orderId: string): Promise<OrderExchange | null> {
  const { rows } = (await db.raw(SELECT, { orderId })) as { rows: OrderExchange[] }
  return rows[0] ?? null
}

const SELECT = `
  select
    (select jsonb_build_object('id', e.id, 'name', e.name) from order_legal_entity link join legal_entity e on e.id = link.legal_entity_id
     where link.order_id = o.id and link.deleted_at is null limit 1) as legal_entity,
    (select jsonb_build_object('id', c.id, 'number', c.number) from order_contract link join contract c on c.id = link.contract_id
     where link.order_id = o.id and link.deleted_at is null limit 1) as contract,
    (select jsonb_build_object('number', x.number, 'state', x.state, 'attempts', x.attempts, 'last_error', x.last_error, 'sent_at', x.sent_at,
       'confirmed_at', x.confirmed_at)
     from erp_outbox x where x.kind = 'order' and x.subject_id = o.id and x.deleted_at is null) as outbox,
    (select jsonb_build_object('status', s.status, 'erp_number', s.erp_number, 'erp_date', s.erp_date, 'is_posted', s.is_posted,
       'is_cancelled', s.is_cancelled, 'paid_on', s.paid_on, 'shipped_on', s.shipped_on, 'as_of', s.as_of)
     from order_state s where s.order_id = o.id and s.deleted_at is null) as order_state
  from "order" o where o.id = :orderId and o.deleted_at is null`
