import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReleasedLine, ReleasedPromise } from "../../modules/supply/rules/settle-released"

/**
 * SQL of how all lines of the changed supplies will stand: `supply_id`, `entry_key`, `state` and `is_open` of the supply, `expected_on`, `warehouse_id`,
 * `quantity`, `arrived`; a line that goes has the quantity 0. With what it binds.
 */
export interface SupplyOutlook {
  sql: string
  bindings: Record<string, Knex.RawBinding>
}

/**
 * A supply that has arrived without a word on what of it has come brought all of it. What was given to those who waited has come, whatever is told later.
 * What is told is columns, as in `open-demands.ts`, and each line but
 * once.
 */
const release = (outlook: string) => `
  with outlook as materialized (
    select supply_id, entry_key, state, is_open, expected_on, warehouse_id, quantity,
      case when state = 'arrived' and not bool_or(arrived > 0) over (partition by supply_id) then quantity else arrived end as arrived
    from (${outlook}) told
  ),
  affected as materialized (
    select row_number() over () - 1 as place, line.supply_id, line.entry_key,
      case when line.expected_on < 'infinity' then line.expected_on::text end as was_on, o.warehouse_id,
      o.is_open and (o.expected_on, o.warehouse_id) = (line.expected_on, line.warehouse_id) as is_same_day,
      trim_scale(comes - least(come, comes))::text as arrives,
      case
        when o.state = 'arrived' then 'supply_arrived'
        when not o.is_open then 'supply_cancelled'
        when (o.expected_on, o.warehouse_id) <> (line.expected_on, line.warehouse_id) then 'supply_moved'
        when comes > come then 'supply_arrived'
        else 'supply_short' end as cause,
      o.is_open and (o.expected_on, o.warehouse_id) <> (line.expected_on, line.warehouse_id) and comes <= come
        and greatest(o.quantity - comes, 0) >= line.promised as is_standing
    from outlook o join supply_line line on line.supply_id = o.supply_id and line.entry_key = o.entry_key
    cross join lateral (select greatest(line.arrived, line.served) as come, greatest(o.arrived, line.served) as comes) known
    where line.promised > 0 and (not o.is_open or (o.expected_on, o.warehouse_id) <> (line.expected_on, line.warehouse_id)
      or comes > come or greatest(o.quantity - comes, 0) < line.promised)
  ),
  gone as (
    delete from promise p using affected a where not a.is_standing and p.supply_id = a.supply_id and p.entry_key = a.entry_key
    returning a.place, p.demand_id, p.quantity, p.is_by_hand
  ),
  released as (
    select place, demand_id, quantity, is_by_hand from gone
    union all
    select a.place, p.demand_id, p.quantity, p.is_by_hand
    from affected a join promise p on p.supply_id = a.supply_id and p.entry_key = a.entry_key where a.is_standing
  )
  select
    (select coalesce(json_agg(a order by a.place), '[]') from affected a) as lines,
    coalesce(json_agg(place), '[]') as places, coalesce(json_agg(demand_id), '[]') as demand_ids,
    coalesce(json_agg(trim_scale(quantity)::text), '[]') as quantities, coalesce(json_agg(is_by_hand), '[]') as by_hand
  from released`

interface Told {
  lines: (ReleasedLine & { place: number })[]
  places: number[]
  demand_ids: string[]
  quantities: string[]
  by_hand: boolean[]
}

/**
 * Releases all promises of the lines that are about to move, shrink, close, go or bring something, under the lock of `lock-promises.ts` and before the
 * change is written. What the database would refuse beside the change is taken back at once; the promises of lines that only move stand until
 * `repromise.ts`, which gives all of them out anew, knows which of them are to go. In no order.
 */
export async function releasePromises(trx: Knex.Transaction, { sql, bindings }: SupplyOutlook): Promise<ReleasedPromise[]> {
  const { rows } = await trx.raw<{ rows: Told[] }>(release(sql), bindings)
  const [told] = rows
  if (!told) {
    return []
  }
  const { lines, places, demand_ids, quantities, by_hand } = told
  const released: ReleasedPromise[] = []
  for (const [index, place] of places.entries()) {
    const line = lines[place]
    const demand_id = demand_ids[index]
    const quantity = quantities[index]
    if (line !== undefined && demand_id !== undefined && quantity !== undefined) {
      released.push({ line, demand_id, quantity, is_by_hand: by_hand[index] === true })
    }
  }
  return released
}
