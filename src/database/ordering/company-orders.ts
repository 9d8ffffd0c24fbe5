import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reach } from "../../modules/company/rules/reach-of-scope"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

/** Which orders are asked for; what lies out of the reach is left out in SQL. */
export interface OrdersQuery extends Reach {
  /** One order; null = all. */
  order_id: string | null
  legal_entity_id: string | null
  /** Part of a number (ours or the ERP's), or of an article in the order: of what the line has kept, and of what the product has now. */
  q: string | null
  /** Whose articles of now are known: of goods that the asker does not see they would tell him something new. Left out = none. */
  sight?: Sight
  limit: number
  offset: number
}

/** What the ERP has told of an order. */
export interface ErpOrderFacts {
  status: string | null
  number: string | null
  date: string | null
  is_posted: boolean | null
  is_cancelled: boolean
  paid_on: string | null
  shipped_on: string | null
  /** Moment at which it was true, ISO 8601. */
  as_of: string
}

/** An order as the list shows it. Money is exact decimal text in the order's currency. */
export interface CompanyOrder {
  id: string
  display_id: number
  number: string | null
  created_at: string
  currency_code: string
  total: string
  line_count: number
  comment: string | null
  legal_entity: { id: string; name: string; inn: string | null }
  contract: { id: string; number: string } | null
  placed_by: { name: string; email: string } | null
  /** Moments at which the ERP's prices were true that it was placed at, ISO 8601: of the contract's own type, and of the retail type. */
  as_of: string | null
  retail_as_of: string | null
  /** Whether it was cancelled here. */
  is_cancelled: boolean
  outbox_state: "pending" | "sent" | "confirmed" | "failed" | null
  erp: ErpOrderFacts | null
}

const FOUND = `
  select o.id, o.created_at, o.customer_id, e.id as entity_id, x.number, x.state as outbox_state, s.id as state_id
  from "order" o
  join order_legal_entity l on l.order_id = o.id and l.deleted_at is null
  join legal_entity e on e.id = l.legal_entity_id
  left join erp_outbox x on x.kind = 'order' and x.subject_id = o.id and x.deleted_at is null
  left join order_state s on s.order_id = o.id and s.deleted_at is null
  where o.deleted_at is null and l.legal_entity_id = any(cast(:entity_ids as text[]))
    and (cast(:customer_id as text) is null or o.customer_id = cast(:customer_id as text))
    and (cast(:order_id as text) is null or o.id = cast(:order_id as text))
    and (cast(:legal_entity_id as text) is null or l.legal_entity_id = cast(:legal_entity_id as text))
    and (cast(:pattern as text) is null or x.number ilike cast(:pattern as text) or s.erp_number ilike cast(:pattern as text)
      or o.display_id::text ilike cast(:pattern as text) or exists (
        select from order_item i join order_line_item li on li.id = i.item_id
        where i.order_id = o.id and i.deleted_at is null
          and (li.variant_id in (select variant_id from article) or li.variant_sku ilike cast(:pattern as text))))`

const page = (sight: Sight | undefined) => `
  with asked as (select kontor_search_key(cast(:q as text)) as key),
  article as materialized (
    select e.variant_id from asked
    join catalog_entry e on (e.article_key like '%' || asked.key || '%' or e.sku_key like '%' || asked.key || '%')
      and ${sight === undefined ? "false" : isVisible(sight)}
  ),
  found as materialized (${FOUND}),
  page as (
    select * from found order by created_at desc, id desc limit :limit offset :offset
  )
  select total.count as total_count, o.id, o.display_id, p.number, to_jsonb(o.created_at) #>> '{}' as created_at,
    o.currency_code, os.totals #>> '{raw_current_order_total,value}' as total, o.metadata ->> 'comment' as comment, p.outbox_state,
    o.canceled_at is not null as is_cancelled, o.metadata #>> '{kontor,prices_as_of}' as as_of, o.metadata #>> '{kontor,retail_as_of}' as retail_as_of,
    (select count(*)::int from order_item i where i.order_id = o.id and i.version = o.version and i.deleted_at is null) as line_count,
    jsonb_build_object('id', e.id, 'name', e.name, 'inn', e.inn) as legal_entity,
    (select jsonb_build_object('id', c.id, 'number', c.number) from order_contract oc join contract c on c.id = oc.contract_id
      where oc.order_id = o.id and oc.deleted_at is null limit 1) as contract,
    (select jsonb_build_object('name', em.name, 'email', em.email) from employee em
      where em.id = coalesce(o.metadata #>> '{kontor,employee_id}', (select ec.employee_id from employee_customer ec
        where ec.customer_id = o.customer_id and ec.deleted_at is null limit 1))) as placed_by,
    case when s.id is not null then jsonb_build_object(
      'status', s.status, 'number', s.erp_number, 'date', s.erp_date, 'is_posted', s.is_posted, 'is_cancelled', s.is_cancelled,
      'paid_on', s.paid_on, 'shipped_on', s.shipped_on, 'as_of', s.as_of) end as erp
  from (select count(*)::int from found) as total
  left join page p on true
  left join "order" o on o.id = p.id
  left join legal_entity e on e.id = p.entity_id
  left join order_summary os on os.order_id = o.id and os.version = o.version and os.deleted_at is null
  left join order_state s on s.id = p.state_id
  order by p.created_at desc, p.id desc`

/** A page of the orders in a scope, newest first, and how many there are. The count comes with an empty page too, in a row without an order. */
export async function companyOrders(db: Knex, query: OrdersQuery): Promise<{ orders: CompanyOrder[]; count: number }> {
  const pattern = query.q === null ? null : containing(query.q)
  const { sight, ...asked } = query
  const bindings = { ...asked, pattern, ...sightBindings(sight ?? null) }
  const { rows } = await db.raw<{ rows: CountedRow<CompanyOrder>[] }>(page(sight), bindings)
  const { rows: orders, count } = countedPage(rows)
  return { orders, count }
}
