import { OPEN_STATES } from "../../modules/supply/rules/move-supply"
import { FROM_WAREHOUSES } from "./entry-stock"

/** What comes of a product on a day, to all warehouses that the contract draws from. */
export interface NextSupply {
  /** YYYY-MM-DD */
  expected_on: string
  /** The least certain of the supplies of that day. */
  state: (typeof OPEN_STATES)[number]
  /** Base units that nobody was promised, exact decimal. */
  free: string
  /** When that was so, ISO 8601; the oldest of that day. */
  as_of: string
}

/** Days that a list has room for. */
const DAYS_SHOWN = 2

/**
 * CTE `drawn`: ids of the warehouses whose supplies count. Goods that nobody has told a warehouse of count for who draws from all. Takes
 * `:warehouse_ids`.
 */
export const DRAWN_WAREHOUSES = `
  drawn as materialized (
    select array(select l.id ${FROM_WAREHOUSES}) || case when cardinality(cast(:warehouse_ids as text[])) = 0 then array[''] end as ids
  )`

/**
 * Free lines `line` of what is open and has a day that is not over: what is late has no day that anybody could rely on. Needs {@link DRAWN_WAREHOUSES}.
 *
 * @param day SQL of the day it is
 */
export const isToCome = (day: string) =>
  `line.is_open and line.free > 0 and line.expected_on >= ${day} and line.expected_on < 'infinity' and line.warehouse_id = any((select ids from drawn)::text[])`

const STATES = `array[${OPEN_STATES.map((state) => `'${state}'`).join(", ")}]`

/** The next days on which something free of entries comes, as lines of text; null = none. One look for all of them: their lines stand together. */
export const nextSuppliesOf = (entryKeys: string, day: string) => `
  select string_agg(concat_ws(' ', entry_key, expected_on, state, free, as_of), E'\\n' order by entry_key, expected_on)
  from (
    select line.entry_key, line.expected_on, (${STATES})[min(array_position(${STATES}, s.state))] as state,
      trim_scale(sum(line.free)) as free, to_jsonb(min(s.as_of)) #>> '{}' as as_of,
      row_number() over (partition by line.entry_key order by line.expected_on) as place
    from supply_line line join supply s on s.id = line.supply_id
    where line.entry_key = any (${entryKeys}) and ${isToCome(day)}
    group by line.entry_key, line.expected_on
  ) coming
  where place <= ${DAYS_SHOWN}`

const NONE: NextSupply[] = []

/** Reads {@link nextSuppliesOf}, by entry key. */
export function supplyReader(written: string | null): (entryKey: number) => NextSupply[] {
  const supplies = new Map<number, NextSupply[]>()
  for (const line of written?.split("\n") ?? []) {
    const [key, expected_on = "", word, free = "", as_of = ""] = line.split(" ")
    const state = OPEN_STATES.find((each) => each === word)
    if (state) {
      supplies.set(Number(key), [...(supplies.get(Number(key)) ?? NONE), { expected_on, state, free, as_of }])
    }
  }
  return (entryKey) => supplies.get(entryKey) ?? NONE
}
