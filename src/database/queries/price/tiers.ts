import { IN_ORDER_OF_AMOUNT, MAY_HOLD } from "./thresholds"

/**
 * Of the types that a price may come from those that have prices by unit or quantity; a CTE of one row after those of terms.ts and
 * thresholds.ts. `keys` is null where none has any: then nothing that stands behind it is run. The order makes the planner look into the index
 * for the first row of a type; it would rather read the table until it meets one, which of a type without tiers is all of it.
 */
export const TIERED_TYPES = `
  tiered as materialized (
    select array_agg(named.key) as keys
    from (select unnest(keys) as key from chain union select type_key from threshold) named
    where (select true from type_price_tier t where t.price_type_key = named.key order by t.entry_key limit 1)
  )`

/** Whether there is anything to read; told once a statement. */
export const HAS_TIERS = "(select keys is not null from tiered)"

const TIER = `json_build_array(t.price_type_key, trim_scale(t.from_quantity)::text, trim_scale(t.coefficient)::text, t.amount::text)`

const OF_TIERED_TYPE = "t.price_type_key = any ((select keys from tiered)::int[])"

/**
 * `tier_list`: JSON of the tiers by entry, of each the greatest quantity first. Those of few entries are looked up one by one; an entry without
 * any is not in it.
 */
export const TIER_LIST = {
  few: `
  tier_list as materialized (
    select json_object_agg(entry_key, tiers) as list
    from (
      select line.entry_key, (
          select json_agg(${TIER} order by t.from_quantity desc) from type_price_tier t where ${OF_TIERED_TYPE} and t.entry_key = line.entry_key
        ) as tiers
      from line where ${HAS_TIERS}
    ) told where tiers is not null
  )`,
  many: `
  tier_list as materialized (
    select json_object_agg(entry_key, tiers) as list
    from (
      select t.entry_key, json_agg(${TIER} order by t.from_quantity desc) as tiers
      from line join type_price_tier t on t.entry_key = line.entry_key
      where ${HAS_TIERS} and ${OF_TIERED_TYPE} group by t.entry_key
    ) told
  )`,
}

/** What entries with tiers need besides: all types that may be asked, in their order. Null where no entry has any. */
export const TIER_FACTS = `
  (select json_build_object('by_entry', list, 'chain', (select keys from chain), 'thresholds', (
      select json_agg(json_build_array(t.basis, trim_scale(t.from_amount)::text, t.type_key, t.id) order by t.basis = 'quantity', ${IN_ORDER_OF_AMOUNT}) from threshold t where ${MAY_HOLD}
    )) from tier_list where list is not null)`
