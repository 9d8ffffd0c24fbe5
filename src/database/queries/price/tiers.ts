/**
 * Of the types that a price may come from those that have prices by unit or quantity; a CTE of one row after those of terms.ts and
 * thresholds.ts. `keys` is null where none has any: then nothing that stands behind it is run. The order makes the planner look into the index
 * for the first row of a type; it would rather read the table until it meets one, which of a type without tiers is all of it.
 */
export const TIERED_TYPES = `
  tiered as materialized (
    select array_agg(named.key) as keys
    from (select unnest(keys) as key from chain union all select type_key from threshold) named
    where (select true from type_price_tier t where t.price_type_key = named.key order by t.entry_key limit 1)
  )`

/** Whether there is anything to read; told once a statement. */
export const HAS_TIERS = "(select keys is not null from tiered)"

const listOf = (tiers: string) => `
  tier_list as materialized (
    select json_object_agg(entry_key, tiers) as list
    from (
      select t.entry_key, json_agg(json_build_array(
          t.price_type_key, trim_scale(t.from_quantity)::text, trim_scale(t.coefficient)::text, t.amount::text
        ) order by t.from_quantity desc) as tiers
      from ${tiers} and ${HAS_TIERS} and t.price_type_key = any ((select keys from tiered)::int[]) group by t.entry_key
    ) told
  )`

/** `tier_list`: JSON of the tiers by entry, of each the greatest quantity first; an entry without any is not in it. Null where no entry has any. */
export const TIER_LIST = {
  few: listOf("type_price_tier t where t.entry_key = any ((select keys from asked)::int[])"),
  many: listOf("line join type_price_tier t on t.entry_key = line.entry_key where true"),
}
