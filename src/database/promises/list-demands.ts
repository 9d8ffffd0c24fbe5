import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { clientOfManager, type ManagerScope } from "../queries/client-of-manager"

/** Demand as the staff sees it. Base units, exact decimals. */
export interface DemandListing {
  id: string
  order: { id: string; number: string }
  order_line_id: string
  legal_entity: { id: string; name: string }
  contract_number: string
  variant_id: string
  article: string | null
  title: string
  quantity: string
  served: string
  unpromised: string
  /** The earliest first. */
  promises: { supply_id: string; supply_number: string; expected_on: string | null; quantity: string; is_by_hand: boolean }[]
  is_answer_due: boolean
  created_at: string
}

export interface DemandFilter {
  id?: string | undefined
  state?: "unpromised" | "promised" | "answer_due" | undefined
  supply_id?: string | undefined
  variant_id?: string | undefined
  legal_entity_id?: string | undefined
  order_id?: string | undefined
  /** Part of an article, of a name, of a client's name or of the number of an order. */
  q?: string | undefined
}

const UNPROMISED = `d.quantity - d.served - (select coalesce(sum(p.quantity), 0) from promise p where p.demand_id = d.id)`
const ANSWER_DUE = `exists (select from promise_change c where c.demand_id = d.id and c.is_worse and c.answered_at is null)`

const CONDITIONS: Record<keyof DemandFilter, string | Record<string, string>> = {
  id: "d.id = :id",
  state: { unpromised: `${UNPROMISED} > 0`, promised: `${UNPROMISED} = 0`, answer_due: ANSWER_DUE },
  supply_id: "exists (select from promise p where p.demand_id = d.id and p.supply_id = :supply_id)",
  variant_id: "ce.variant_id = :variant_id",
  legal_entity_id: "d.legal_entity_id = :legal_entity_id",
  order_id: "d.order_id = :order_id",
  q: "(ce.article ilike :q or ce.title ilike :q or e.name ilike :q or x.number ilike :q)",
}

const sql = (conditions: string[]) => `
  with found as materialized (
    select d.*, ce.variant_id, ce.article, ce.title, e.name as entity_name, x.number
    from demand d
    join catalog_entry ce on ce.key = d.entry_key
    join legal_entity e on e.id = d.legal_entity_id
    join "order" o on o.id = d.order_id and o.canceled_at is null
    left join erp_outbox x on x.kind = 'order' and x.subject_id = d.order_id and x.deleted_at is null
    where ${["d.quantity > d.served", clientOfManager("e"), ...conditions].join(" and ")}
  ),
  page as (select * from found order by place, id limit :limit offset :offset)
  select counted.total_count, d.id, json_build_object('id', d.order_id, 'number', coalesce(d.number, d.order_id)) as order, d.order_line_id,
    json_build_object('id', d.legal_entity_id, 'name', d.entity_name) as legal_entity, c.number as contract_number,
    d.variant_id, d.article, d.title, trim_scale(d.quantity)::text as quantity, trim_scale(d.served)::text as served,
    trim_scale(${UNPROMISED})::text as unpromised,
    coalesce((
      select json_agg(json_build_object('supply_id', p.supply_id, 'supply_number', s.number, 'expected_on',
        case when s.expected_on < 'infinity' then s.expected_on::text end, 'quantity', trim_scale(p.quantity)::text, 'is_by_hand', p.is_by_hand)
        order by s.expected_on, s.id)
      from promise p join supply s on s.id = p.supply_id where p.demand_id = d.id), '[]') as promises,
    ${ANSWER_DUE} as is_answer_due, to_jsonb(d.created_at) #>> '{}' as created_at
  from (select count(*)::int as total_count from found) as counted
  left join page d on true
  left join contract c on c.id = d.contract_id
  order by d.place, d.id`

/** Demand of the manager's clients that has not got all it wants, who asked first before the others; and how much there is in all. */
export async function listDemands(
  db: Knex,
  { filter, scope, limit, offset }: { filter: DemandFilter; scope: ManagerScope; limit: number; offset: number }
): Promise<{ demands: DemandListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<DemandListing>[] }>(sql(conditions), { ...bindings, ...scope, limit, offset })
  const { rows: demands, count } = countedPage(rows)
  return { demands, count }
}
