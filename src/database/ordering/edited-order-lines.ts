import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DISCOUNT_OF_ORDER_LINE } from "../promotions/order-promotions"

/** A line that an open change of an order adds or gives another quantity. */
export interface EditedOrderLine {
  id: string
  variant_id: string
  title: string
  /** As it shall be, in base units. */
  quantity: string
}

const LINES = `
  select distinct on (li.id) li.id, li.variant_id, li.title,
    trim_scale(coalesce(a.details #>> '{quantity,value}', a.details ->> 'quantity')::numeric)::text as quantity
  from order_change c
  join order_change_action a on a.order_change_id = c.id and a.deleted_at is null and a.action in ('ITEM_ADD', 'ITEM_UPDATE')
  join order_line_item li on li.id = a.details ->> 'reference_id'
  where c.order_id = :order_id and c.status in ('pending', 'requested') and c.change_type = 'edit' and c.deleted_at is null and li.variant_id is not null
  order by li.id, a.ordering desc`

const NOTE = `
  select nullif(btrim(coalesce(c.internal_note, (
    select a.internal_note from order_change_action a
    where a.order_change_id = c.id and a.deleted_at is null and btrim(coalesce(a.internal_note, '')) <> '' order by a.ordering desc limit 1))), '') as note
  from order_change c
  where c.order_id = :order_id and c.status in ('pending', 'requested') and c.change_type = 'edit' and c.deleted_at is null
  order by c.created_at desc limit 1`

/** What the open change of an order makes of its lines; those that it takes away are left out. `note` is what the staff wrote to it. */
export async function editedOrderLines(db: Knex, order_id: string): Promise<{ lines: EditedOrderLine[]; note: string | null }> {
  const { rows } = await db.raw<{ rows: EditedOrderLine[] }>(LINES, { order_id })
  const told = await db.raw<{ rows: { note: string | null }[] }>(NOTE, { order_id })
  return { lines: rows.filter(({ quantity }) => quantity !== "0"), note: told.rows[0]?.note ?? null }
}

const WAITING = `
  select distinct li.id, li.title, trim_scale(d.quantity - d.served)::text as waiting
  from order_change c
  join order_change_action a on a.order_change_id = c.id and a.deleted_at is null
  join demand d on d.order_line_id = a.details ->> 'reference_id' and d.quantity > d.served
  join order_line_item li on li.id = d.order_line_id
  where c.order_id = :order_id and c.status in ('pending', 'requested') and c.change_type = 'edit' and c.deleted_at is null
  order by li.id`

/** Lines of which something waits for supplies and that the open change of an order touches; `waiting` is base units. */
export async function editedWaitingLines(db: Knex, order_id: string): Promise<{ id: string; title: string; waiting: string }[]> {
  return (await db.raw<{ rows: { id: string; title: string; waiting: string }[] }>(WAITING, { order_id })).rows
}

/** A line that the open change of an order leaves worth less than promotions took off it. Money, exact decimals. */
export interface OverdiscountedLine {
  id: string
  title: string
  /** What the line would come to. */
  amount: string
  discount: string
}

const OVERDISCOUNTED = `
  select id, title, trim_scale(amount)::text as amount, trim_scale(discount)::text as discount
  from (
    select distinct on (li.id) li.id, li.title, ${DISCOUNT_OF_ORDER_LINE} as discount,
      coalesce(a.details #>> '{quantity,value}', a.details ->> 'quantity')::numeric
        * coalesce(a.details #>> '{unit_price,value}', a.details ->> 'unit_price', i.unit_price::text, li.unit_price::text)::numeric as amount
    from order_change c
    join "order" o on o.id = c.order_id
    join order_change_action a on a.order_change_id = c.id and a.deleted_at is null and a.action = 'ITEM_UPDATE'
    join order_line_item li on li.id = a.details ->> 'reference_id'
    join order_item i on i.order_id = o.id and i.version = o.version and i.item_id = li.id and i.deleted_at is null
    where c.order_id = :order_id and c.status in ('pending', 'requested') and c.change_type = 'edit' and c.deleted_at is null
      and not coalesce(c.carry_over_promotions, false)
    order by li.id, a.ordering desc
  ) as changed
  where amount > 0 and amount < discount
  order by id`

/**
 * Lines that would cost less than nothing: Medusa carries what promotions took off into the changed order as it is, unless the change says that promotions are reckoned anew. A
 * line that is taken out takes its discount along.
 */
export async function overdiscountedLines(db: Knex, order_id: string): Promise<OverdiscountedLine[]> {
  return (await db.raw<{ rows: OverdiscountedLine[] }>(OVERDISCOUNTED, { order_id })).rows
}

const KEEP = `
  update order_line_item li set metadata = coalesce(li.metadata, '{}') || jsonb_build_object('kontor',
    case when jsonb_typeof(li.metadata -> 'kontor') = 'object' then li.metadata -> 'kontor' else '{}' end || jsonb_build_object('quantity_bypass',
      jsonb_build_object('code', l.code, 'reason', cast(:reason as text), 'user_id', cast(:user_id as text), 'user_name', cast(:user_name as text),
        'at', to_jsonb(now()) #>> '{}')))
  from jsonb_to_recordset(cast(:lines as jsonb)) as l(line_id text, code text)
  where li.id = l.line_id`

export interface EditBypass {
  reason: string
  user_id: string
  user_name: string | null
  lines: { line_id: string; code: string }[]
}

/** Keeps with lines of an order that a manager let them past the rules. */
export async function keepEditBypass(db: Knex, { lines, ...bypass }: EditBypass): Promise<void> {
  await db.raw(KEEP, { ...bypass, lines: JSON.stringify(lines) })
}
