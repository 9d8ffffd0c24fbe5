import type { FreeSupplyLine } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** With the key by which tables name the product. */
export interface FreeLineRow extends FreeSupplyLine {
  entry_key: number
}

/** To warehouses that dealers may buy from, or to one that nobody has told. */
const IS_KNOWN_WAREHOUSE = `
  (line.warehouse_id = '' or exists (
    select from store
    join sales_channel_stock_location link on link.sales_channel_id = store.default_sales_channel_id and link.deleted_at is null
    where store.deleted_at is null and link.stock_location_id = line.warehouse_id))`

/**
 * Joined, and not searched for by "= any": inside a nested loop PostgreSQL takes an array of some thousand keys apart again for every row, which made
 * seconds of milliseconds.
 */
const ASKED = `asked as materialized (select key from unnest(cast(:entry_keys as int[])) as u (key))`

const COLUMNS = `line.supply_id, line.entry_key, e.variant_id, case when line.expected_on < 'infinity' then line.expected_on::text else 'infinity' end as expected_on,
    line.warehouse_id, trim_scale(line.quantity)::text as quantity`

/** Always in the same order, so that two who want the same goods wait for each other instead of locking each other out. */
const lines = (isLocked: boolean) => `
  with ${ASKED}
  select ${COLUMNS}, trim_scale(line.free)::text as free
  from asked join supply_line line on line.entry_key = asked.key join catalog_entry e on e.key = line.entry_key
  where line.is_open and line.free > 0 and line.supply_id <> all(cast(:released_ids as text[])) and ${IS_KNOWN_WAREHOUSE}
  order by line.supply_id, line.entry_key
  ${isLocked ? "for update of line" : ""}`

/** As if nothing of them were promised. Whoever asks so keeps everybody else away by `lock-promises.ts`. */
const RELEASED = `
  with ${ASKED}
  select ${COLUMNS}, trim_scale(line.quantity - greatest(line.arrived, line.served))::text as free
  from asked join supply_line line on line.entry_key = asked.key join catalog_entry e on e.key = line.entry_key
  where line.supply_id = any(cast(:released_ids as text[])) and line.is_open and line.quantity > greatest(line.arrived, line.served) and ${IS_KNOWN_WAREHOUSE}
  order by line.supply_id, line.entry_key`

/** Of the lines of which something is free: what was promised of the others is nobody's concern here. What they have got of it counts as well. */
const PROMISED_TO = `
  with ${ASKED}
  select had.supply_id, had.entry_key, had.legal_entity_id, trim_scale(sum(had.quantity))::text as quantity
  from (
    select p.supply_id, p.entry_key, d.legal_entity_id, p.quantity
    from asked join supply_line line on line.entry_key = asked.key and line.is_open and line.free > 0
    join promise p on p.supply_id = line.supply_id and p.entry_key = line.entry_key
    join demand d on d.id = p.demand_id
    where line.supply_id <> all(cast(:released_ids as text[]))
    union all
    select g.supply_id, g.entry_key, g.legal_entity_id, g.quantity
    from asked join supply_line line on line.entry_key = asked.key and line.is_open and line.served > 0
    join supply_served g on g.supply_id = line.supply_id and g.entry_key = line.entry_key
  ) had
  where had.legal_entity_id in (select unnest(cast(:entity_ids as text[])))
  group by 1, 2, 3`

type Row = Omit<FreeLineRow, "promised_to">

/**
 * What is free of these products on any supply that is open, late ones too, with what of it these legal entities were promised or have got. `lock` keeps others from
 * promising it until the transaction ends.
 *
 * @param input.released_ids supplies whose promises are given out anew: what is promised of them is free
 */
export async function freeLines(
  db: Knex,
  input: { entry_keys: readonly number[]; entity_ids: readonly string[]; released_ids?: readonly string[] },
  { lock }: { lock: boolean }
): Promise<FreeLineRow[]> {
  const entry_keys = [...new Set(input.entry_keys)]
  const entity_ids = [...new Set(input.entity_ids)]
  const released_ids = [...(input.released_ids ?? [])]
  const { rows: free } = await db.raw<{ rows: Row[] }>(lines(lock), { entry_keys, released_ids })
  const { rows: released } =
    released_ids.length === 0 ? { rows: [] } : await db.raw<{ rows: Row[] }>(RELEASED, { entry_keys, released_ids })
  const told = await db.raw<{ rows: { supply_id: string; entry_key: number; legal_entity_id: string; quantity: string }[] }>(PROMISED_TO, {
    entry_keys,
    entity_ids,
    released_ids,
  })
  const promised = new Map<string, Map<string, string>>()
  for (const { supply_id, entry_key, legal_entity_id, quantity } of told.rows) {
    const key = `${supply_id} ${entry_key}`
    const known = promised.get(key) ?? new Map<string, string>()
    promised.set(key, known.set(legal_entity_id, quantity))
  }
  return [...free, ...released].map((row) => ({
    ...row,
    promised_to: promised.get(`${row.supply_id} ${row.entry_key}`) ?? new Map<string, string>(),
  }))
}
