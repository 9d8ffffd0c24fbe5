import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReleasedPromise } from "../../modules/supply/rules/settle-released"

/**
 * SQL of how all lines of the changed supplies will stand: `supply_id`, `entry_key`, `state` and `is_open` of the supply, `expected_on`, `warehouse_id`,
 * `quantity`, `arrived`; a line that goes has the quantity 0. With what it binds.
 */
export interface SupplyOutlook {
  sql: string
  bindings: Record<string, Knex.RawBinding>
}

/** A supply that has arrived without a word on what of it has come brought all of it. What is told is one value, as in `open-demands.ts`. */
const release = (outlook: string) => `
  with outlook as materialized (
    select supply_id, entry_key, state, is_open, expected_on, warehouse_id, quantity,
      case when state = 'arrived' and not bool_or(arrived > 0) over (partition by supply_id) then quantity else arrived end as arrived
    from (${outlook}) told
  ),
  affected as materialized (
    select line.supply_id, line.entry_key, case when line.expected_on < 'infinity' then line.expected_on::text end as was_on, o.warehouse_id,
      o.is_open and (o.expected_on, o.warehouse_id) = (line.expected_on, line.warehouse_id) as is_same_day,
      trim_scale(greatest(o.arrived - line.arrived, 0))::text as arrives,
      case
        when o.state = 'arrived' then 'supply_arrived'
        when not o.is_open then 'supply_cancelled'
        when (o.expected_on, o.warehouse_id) <> (line.expected_on, line.warehouse_id) then 'supply_moved'
        when o.arrived > line.arrived then 'supply_arrived'
        else 'supply_short' end as cause
    from outlook o join supply_line line on line.supply_id = o.supply_id and line.entry_key = o.entry_key
    where line.promised > 0 and (not o.is_open or (o.expected_on, o.warehouse_id) <> (line.expected_on, line.warehouse_id)
      or o.arrived > line.arrived or greatest(o.quantity - o.arrived, 0) < line.promised)
  ),
  gone as (
    delete from promise p using affected a where p.supply_id = a.supply_id and p.entry_key = a.entry_key
    returning p.supply_id, p.entry_key, p.demand_id, p.quantity, p.is_by_hand, a.was_on, a.warehouse_id, a.is_same_day, a.arrives, a.cause
  )
  select coalesce(json_agg(told), '[]') as told
  from (
    select gone.supply_id, gone.entry_key, gone.demand_id, trim_scale(gone.quantity)::text as quantity, gone.is_by_hand, gone.was_on,
      gone.warehouse_id, gone.is_same_day, gone.arrives, gone.cause
    from gone join demand d on d.id = gone.demand_id
    order by d.place, d.id
  ) told`

/**
 * Takes back all promises of the lines that are about to move, shrink, close, go or bring something, under the lock of `lock-promises.ts` and before the
 * change is written: the database refuses it otherwise. `repromise.ts` gives them out anew. Those who asked first come first.
 */
export async function releasePromises(trx: Knex.Transaction, { sql, bindings }: SupplyOutlook): Promise<ReleasedPromise[]> {
  const { rows } = await trx.raw<{ rows: { told: ReleasedPromise[] }[] }>(release(sql), bindings)
  return rows[0]?.told ?? []
}
