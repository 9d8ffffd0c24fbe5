import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OPEN_STATES } from "../../modules/supply/rules/move-supply"
import { seenCategoryKey } from "../queries/category-key"
import type { Among } from "../queries/matching-entries"
import { DRAWN_WAREHOUSES, isToCome } from "../queries/next-supplies"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

/** What a supply brings of a product to one warehouse on a day. Free of base units, exact decimal. */
export interface PlannedArrival {
  expected_on: string
  state: (typeof OPEN_STATES)[number]
  warehouse: { id: string; name: string } | null
  variant_id: string
  product_id: string | null
  article: string | null
  title: string
  variant_title: string | null
  free: string
  as_of: string
}

export interface PlannedArrivalsQuery {
  /** What the dealer sees; null = all that is listed. */
  sight: Sight
  /** Stock locations that the contract draws from; none named = all. */
  warehouse_ids: string[]
  /** The day it is, YYYY-MM-DD. */
  day: string
  /** Days that are asked for; null = open. */
  from: string | null
  to: string | null
  /** A category that the dealer sees, with all below it; null = all. One that he does not see must have been refused: it would restrict nothing. */
  category_id: string | null
  /** Only goods of all these lists, such as what was bought before. */
  among: readonly Among[]
  limit: number
  offset: number
}

/** Counted and cut before names are looked up. Whatever the dealer does not see is not there. */
const sql = ({ sight, category_id, among }: PlannedArrivalsQuery) => `
  with ${DRAWN_WAREHOUSES},
  found as materialized (
    select line.expected_on, line.free, line.supply_id, line.warehouse_id, e.key as entry_key, e.sort_title
    from supply_line line join catalog_entry e on e.key = line.entry_key and e.is_listed and ${isVisible(sight)}
    where ${isToCome("greatest(cast(:day as date), cast(:from as date))")} and line.expected_on <= coalesce(cast(:to as date), 'infinity')
      ${category_id === null ? "" : `and e.category_keys @> array(${seenCategoryKey(sight)})`} ${among.map(({ condition }) => `and ${condition}`).join(" ")}
  ),
  page as (select * from found order by expected_on, sort_title, entry_key, supply_id limit :limit offset :offset)
  select (select count(*)::int from found) as total,
    coalesce((
      select json_agg(json_build_object(
        'expected_on', p.expected_on, 'state', s.state,
        'warehouse', case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end,
        'variant_id', e.variant_id, 'product_id', e.product_id, 'article', e.article, 'title', e.title, 'variant_title', e.variant_title,
        'free', trim_scale(p.free)::text, 'as_of', s.as_of
      ) order by p.expected_on, p.sort_title, p.entry_key, p.supply_id)
      from page p join catalog_entry e on e.key = p.entry_key join supply s on s.id = p.supply_id left join stock_location w on w.id = p.warehouse_id
    ), '[]') as arrivals`

/** What is to come that the dealer sees and may draw from, the next day first; and how many rows there are in all. */
export async function plannedArrivals(db: Knex, query: PlannedArrivalsQuery): Promise<{ arrivals: PlannedArrival[]; count: number }> {
  const { sight, warehouse_ids, day, from, to, category_id, among, limit, offset } = query
  const { rows } = await db.raw<{ rows: { total: number; arrivals: PlannedArrival[] }[] }>(sql(query), {
    ...{ warehouse_ids, day, from, to, limit, offset, ...sightBindings(sight) },
    ...(category_id === null ? {} : { category_id }),
    ...Object.assign({}, ...among.map(({ bindings }) => bindings)),
  })
  const { total = 0, arrivals = [] } = rows[0] ?? {}
  return { arrivals, count: total }
}
