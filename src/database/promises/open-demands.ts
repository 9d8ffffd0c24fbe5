import type { OpenDemand } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

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

/** Nobody promised them all they want, and something of their product is free that was not over before `day`. */
const WAITING = `
  with coming as materialized (
    select distinct entry_key from supply_line
    where is_open and free > 0 and expected_on >= cast(:day as date) and expected_on < 'infinity'
      and entry_key in (select entry_key from demand where quantity > served)
  )
  select d.id from coming join demand d on d.entry_key = coming.entry_key and d.quantity > d.served
  where d.quantity - d.served > (select coalesce(sum(p.quantity), 0) from promise p where p.demand_id = d.id)`

/** Demands for which there may be something now. */
export async function waitingDemands(db: Knex, { day }: { day: string }): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(WAITING, { day })
  return rows.map(({ id }) => id)
}

/** Whether there is any demand that wants something. */
export async function isAnythingDemanded(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_any: boolean }[] }>(`select exists (select from demand where quantity > served) as is_any`)
  return rows[0]?.is_any ?? false
}
