import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OPEN_STATES } from "../../modules/supply/rules/move-supply"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"

/** A line of an open supply, as staff plan with it. Exact decimals of base units. */
export interface ArrivalListing {
  /** Of the line. */
  id: string
  supply: { id: string; number: string; state: (typeof OPEN_STATES)[number] }
  /** YYYY-MM-DD; null = not known. */
  expected_on: string | null
  /** Whether that day is over. */
  is_late: boolean
  warehouse: { id: string; name: string | null } | null
  variant_id: string
  product_id: string | null
  article: string | null
  title: string
  variant_title: string | null
  quantity: string
  arrived: string
  promised: string
  free: string
  as_of: string
}

export interface ArrivalFilter {
  warehouse_id?: string | undefined
  /** Expected on this day or later, YYYY-MM-DD. */
  from?: string | undefined
  /** Expected on this day or sooner. */
  to?: string | undefined
  /** Part of an article, of a name or of the number of a supply. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof ArrivalFilter, string> = {
  warehouse_id: "l.warehouse_id = :warehouse_id",
  from: "l.expected_on >= cast(:from as date)",
  to: "l.expected_on <= cast(:to as date)",
  q: "(e.article ilike :q or e.title ilike :q or s.number ilike :q)",
}

const sql = (conditions: string[]) => `
  with found as materialized (
    select l.*, e.sort_title, s.number, s.state, s.as_of
    from supply_line l join supply s on s.id = l.supply_id join catalog_entry e on e.key = l.entry_key
    where ${["l.is_open", ...conditions].join(" and ")}
  ),
  page as (select * from found order by expected_on, sort_title, entry_key, supply_id limit :limit offset :offset)
  select counted.total_count, p.supply_id || ':' || p.entry_key as id,
    json_build_object('id', p.supply_id, 'number', p.number, 'state', p.state) as supply,
    case when p.expected_on < 'infinity' then p.expected_on::text end as expected_on, p.expected_on < cast(:day as date) as is_late,
    case when p.warehouse_id <> '' then json_build_object('id', p.warehouse_id, 'name', w.name) end as warehouse,
    e.variant_id, e.product_id, e.article, e.title, e.variant_title, trim_scale(p.quantity)::text as quantity, trim_scale(p.arrived)::text as arrived,
    trim_scale(p.promised)::text as promised, trim_scale(p.free)::text as free, to_jsonb(p.as_of) #>> '{}' as as_of
  from (select count(*)::int as total_count from found) as counted
  left join page p on true
  left join catalog_entry e on e.key = p.entry_key
  left join stock_location w on w.id = p.warehouse_id and w.deleted_at is null
  order by p.expected_on, p.sort_title, p.entry_key, p.supply_id`

/** What is to come by day and product, late ones first; and how many lines there are in all. `day` is the day it is. */
export async function listArrivals(
  db: Knex,
  { filter, day, limit, offset }: { filter: ArrivalFilter; day: string; limit: number; offset: number }
): Promise<{ lines: ArrivalListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<ArrivalListing>[] }>(sql(conditions), { ...bindings, day, limit, offset })
  const { rows: lines, count } = countedPage(rows)
  return { lines, count }
}
