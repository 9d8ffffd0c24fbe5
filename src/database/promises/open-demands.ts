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
export type WaitingDemand = Omit<DemandRow, "order_line_id"> & { standing: PromisedPart[] }

/**
 * Nobody promised them all they want, and they are of one of these products or something of theirs is free that was not over before `day`. One value of
 * JSON: the driver takes ten times as long to read as many rows.
 */
const WAITING = `
  with asked as materialized (
    select entry_key from supply_line
    where is_open and free > 0 and expected_on >= cast(:day as date) and expected_on < 'infinity'
      and entry_key in (select entry_key from demand where quantity > served)
    union select unnest(cast(:entry_keys as int[]))
  ),
  waiting as materialized (
    select d.id, d.place, d.entry_key, d.order_id, d.legal_entity_id, d.contract_id, d.quantity - d.served - coalesce(p.promised, 0) as quantity
    from asked join demand d on d.entry_key = asked.entry_key and d.quantity > d.served
    left join lateral (select sum(p.quantity) as promised from promise p where p.demand_id = d.id) p on true
    where d.quantity - d.served > coalesce(p.promised, 0)
  ),
  standing as (
    select d.id, json_agg(json_build_object('supply_id', p.supply_id,
        'expected_on', case when line.expected_on < 'infinity' then line.expected_on end, 'quantity', trim_scale(p.quantity)::text)
      order by line.expected_on, p.supply_id) as parts
    from waiting d join promise p on p.demand_id = d.id join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key
    group by d.id
  )
  select coalesce(json_agg(told), '[]') as told
  from (
    select d.id, d.entry_key, d.order_id, e.variant_id, d.legal_entity_id, d.contract_id, c.warehouse_ids, trim_scale(d.quantity)::text as quantity,
      coalesce(s.parts, '[]') as standing
    from waiting d
    join catalog_entry e on e.key = d.entry_key
    join contract c on c.id = d.contract_id
    left join standing s on s.id = d.id
    order by d.place, d.id
  ) told`

/** Demands of these products that somebody is to promise something, and all others for which there may be something now; who asked first before the others. */
export async function waitingDemands(
  db: Knex,
  { day, entry_keys }: { day: string; entry_keys: readonly number[] }
): Promise<WaitingDemand[]> {
  const { rows } = await db.raw<{ rows: { told: WaitingDemand[] }[] }>(WAITING, { day, entry_keys: [...new Set(entry_keys)] })
  return rows[0]?.told ?? []
}

/** Whether there is any demand that wants something. */
export async function isAnythingDemanded(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_any: boolean }[] }>(`select exists (select from demand where quantity > served) as is_any`)
  return rows[0]?.is_any ?? false
}
