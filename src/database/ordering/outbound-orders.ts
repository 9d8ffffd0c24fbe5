import type { OutboundOrder, OutboundOrderLine } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { RESERVED_OF_LINE } from "../reservations/reserved-of-line"
import { DISCOUNT_OF_ORDER_LINE } from "../promotions/order-promotions"
import { ASKED_OF_ORDER_LINE } from "./asked-units"
import { UNIT_PRICE_OF_ORDER_LINE } from "./unit-price-of-order-line"
import { vatRateOfOrderLine } from "./vat-rate-of-order-line"

type Head = Omit<OutboundOrder, "lines">

/** A line before it is known whether the ERP has an offer for it. */
export type OutboundLineRow = Omit<OutboundOrderLine, "offer_external_id"> & { order_id: string; offer_external_id: string | null }

const mapped = (kind: string, id: string) =>
  `(select m.external_id from erp_mapping m where m.source = :source and m.kind = '${kind}' and m.internal_id = ${id}
    order by m.external_id limit 1)`

const HEADS = `
  select o.id as order_id, x.number, o.created_at as placed_at, o.currency_code,
    s.totals #>> '{raw_current_order_total,value}' as total, o.metadata ->> 'comment' as comment, o.canceled_at is not null as is_cancelled,
    jsonb_build_object('external_id', ${mapped("legal_entity", "e.id")}, 'name', e.name,
      'official_name', coalesce(e.official_name, e.name), 'inn', e.inn, 'kpp', e.kpp, 'address', e.address) as buyer,
    jsonb_build_object('external_id', ${mapped("contract", "c.id")}, 'number', c.number) as contract,
    coalesce(
      (select jsonb_build_object('name', em.name, 'email', em.email, 'phone', em.phone)
        from employee_customer ec join employee em on em.id = ec.employee_id
        where ec.customer_id = o.customer_id and ec.deleted_at is null limit 1),
      jsonb_build_object('name', coalesce(o.email, ''), 'email', coalesce(o.email, ''), 'phone', null)) as employee,
    (select jsonb_build_object('state', r.state, 'reserved_until', r.reserved_until) from order_reservation r where r.order_id = o.id) as reservation
  from "order" o
  join erp_outbox x on x.kind = 'order' and x.subject_id = o.id and x.deleted_at is null
  join order_legal_entity ole on ole.order_id = o.id and ole.deleted_at is null
  join legal_entity e on e.id = ole.legal_entity_id
  join order_contract oc on oc.order_id = o.id and oc.deleted_at is null
  join contract c on c.id = oc.contract_id
  join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
  where o.id = any(cast(:order_ids as text[]))
  order by x.created_at, x.id`

/** What of the order's line `li` waits for supplies; null = nothing. */
const WAITING = `(
  select jsonb_build_object('quantity', trim_scale(d.quantity - d.served)::text, 'promises', coalesce((
      select jsonb_agg(jsonb_build_object('supply_external_id', ${mapped("supply", "p.supply_id")},
        'expected_on', case when s.expected_on < 'infinity' then s.expected_on::text end, 'quantity', trim_scale(p.quantity)::text)
        order by s.expected_on, s.id)
      from promise p join supply s on s.id = p.supply_id where p.demand_id = d.id), '[]'))
  from demand d where d.order_line_id = li.id and d.quantity > d.served)`

const LINES = `
  select o.id as order_id, ${mapped("offer", "li.variant_id")} as offer_external_id, coalesce(ce.article, li.variant_sku) as article,
    li.title as name, coalesce(u.code, '796') as unit_code, coalesce(u.name, 'шт') as unit_name,
    ${ASKED_OF_ORDER_LINE} as asked, trim_scale(i.quantity)::text as quantity, ${UNIT_PRICE_OF_ORDER_LINE} as unit_price,
    trim_scale(i.quantity * coalesce(i.unit_price, li.unit_price) - coalesce(${DISCOUNT_OF_ORDER_LINE}, 0))::text as amount, trim_scale(${DISCOUNT_OF_ORDER_LINE})::text as discount, ${vatRateOfOrderLine("li", "ce")} as vat_rate,
    ${WAITING} as waiting, ${RESERVED_OF_LINE("li")} as reserved
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
  join order_line_item li on li.id = i.item_id
  left join catalog_entry ce on ce.variant_id = li.variant_id
  left join sales_unit u on u.entry_key = ce.key and u.is_base
  where o.id = any(cast(:order_ids as text[]))
  order by li.created_at, li.id`

/** Orders as an ERP base needs them, heads and lines in one statement each. */
export async function readOutboundOrders(
  db: Knex,
  input: { source: string; order_ids: string[] }
): Promise<{ heads: Head[]; lines: OutboundLineRow[] }> {
  const heads = await db.raw<{ rows: Head[] }>(HEADS, input)
  const lines = await db.raw<{ rows: OutboundLineRow[] }>(LINES, input)
  return { heads: heads.rows, lines: lines.rows }
}
