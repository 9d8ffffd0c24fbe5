import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A person of a dealer for whom staff make an order. */
export interface DraftEmployee {
  id: string
  name: string
  state: "active" | "blocked"
}

/** An order that staff make, before it is placed. */
export interface DraftOrder {
  id: string
  currency_code: string
  sales_channel_id: string | null
  /** False once it has been placed, or cancelled. */
  is_open: boolean
  /** Whether it is an order by now. */
  is_placed: boolean
  /** Whether a change of its lines waits to be confirmed. */
  is_being_changed: boolean
  /** The contract that it is made under; null while nobody has named one. */
  contract_id: string | null
  /** Null where its customer is no person of a dealer. */
  employee: DraftEmployee | null
}

const HEAD = `
  select o.id, o.currency_code, o.sales_channel_id, o.is_draft_order and o.status = 'draft' and o.canceled_at is null as is_open, not o.is_draft_order as is_placed,
    exists (select from order_change c where c.order_id = o.id and c.status in ('pending', 'requested') and c.deleted_at is null) as is_being_changed,
    (select contract_id from draft_contract where order_id = o.id) as contract_id,
    (select jsonb_build_object('id', e.id, 'name', e.name, 'state', e.state)
      from employee_customer ec join employee e on e.id = ec.employee_id and e.deleted_at is null
      where ec.customer_id = o.customer_id and ec.deleted_at is null limit 1) as employee
  from "order" o
  where o.id = :order_id and o.deleted_at is null and (o.is_draft_order or exists (select from order_contract t where t.order_id = o.id and t.deleted_at is null))`

/** An order that staff make, or made; null where there is none with this id. */
export async function draftOrder(db: Knex, input: { order_id: string }): Promise<DraftOrder | null> {
  return (await db.raw<{ rows: DraftOrder[] }>(HEAD, input)).rows[0] ?? null
}

const LOCK = `select 1 from "order" where id = :order_id for update`

/** The same under the lock of its row: who asks second sees what the first has made of it. */
export async function lockDraft(trx: Knex.Transaction, input: { order_id: string }): Promise<DraftOrder | null> {
  await trx.raw(LOCK, input)
  return draftOrder(trx, input)
}

const WORKS_FOR = `
  select 1
  from employee_membership m
  join legal_entity own on own.id = m.legal_entity_id and own.deleted_at is null
  join legal_entity le on le.id = :legal_entity_id and le.deleted_at is null
  where m.employee_id = :employee_id and m.deleted_at is null and (own.id = le.id or (own.is_head and own.holding_id = le.holding_id))
  limit 1`

/** Whether a person works for a legal entity, or for the head of its holding. */
export async function worksFor(db: Knex, input: { employee_id: string; legal_entity_id: string }): Promise<boolean> {
  return (await db.raw<{ rows: unknown[] }>(WORKS_FOR, input)).rows.length > 0
}

const DEFAULT_ENTITY = `
  select m.legal_entity_id from employee_membership m
  where m.employee_id = :employee_id and m.deleted_at is null order by m.is_default desc, m.created_at, m.id limit 1`

/** The legal entity that a person works for by default. */
export async function entityOfEmployee(db: Knex, input: { employee_id: string }): Promise<string | null> {
  return (await db.raw<{ rows: { legal_entity_id: string }[] }>(DEFAULT_ENTITY, input)).rows[0]?.legal_entity_id ?? null
}

const TIE = `
  insert into draft_contract (order_id, contract_id) values (:order_id, :contract_id)
  on conflict (order_id) do update set contract_id = excluded.contract_id`

/** Names the contract that an order is made under, under its lock. */
export async function tieDraft(trx: Knex.Transaction, input: { order_id: string; contract_id: string }): Promise<void> {
  await trx.raw(TIE, input)
}

/** Of a draft that is placed, or taken back. */
export async function untieDraft(db: Knex, input: { order_id: string }): Promise<void> {
  await db.raw(`delete from draft_contract where order_id = :order_id`, input)
}

const PARTS = `
  select part from (
    select 'promotions' as part where exists (select from order_promotion p where p.order_id = :order_id and p.deleted_at is null)
    union all
    select 'adjustments' where exists (
      select from "order" o join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
      join order_line_item_adjustment a on a.item_id = i.item_id and a.version = i.version and a.deleted_at is null where o.id = :order_id
        and not exists (select from order_promotion p where p.order_id = o.id and p.deleted_at is null))
    union all
    select 'shipping_methods' where exists (
      select from "order" o join order_shipping s on s.order_id = o.id and s.version = o.version and s.deleted_at is null where o.id = :order_id)
    union all
    select 'credit_lines' where exists (select from order_credit_line c where c.order_id = :order_id and c.deleted_at is null)
  ) as parts`

/** Parts that change what an order comes to, and that orders of dealers do not carry. */
export async function partsOfDraft(db: Knex, input: { order_id: string }): Promise<string[]> {
  return (await db.raw<{ rows: { part: string }[] }>(PARTS, input)).rows.map(({ part }) => part)
}
