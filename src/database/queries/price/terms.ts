import { keyOfContract } from "../../pricing/key-of-contract"
import { BASE_CURRENCY } from "../base-currency"

/** Types that a price may come from beyond the contract's own. */
export const FALLBACKS_MAX = 5

/** How money of a currency becomes money of the contract on the day; see the migration that makes the function. */
const conversion = (currency: string) => `json_build_object('from', ${currency}, 'legs', ${rateLegs(currency)})`

/** The rates that lead from a currency to that of the contract on the day. */
export const rateLegs = (currency: string) =>
  `kontor_rate_legs(${currency}, terms.currency_code, (select code from base_currency), (select day from asked))`

/**
 * What a contract decides about prices, as CTEs of one row each; they follow `asked`, which has the contract_id.
 *
 * - `terms`: contract_id, contract_key of its prices in its currency, legal_entity_id, holding_id, region, currency_code, price_type_id; no row for an unknown contract.
 * - `chain`: `keys`, price types in the order in which they are asked: the contract's own, then what each falls back to, as far as five and
 *   never in a circle. Passed over is a fallback of another region or with another word on VAT than the contract's own type. `includes_vat`
 *   and `as_of` are those of the contract's own type. `conversions`: by key, for types in another currency than the contract's, how their
 *   amounts become money of the contract (`Conversion` of the rules); null = all are in its currency.
 * - `retail_type`: key, as_of, includes_vat, and `conversion` in the same way.
 * - `base_currency`: code, read where a currency is another one.
 */
export const TERMS = `
  terms as materialized (
    select c.id as contract_id, ${keyOfContract("c")} as contract_key,
      c.legal_entity_id, e.holding_id, c.region, lower(c.currency_code) as currency_code, c.price_type_id
    from asked join contract c on c.id = asked.contract_id and c.deleted_at is null
    left join legal_entity e on e.id = c.legal_entity_id
  ),
  base_currency as materialized (select ${BASE_CURRENCY} as code),
  chain as materialized (
    with recursive link as (
      select t.key, t.fallback_id, lower(t.currency_code) as currency_code, t.includes_vat, t.region, t.as_of, t.includes_vat as own_vat, 0 as depth, array[t.id] as seen
      from terms join price_type t on t.id = terms.price_type_id and t.deleted_at is null
      union all
      select t.key, t.fallback_id, lower(t.currency_code), t.includes_vat, t.region, t.as_of, link.own_vat, link.depth + 1, link.seen || t.id
      from link join price_type t on t.id = link.fallback_id and t.deleted_at is null
      where link.depth < ${FALLBACKS_MAX} and t.id <> all (link.seen)
    )
    select array_agg(link.key order by link.depth) as keys, bool_and(link.own_vat) as includes_vat,
      min(link.as_of) filter (where link.depth = 0) as as_of,
      json_object_agg(link.key, ${conversion("link.currency_code")}) filter (where link.currency_code <> terms.currency_code) as conversions
    from link cross join terms
    where link.depth = 0 or (link.includes_vat = link.own_vat and (link.region is null or link.region = terms.region))
  ),
  retail_type as materialized (
    select t.key, t.as_of, t.includes_vat, case when lower(t.currency_code) <> terms.currency_code then ${conversion("lower(t.currency_code)")} end as conversion
    from price_type t cross join terms where t.is_retail and t.deleted_at is null
  )`

/**
 * The base price of entry `entryKey` where the contract's own type has none: the first of the others in the chain that has one. A lookup by
 * the primary key for each, none of which runs once a price is found.
 */
export const fallbackAmount = (entryKey: string) =>
  `coalesce(${Array.from(
    { length: FALLBACKS_MAX },
    (_, index) => `
      (select amount from type_price where price_type_key = (select keys[${index + 2}] from chain) and entry_key = ${entryKey})`
  ).join(",")})`

/** The type that {@link fallbackAmount} is a price of. */
export const fallbackKey = (entryKey: string) => `
      (select priced.price_type_key from chain cross join unnest(chain.keys) with ordinality as link (key, place)
        join type_price priced on priced.price_type_key = link.key and priced.entry_key = ${entryKey} order by link.place limit 1)`
