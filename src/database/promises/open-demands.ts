import type { OpenDemand } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromisedPart } from "../../modules/supply/rules/compare-promises"

/** Demand that has not got all it wants; `quantity` is what nobody has promised it yet, which may be nothing. */
export interface DemandRow extends OpenDemand {
  entry_key: number
  order_id: string
  order_line_id: string
}

const ROWS = `
  select d.id, d.entry_key, d.order_id, d.order_line_id, e.variant_id, d.legal_entity_id, d.contract_id, c.warehouse_ids,
    trim_scale(d.quantity - d.served - coalesce(p.promised, 0))::text as quantity
  from demand d
  join catalog_entry e on e.key = d.entry_key
  join contract c on c.id = d.contract_id
  left join (select demand_id, sum(quantity) as promised from promise where demand_id = any(cast(:ids as text[])) group by 1) p on p.demand_id = d.id
  where d.id = any(cast(:ids as text[]))
  order by d.place, d.id`

/** These demands, those who asked first before the others. */
export async function readDemands(db: Knex, ids: readonly string[]): Promise<DemandRow[]> {
  const { rows } = await db.raw<{ rows: DemandRow[] }>(ROWS, { ids: [...ids] })
  return rows
}

/** With what stands of its promises, the earliest first. */
export type WaitingDemand = Omit<DemandRow, "order_line_id"> & { standing: readonly PromisedPart[] }

/**
 * Nobody promised them all they want, and they are of one of these products or something of theirs is free that was not over before `day`; promises of
 * supplies that are given out anew do not count. Told as columns, each one value of JSON: the driver takes ten times as long to read as many rows, and
 * PostgreSQL twice as long to write as many objects. What many of them share is told once.
 */
const WAITING = `
  with asked as materialized (
    select entry_key from supply_line
    where is_open and free > 0 and expected_on >= cast(:day as date) and expected_on < 'infinity'
      and entry_key in (select entry_key from demand where quantity > served)
    union select unnest(cast(:entry_keys as int[]))
  ),
  waiting as materialized (
    select d.id, d.place, d.entry_key, d.order_id, d.legal_entity_id, d.contract_id, d.quantity - d.served - coalesce(p.promised, 0) as quantity,
      p.promised
    from asked join demand d on d.entry_key = asked.entry_key and d.quantity > d.served
    left join lateral (
      select sum(p.quantity) as promised from promise p where p.demand_id = d.id and p.supply_id <> all(cast(:released_ids as text[]))) p on true
    where d.quantity - d.served > coalesce(p.promised, 0)
  ),
  standing as (
    select d.id, json_agg(json_build_object('supply_id', p.supply_id,
        'expected_on', case when line.expected_on < 'infinity' then line.expected_on end, 'quantity', trim_scale(p.quantity)::text)
      order by line.expected_on, p.supply_id) as parts
    from waiting d join promise p on p.demand_id = d.id and p.supply_id <> all(cast(:released_ids as text[]))
      join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key
    where d.promised > 0
    group by d.id
  )
  select
    coalesce(json_agg(id), '[]') as ids, coalesce(json_agg(entry_key), '[]') as entry_keys, coalesce(json_agg(order_id), '[]') as order_ids,
    coalesce(json_agg(legal_entity_id), '[]') as legal_entity_ids, coalesce(json_agg(contract_id), '[]') as contract_ids,
    coalesce(json_agg(trim_scale(quantity)::text), '[]') as quantities,
    (select coalesce(json_object_agg(e.key, e.variant_id), '{}') from catalog_entry e where e.key in (select entry_key from waiting)) as variants,
    (select coalesce(json_object_agg(c.id, c.warehouse_ids), '{}') from contract c where c.id in (select contract_id from waiting)) as contracts,
    (select coalesce(json_object_agg(s.id, s.parts), '{}') from standing s) as standing
  from (select * from waiting order by place, id) d`

interface Told {
  ids: string[]
  entry_keys: number[]
  order_ids: string[]
  legal_entity_ids: string[]
  contract_ids: string[]
  quantities: string[]
  variants: Record<string, string>
  contracts: Record<string, string[]>
  standing: Record<string, PromisedPart[]>
}

/**
 * Demands of these products that somebody is to promise something, and all others for which there may be something now; who asked first before the others.
 *
 * @param released_ids supplies whose promises are given out anew: they do not stand
 */
export async function waitingDemands(
  db: Knex,
  { day, entry_keys, released_ids }: { day: string; entry_keys: readonly number[]; released_ids: readonly string[] }
): Promise<WaitingDemand[]> {
  const bindings = { day, entry_keys: [...new Set(entry_keys)], released_ids: [...released_ids] }
  const { rows } = await db.raw<{ rows: Told[] }>(WAITING, bindings)
  return rows[0] ? demandsOf(rows[0]) : []
}

const NOTHING: PromisedPart[] = []

function demandsOf({ ids, entry_keys, order_ids, legal_entity_ids, contract_ids, quantities, ...shared }: Told): WaitingDemand[] {
  const variants = new Map(Object.entries(shared.variants).map(([key, variant_id]) => [Number(key), variant_id]))
  const contracts = new Map(Object.entries(shared.contracts))
  const standing = new Map(Object.entries(shared.standing))
  const demands: WaitingDemand[] = []
  for (const [index, id] of ids.entries()) {
    const entry_key = entry_keys[index] ?? 0
    const contract_id = contract_ids[index] ?? ""
    const variant_id = variants.get(entry_key)
    const warehouse_ids = contracts.get(contract_id)
    if (variant_id !== undefined && warehouse_ids !== undefined) {
      demands.push({
        id,
        entry_key,
        order_id: order_ids[index] ?? "",
        variant_id,
        legal_entity_id: legal_entity_ids[index] ?? "",
        contract_id,
        warehouse_ids,
        quantity: quantities[index] ?? "0",
        standing: standing.get(id) ?? NOTHING,
      })
    }
  }
  return demands
}

/** Whether there is any demand that wants something. */
export async function isAnythingDemanded(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_any: boolean }[] }>(`select exists (select from demand where quantity > served) as is_any`)
  return rows[0]?.is_any ?? false
}
