import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** So much of a demand on a day; `day` is null where nobody knows it. */
export interface Part {
  supply_id: string
  day: string | null
  quantity: number
}

/** A line of an order that was not in stock as a whole, as its tables have it. */
export interface DemandFact {
  id: string
  order_id: string
  quantity: number
  served: number
  is_over: boolean
  parts: Part[]
}

const DEMANDS = `
  select d.id, d.order_id, d.quantity::float8 as quantity, d.served::float8 as served,
    o.canceled_at is not null or coalesce(s.is_cancelled or s.shipped_on is not null, false) as is_over,
    coalesce((select json_agg(json_build_object('supply_id', p.supply_id, 'day', nullif(line.expected_on::text, 'infinity'), 'quantity', p.quantity::float8))
      from promise p join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key where p.demand_id = d.id), '[]') as parts
  from demand d join "order" o on o.id = d.order_id left join order_state s on s.order_id = o.id order by d.place`

/** What stands, demand by demand. */
export async function demandFacts(db: Knex): Promise<Map<string, DemandFact>> {
  const { rows } = await db.raw<{ rows: DemandFact[] }>(DEMANDS)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Each tells rows that must not be: reckoned anew from the tables, by none of the statements that write them. */
const BROKEN: Record<string, string> = {
  "a line of a supply is promised beyond what it still brings": `
    select s.number, l.entry_key, l.promised from supply_line l join supply s on s.id = l.supply_id
    where l.promised > case when s.deleted_at is null and s.state not in ('arrived', 'cancelled') then greatest(l.quantity - greatest(l.arrived, l.served), 0) else 0 end`,
  "promised of a line is not the sum of its promises": `
    select l.supply_id, l.entry_key, l.promised from supply_line l
    where l.promised <> (select coalesce(sum(p.quantity), 0) from promise p where p.supply_id = l.supply_id and p.entry_key = l.entry_key)`,
  "what was given of a line is not the sum of what the entities have got of it": `
    select l.supply_id, l.entry_key, l.served from supply_line l
    where l.served <> (select coalesce(sum(g.quantity), 0) from supply_served g where g.supply_id = l.supply_id and g.entry_key = l.entry_key)`,
  "a promise has no line or no demand, or is of other goods": `
    select p.* from promise p left join supply_line l on l.supply_id = p.supply_id and l.entry_key = p.entry_key
    left join demand d on d.id = p.demand_id and d.entry_key = p.entry_key where l.supply_id is null or d.id is null`,
  "promised and served are more than is wanted": `
    select d.id from demand d left join promise p on p.demand_id = d.id group by d.id having d.served + coalesce(sum(p.quantity), 0) > d.quantity`,
  "an order that is over waits": `
    select d.id from demand d join "order" o on o.id = d.order_id where o.canceled_at is not null and d.quantity > d.served`,
  "somebody waits while what he may have lies free": `
    select d.id, l.supply_id, l.free from demand d
    join contract c on c.id = d.contract_id
    join supply_line l on l.entry_key = d.entry_key and l.is_open and l.free > 0 and l.expected_on < 'infinity' and l.expected_on >= current_date
      and (cardinality(c.warehouse_ids) = 0 or l.warehouse_id = any(c.warehouse_ids))
    where d.quantity - d.served > (select coalesce(sum(p.quantity), 0) from promise p where p.demand_id = d.id)`,
  "more is reserved than the reservations come to, or less": `
    select l.id from inventory_level l where l.deleted_at is null and l.reserved_quantity <> (
      select coalesce(sum(r.quantity), 0) from reservation_item r
      where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null)`,
}

/** What does not hold, each with the rows that break it. */
export async function brokenFacts(db: Knex): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  for (const [fact, sql] of Object.entries(BROKEN)) {
    const { rows } = await db.raw<{ rows: unknown[] }>(sql)
    if (rows.length > 0) {
      broken[fact] = rows
    }
  }
  return broken
}

/** What there is of a demand in all by a day. */
const byDay = ({ served, parts }: DemandFact, day: string) =>
  served + parts.reduce((sum, part) => (part.day !== null && part.day <= day ? sum + part.quantity : sum), 0)

/** Whether on some day there is less of a demand than there was to be, or less in all. */
export function isWorse(before: DemandFact, after: DemandFact): boolean {
  const days = [...before.parts, ...after.parts].flatMap(({ day }) => (day === null ? [] : [day]))
  const all = ({ served, parts }: DemandFact) => served + parts.reduce((sum, { quantity }) => sum + quantity, 0)
  return days.some((day) => byDay(after, day) < byDay(before, day)) || all(after) < all(before)
}
