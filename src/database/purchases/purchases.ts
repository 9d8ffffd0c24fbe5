import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reach } from "../../modules/company/rules/reach-of-scope"
import { prepared } from "../prepared"
import { seenCategoryKey } from "../queries/category-key"
import type { Among } from "../queries/matching-entries"
import { isVisibleAmongMany, type Sight, sightBindings, sightName } from "../queries/visible-entries"
import { syncPurchases } from "./sync-purchases"

/** What was ordered of one product. */
export interface Purchase {
  entry_key: number
  /** Moment of the last order, ISO 8601. */
  last_ordered_at: string
  orders: number
  /** Base units of all orders together, exact decimal. */
  quantity: string
}

export const PURCHASE_SORTS = ["last", "orders", "quantity"] as const
export type PurchaseSort = (typeof PURCHASE_SORTS)[number]

export interface PurchasesQuery {
  bought_by: Reach
  sight: Sight
  /** A category that the dealer sees, with all below it; null = all. */
  category_id: string | null
  sort: PurchaseSort
  limit: number
  offset: number
}

/** SQL: lines of orders within a reach. Takes {@link boughtBindings}. */
const OF_REACH = `
  p.legal_entity_id = any (cast(:bought_entities as text[])) and (cast(:bought_by as text) is null or p.customer_id = cast(:bought_by as text))`

const boughtBindings = ({ entity_ids, customer_id }: Reach) => ({ bought_entities: [...entity_ids], bought_by: customer_id })

const ORDER: Record<PurchaseSort, string> = {
  last: "last_at desc",
  orders: "orders desc, last_at desc",
  quantity: "quantity desc, last_at desc",
}

const page = ({ sight, category_id, sort }: PurchasesQuery) => `
  with bought as materialized (
    select p.entry_key, max(p.ordered_at) as last_at, count(*)::int as orders, sum(p.quantity) as quantity
    from purchase_line p where ${OF_REACH} group by p.entry_key
  ),
  found as materialized (
    select bought.* from bought join catalog_entry e on e.key = bought.entry_key and e.is_listed and ${isVisibleAmongMany(sight)}
    ${category_id === null ? "" : `where e.category_keys @> array(${seenCategoryKey(sight)})`}
  )
  select (select count(*)::int from found) as total, coalesce((
    select json_agg(json_build_object('entry_key', entry_key, 'last_ordered_at', last_at, 'orders', orders, 'quantity', trim_scale(quantity)::text)
      order by ${ORDER[sort]}, entry_key)
    from (select * from found order by ${ORDER[sort]}, entry_key limit cast(:page_size as int) offset cast(:page_offset as int)) paged
  ), '[]') as purchases`

/** What was bought and is still sold and seen, with how many products that are in all. */
export async function purchases(db: Knex, query: PurchasesQuery): Promise<{ purchases: Purchase[]; count: number }> {
  const { bought_by, sight, category_id, sort, limit, offset } = query
  await syncPurchases(db, bought_by.entity_ids)
  const name = `purchases-${sort}-${category_id === null ? "" : "category"}${sightName(sight)}`
  const [found] = await prepared<{ total: number; purchases: Purchase[] }>(db, name, page(query), {
    ...boughtBindings(bought_by),
    ...{ page_size: limit, page_offset: offset, ...sightBindings(sight) },
    ...(category_id === null ? {} : { category_id }),
  })
  return { purchases: found?.purchases ?? [], count: found?.total ?? 0 }
}

/** What was bought before, or never, within a reach, as what narrows the catalogue. */
export async function amongBought(db: Knex, bought: "before" | "never", bought_by: Reach): Promise<Among> {
  await syncPurchases(db, bought_by.entity_ids)
  return {
    name: `bought-${bought}`,
    condition: `e.key ${bought === "before" ? "in" : "not in"} (select p.entry_key from purchase_line p where ${OF_REACH})`,
    bindings: boughtBindings(bought_by),
  }
}

const BY_CATEGORY = (sight: Sight) => `
  with bought as materialized (select distinct p.entry_key from purchase_line p where ${OF_REACH}),
  seen as materialized (
    select e.category_keys from bought join catalog_entry e on e.key = bought.entry_key where e.is_listed and ${isVisibleAmongMany(sight)}
  )
  select k.category_id as id, count(*)::int as bought
  from seen cross join unnest(seen.category_keys) as placed (key) join catalog_category k on k.key = placed.key
  group by k.category_id
  union all
  select null, count(*)::int from seen`

/** How many products that are seen were bought, by category with all below it; under null all of them. */
export async function boughtByCategory(
  db: Knex,
  { bought_by, sight }: { bought_by: Reach; sight: Sight }
): Promise<Map<string | null, number>> {
  await syncPurchases(db, bought_by.entity_ids)
  const bindings = { ...boughtBindings(bought_by), ...sightBindings(sight) }
  const rows = await prepared<{ id: string | null; bought: number }>(
    db,
    `bought-by-category${sightName(sight)}`,
    BY_CATEGORY(sight),
    bindings
  )
  return new Map(rows.map(({ id, bought }) => [id, bought]))
}
