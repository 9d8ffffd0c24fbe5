import { IN_ORDER_OF_RANK, SCOPED } from "./adjustments"
import { fallbackAmount, fallbackKey, TERMS } from "./terms"
import { IN_ORDER_OF_AMOUNT, MAY_HOLD, THRESHOLDS } from "./thresholds"
import { HAS_TIERS, TIER_FACTS, TIER_LIST, TIERED_TYPES } from "./tiers"

/** A contract on a day: all that prices depend on beside the entry and its quantity. */
export interface PriceTerms {
  contract_id: string
  /** YYYY-MM-DD in the supplier's time zone. */
  day: string
  /** Thresholds by total that the cart reaches; left out where there is no cart. */
  threshold_ids?: readonly string[] | undefined
}

/** How many entries a statement is written for. The facts are the same. */
export type PriceSize = "few" | "many"

/** So many entries are few: looking each up is faster than reading price tables in one go. */
export const FEW_ENTRIES = 200

/** What a statement takes: `keys` is an array literal of distinct entry keys, `threshold_ids` one of ids, which are words. */
export const priceBindings = ({ contract_id, day, threshold_ids = [] }: PriceTerms, keys: readonly number[]) => ({
  contract_id,
  day,
  keys: `{${keys.join(",")}}`,
  threshold_ids: `{${threshold_ids.join(",")}}`,
})

/**
 * The one price engine: CTEs that find all that prices of any number of entries depend on, for one contract on one day. They take
 * {@link priceBindings}. The rules (`rules/aim-adjustments.ts`, `rules/price-points.ts`) decide by them what holds at which quantity; the
 * precedence is written down in the README of the contract-pricing module.
 *
 * - `price_fact`: for each entry {@link FACT_COLUMNS}, all of them text or JSON that `read-facts.ts` reads;
 * - `shared_fact`: `facts`, what all of the entries share: the adjustments that may aim at one of them, in order of rank; of many entries
 *   which have each trait that an adjustment asks for, where of few `trait_keys` of the fact says it; labels that shut them
 *   off; how prices in other currencies are converted; prices by unit or quantity of the types, by entry key.
 *
 * Two texts, since the planner cannot be trusted with one. Of few entries each column is a subquery, so that each row is found by its key
 * whatever the statistics say; the parameters come by a CTE, which hides their values and sizes from the planner: it sees no use in planning
 * the statement anew for each of them, which takes longer than running it; and they are materialised, lest a join runs the subqueries again for
 * each pair of rows that it looks at. Of many it sees how many they are, and hashes what is worth it.
 *
 * @param origin besides, document and moment of each contract price and the type of the base price, for explanations
 * @param keys SQL of the array of distinct entry keys, where it is not `:keys`
 */
export const priceCtes = (size: PriceSize, origin = false, keys = BOUND_KEYS) => `
  ${ASKED[size](keys)},
  ${TERMS},
  ${SCOPED},
  ${THRESHOLDS},
  ${TIERED_TYPES},
  ${TIER_LIST[size]},
  ${AIMS[size]},
  shared_fact as materialized (
    select json_build_object('adjustments', (select list from adjustment_list), 'traits', ${TRAIT_LIST[size]}, 'exclusive', (
        select json_agg(x.trait_key order by t.value collate "C") from exclusive_label x join price_trait t on t.key = x.trait_key
      ), 'conversions', (select conversions from chain), 'retail_conversion', (select conversion from retail_type), 'tiers', ${TIER_FACTS}) as facts
  ),
  ${FACTS[size](contractPrice(origin), baseKey(origin))}`

/** Columns of `price_fact` besides `entry_key`. The type of the base price is null where nobody needs it. */
export const FACT_COLUMNS = [
  "contract_prices",
  "threshold_prices",
  "base_amount",
  "base_type_key",
  "retail_amount",
  "category_keys",
  "trait_keys",
] as const

/** JSON of entry keys by trait key, parted by blanks. */
const TRAIT_LIST: Record<PriceSize, string> = { few: "null", many: "(select list from trait_list)" }

const BOUND_KEYS = "cast(:keys as int[])"

const ASKED: Record<PriceSize, (keys: string) => string> = {
  few: (keys) => `
  asked as materialized (
    select cast(:contract_id as text) as contract_id, cast(:day as date) as day, cast(:threshold_ids as text[]) as threshold_ids,
      ${keys} as keys
  ),
  line as materialized (select entry_key from asked cross join unnest(asked.keys) as named (entry_key))`,
  many: (keys) => `
  asked as materialized (
    select cast(:contract_id as text) as contract_id, cast(:day as date) as day, cast(:threshold_ids as text[]) as threshold_ids
  ),
  line as materialized (select entry_key from unnest(${keys}) as named (entry_key))`,
}

const listOf = (scoped: string) => `
    select json_agg(json_build_array(
        s.key, s.category_key, s.trait_keys, s.kind, trim_scale(s.value)::text, trim_scale(s.from_quantity)::text, s.is_stacking,
        case when s.kind = 'withheld' then (select name from price_adjustment where key = s.key) end
      ) order by ${IN_ORDER_OF_RANK}) as list
    from ${scoped}`

/**
 * What adjustments aim at in the entries, and the adjustments. Few entries meet few adjustments: the others are not brought. Of many, to find them
 * out would take longer than to bring them; and their traits are brought by trait, as the index has them, since gathering them by entry would take
 * half of the time of the whole statement.
 */
const AIMS: Record<PriceSize, string> = {
  few: `
  placed as materialized (
    select line.entry_key, (select e.category_keys from catalog_entry e where e.key = line.entry_key) as category_keys,
      (select array_agg(t.trait_key) from trait_entry t where t.entry_key = line.entry_key) as trait_keys
    from line
  ),
  adjustment_list as materialized (
    ${listOf("scoped s")}
    where (s.category_key is null or s.category_key in (select unnest(category_keys) from placed))
      and (s.trait_keys = '{}' or s.trait_keys[1] in (select unnest(trait_keys) from placed))
  )`,
  many: `
  adjustment_list as materialized (${listOf("scoped s")}),
  trait_list as materialized (
    select json_object_agg(trait_key, entry_keys) as list
    from (
      select t.trait_key, string_agg(t.entry_key::text, ' ') as entry_keys from trait_entry t
      where t.trait_key in (select unnest(trait_keys) from scoped union all select trait_key from exclusive_label) group by t.trait_key
    ) marked
  )`,
}

const contractPrice = (origin: boolean) => `
  json_agg(json_build_array(trim_scale(c.from_quantity)::text, c.amount::text${origin ? ", c.document, to_jsonb(c.as_of) #>> '{}'" : ""})
    order by c.from_quantity desc, c.starts_on desc)`

const OF_CONTRACT = `
  c.contract_key = (select contract_key from terms) and c.starts_on <= (select day from asked) and c.ends_on >= (select day from asked)`

const THRESHOLD_PRICE = `
  json_agg(json_build_array(t.basis, trim_scale(t.from_amount)::text, typed.amount::text, t.type_key, t.id) order by ${IN_ORDER_OF_AMOUNT})`

/** Where the type of the base price is not told, it still decides whether and how the amount is converted, and which types come before it. */
const baseKey = (origin: boolean) => `
  case when ${origin ? "true" : `(select conversions is not null from chain) or ${HAS_TIERS}`} then
    case when typed.amount is not null then (select keys[1] from chain) else ${fallbackKey("p.entry_key")} end
  end as base_type_key`

const typePrice = (typeKey: string) => `(select amount from type_price where price_type_key = ${typeKey} and entry_key = p.entry_key)`

const OWN_TYPE = "(select keys[1] from chain)"
const RETAIL_TYPE = "(select key from retail_type)"

const FACTS: Record<PriceSize, (contractPrices: string, baseTypeKey: string) => string> = {
  few: (contractPrices, baseTypeKey) => `
  price_fact as materialized (
    select p.entry_key, (select ${contractPrices} from contract_price c where ${OF_CONTRACT} and c.entry_key = p.entry_key) as contract_prices,
      case when exists (select from threshold) then (
        select ${THRESHOLD_PRICE} from threshold t join type_price typed on typed.price_type_key = t.type_key and typed.entry_key = p.entry_key
        where ${MAY_HOLD}
      ) end as threshold_prices,
      coalesce(typed.amount, ${fallbackAmount("p.entry_key")})::text as base_amount, ${typePrice(RETAIL_TYPE)}::text as retail_amount,
      p.category_keys::text as category_keys, p.trait_keys::text as trait_keys, ${baseTypeKey}
    from placed p cross join lateral (select ${typePrice(OWN_TYPE)} as amount) typed
  )`,
  many: (contractPrices, baseTypeKey) => `
  own as materialized (select c.entry_key, ${contractPrices} as prices from contract_price c where ${OF_CONTRACT} group by c.entry_key),
  stepped as materialized (
    select typed.entry_key, ${THRESHOLD_PRICE} as prices
    from threshold t
    cross join lateral (select p.entry_key, p.amount from line join type_price p on p.price_type_key = t.type_key and p.entry_key = line.entry_key offset 0) typed
    where ${MAY_HOLD}
    group by typed.entry_key
  ),
  price_fact as (
    select p.entry_key, own.prices as contract_prices, stepped.prices as threshold_prices, coalesce(typed.amount, ${fallbackAmount("p.entry_key")})::text as base_amount,
      retail.amount::text as retail_amount, e.category_keys::text as category_keys, null as trait_keys, ${baseTypeKey}
    from line p
    left join catalog_entry e on e.key = p.entry_key
    left join type_price typed on typed.price_type_key = ${OWN_TYPE} and typed.entry_key = p.entry_key
    left join type_price retail on retail.price_type_key = ${RETAIL_TYPE} and retail.entry_key = p.entry_key
    left join own on own.entry_key = p.entry_key
    left join stepped on stepped.entry_key = p.entry_key
  )`,
}
