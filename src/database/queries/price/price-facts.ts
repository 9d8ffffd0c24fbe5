import { IN_ORDER_OF_RANK, SCOPE, SCOPE_LIST, SCOPED } from "./adjustments"
import { fallbackAmount, fallbackKey, TERMS } from "./terms"
import { IN_ORDER_OF_AMOUNT, MAY_HOLD, THRESHOLDS } from "./thresholds"
import { HAS_TIERS, TIER_LIST, TIERED_TYPES } from "./tiers"

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

interface PriceCtes {
  /** Document and moment of each contract price and the type of each base price besides, for explanations. */
  origin?: boolean
  /** Of few: SQL of the array of distinct entry keys, where it is not `:keys`. */
  keys?: string
  /** Of few: a select of entry_key and category_keys of these entries, where they are at hand. */
  placed?: string
  /**
   * Of few: SQL of the one quantity at which prices are asked for. Then nothing is brought that begins at a greater one, nor what withholds goods from
   * sale: whether they are is another answer than the price.
   */
  at?: string
  /** Of few: where adjustments come from; "told" where nothing is said. */
  adjustments?: AdjustmentSource
}

/** "told": the statement brings those that may aim at one of the entries. "kept": it brings none, but says which of those that the process keeps hold. */
export type AdjustmentSource = "told" | "kept"

/**
 * The one price engine: CTEs that find all that prices of any number of entries depend on, for one contract on one day. They take
 * {@link priceBindings}. The rules (`rules/aim-adjustments.ts`, `rules/price-points.ts`) decide by them what holds at which quantity; the
 * precedence is written down in the README of the contract-pricing module.
 *
 * `price_answer` is the answer: one row that `price-answer.ts` reads, all of it text or JSON.
 *
 * - `shared`: what the entries share: the adjustments that may aim at one of them, in order of rank; which entries have each trait; labels that
 *   shut adjustments off; types and thresholds in the order in which they are asked; how prices in other currencies are converted; prices by
 *   unit or quantity;
 * - columns of the entries, one after another, parted by blanks;
 * - prices of the contract by entry, and prices of types by type.
 *
 * Two texts, since the planner cannot be trusted with one. Of few entries each table is read once by its index, for all of them together, and the
 * rules find out which type has the base price: a subquery for each entry and type would be a node of the plan each, and setting up a plan
 * takes as long as running it. The parameters come by a CTE, which hides their values and sizes from the planner: it sees no use in planning
 * the statement anew for each of them. Of many it sees how many they are, and hashes what is worth it.
 */
export const priceCtes = (
  size: PriceSize,
  { origin = false, keys = BOUND_KEYS, placed = PLACED, at, adjustments = "told" }: PriceCtes = {}
) => `
  ${ASKED[size](keys)},
  ${TERMS},
  ${SCOPE},${adjustments === "told" ? `${SCOPED},` : ""}
  ${THRESHOLDS},
  ${TIERED_TYPES},
  ${TIER_LIST[size]},
  ${AIMS[size](placed)},${adjustments === "told" ? `${ADJUSTMENT_LIST[size](at)},` : ""}
  shared_fact as materialized (
    select json_build_object(${adjustments === "told" ? TOLD : `'scope', ${SCOPE_LIST}`},
      'traits', (select list from trait_list), 'exclusive', (
        select json_agg(x.trait_key order by t.value collate "C") from exclusive_label x join price_trait t on t.key = x.trait_key
      ), 'chain', (select keys from chain), 'retail_key', (select key from retail_type), 'conversions', (select conversions from chain),
      'retail_conversion', (select conversion from retail_type), 'thresholds', (
        select json_agg(json_build_array(t.basis, trim_scale(t.from_amount)::text, t.type_key, t.id) order by t.basis = 'quantity', ${IN_ORDER_OF_AMOUNT})
        from threshold t where ${MAY_HOLD}
      ), 'tiers', (select list from tier_list), 'footing', (${FOOTING[size]})) as facts
  ),
  ${ANSWER[size](contractPrice(origin), baseKey(origin), at)}`

const BOUND_KEYS = "cast(:keys as int[])"

const OF_ASKED = (entryKey: string) => `${entryKey} = any ((select keys from asked)::int[])`

const PLACED = `select e.key as entry_key, e.category_keys from catalog_entry e where ${OF_ASKED("e.key")}`

/** `WrittenFooting` of the readers. Rates are read where own and retail prices differ in their word on VAT, and nowhere else. */
const footing = (ofAsked: string) => `
        select json_build_object('own_includes_vat', own.includes_vat, 'rates', (
          select json_object_agg(e.key, trim_scale(e.vat_rate)::text) from catalog_entry e where ${ofAsked} and e.vat_rate is not null
        ))
        from chain own cross join retail_type retail where own.includes_vat <> retail.includes_vat`

const FOOTING: Record<PriceSize, string> = {
  few: footing(OF_ASKED("e.key")),
  many: footing("e.key in (select entry_key from line)"),
}

const ASKED: Record<PriceSize, (keys: string) => string> = {
  few: (keys) => `
  asked as materialized (
    select cast(:contract_id as text) as contract_id, cast(:day as date) as day, cast(:threshold_ids as text[]) as threshold_ids,
      ${keys} as keys
  )`,
  many: (keys) => `
  asked as materialized (
    select cast(:contract_id as text) as contract_id, cast(:day as date) as day, cast(:threshold_ids as text[]) as threshold_ids
  ),
  line as materialized (select entry_key from unnest(${keys}) as named (entry_key))`,
}

/**
 * `WrittenAdjustments` of the readers. A JSON array of each would take as long as finding it: how a value is written is looked up for each value of
 * each row. Names are what people choose, and come apart.
 */
const listOf = (scoped: string) => `
    select string_agg(concat_ws(
        ' ', s.key, coalesce(s.category_key, 0), s.trait_keys, s.kind, trim_scale(s.value), trim_scale(s.from_quantity), s.is_stacking, ''
      ), '' order by ${IN_ORDER_OF_RANK}) as list,
      json_object_agg(s.key, (select name from price_adjustment where key = s.key)) filter (where s.kind = 'withheld') as withheld_names
    from ${scoped}`

/** Of rows that begin at a quantity those that hold at the one that is asked for, where it is one. */
const reached = (row: string, at: string | undefined) => (at === undefined ? "" : ` and ${row}.from_quantity <= ${at}`)

/**
 * What adjustments aim at in the entries, and the adjustments. Few entries meet few adjustments: the others are not brought. Of many, to find them
 * out would take longer than to bring them. Traits are brought by trait: to gather them by entry would take half of the time of the whole statement.
 */
const AIMS: Record<PriceSize, (placed: string) => string> = {
  few: (placed) => `
  placed as materialized (${placed}),
  mark as materialized (select t.trait_key, t.entry_key from trait_entry t where ${OF_ASKED("t.entry_key")}),
  trait_list as materialized (
    select json_build_array(string_agg(trait_key::text, ' '), string_agg(entry_key::text, ' ')) as list from mark
  )`,
  many: () => `
  trait_list as materialized (
    select json_object_agg(trait_key, entry_keys) as list
    from (
      select t.trait_key, string_agg(t.entry_key::text, ' ') as entry_keys from trait_entry t
      where t.trait_key in (select unnest(trait_keys) from scoped union all select trait_key from exclusive_label)
      group by t.trait_key
    ) marked
  )`,
}

const ADJUSTMENT_LIST: Record<PriceSize, (at: string | undefined) => string> = {
  few: (at) => `
  adjustment_list as materialized (
    ${listOf("scoped s")}
    where (s.category_key is null or s.category_key in (select abs(unnest(category_keys)) from placed))
      and (s.trait_keys = '{}' or s.trait_keys[1] in (select trait_key from mark))${reached("s", at)}${at === undefined ? "" : " and s.kind <> 'withheld'"}
  )`,
  many: () => `adjustment_list as materialized (${listOf("scoped s")})`,
}

const TOLD = "'adjustments', (select list from adjustment_list), 'withheld_names', (select withheld_names from adjustment_list)"

const contractPrice = (origin: boolean) => `
  json_agg(json_build_array(trim_scale(c.from_quantity)::text, c.amount::text${origin ? ", c.document, to_jsonb(c.as_of) #>> '{}'" : ""})
    order by c.from_quantity desc, c.starts_on desc)`

const OF_CONTRACT = `
  c.contract_key = (select contract_key from terms) and c.starts_on <= (select day from asked) and c.ends_on >= (select day from asked)`

/** Where the type of the base price is not told, it still decides whether and how the amount is converted, and which types come before it. */
const baseKey = (origin: boolean) => `
  case when ${origin ? "true" : `(select conversions is not null from chain) or ${HAS_TIERS}`} then
    case when typed.amount is not null then (select keys[1] from chain) else ${fallbackKey("p.entry_key")} end
  end`

/** By type, of the entries that have a price in it: their keys and the prices, each parted by blanks. */
const typeList = (prices: string) => `
    select json_object_agg(price_type_key, json_build_array(entry_keys, amounts))
    from (
      select typed.price_type_key, string_agg(typed.entry_key::text, ' ') as entry_keys, string_agg(typed.amount::text, ' ') as amounts
      from ${prices} group by typed.price_type_key
    ) listed`

const column = (text: string) => `string_agg(coalesce(${text}, ''), ' ')`

const ANSWER: Record<PriceSize, (contractPrices: string, baseTypeKey: string, at: string | undefined) => string> = {
  few: (contractPrices, _baseTypeKey, at) => `
  price_answer as (
    select (select currency_code from terms) as currency_code, (select facts from shared_fact) as shared,
      string_agg(p.entry_key::text, ' ') as entry_keys, ${column("p.category_keys::text")} as category_keys,
      null as base_amounts, null as base_type_keys, null as retail_amounts,
      (
        select json_object_agg(entry_key, prices)
        from (select c.entry_key, ${contractPrices} as prices from contract_price c where ${OF_CONTRACT} and ${OF_ASKED("c.entry_key")}${reached("c", at)} group by c.entry_key) own
      ) as contract_prices,
      (${typeList(`type_price typed where ${OF_ASKED("typed.entry_key")} and typed.price_type_key = any (array(
        select unnest(keys) from chain union all select key from retail_type union all select t.type_key from threshold t where ${MAY_HOLD}
      ))`)}) as type_prices
    from placed p
  )`,
  many: (contractPrices, baseTypeKey) => `
  own as materialized (select c.entry_key, ${contractPrices} as prices from contract_price c where ${OF_CONTRACT} group by c.entry_key),
  price_answer as (
    select (select currency_code from terms) as currency_code, (select facts from shared_fact) as shared,
      string_agg(p.entry_key::text, ' ') as entry_keys, ${column("e.category_keys::text")} as category_keys,
      ${column(`coalesce(typed.amount, ${fallbackAmount("p.entry_key")})::text`)} as base_amounts, ${column(`(${baseTypeKey})::text`)} as base_type_keys,
      ${column("retail.amount::text")} as retail_amounts,
      json_object_agg(p.entry_key, own.prices) filter (where own.prices is not null) as contract_prices,
      (${typeList(`(select distinct type_key from threshold t where ${MAY_HOLD}) brought
        cross join lateral (select p.* from line join type_price p on p.price_type_key = brought.type_key and p.entry_key = line.entry_key offset 0) typed`)}) as type_prices
    from line p
    left join catalog_entry e on e.key = p.entry_key
    left join type_price typed on typed.price_type_key = (select keys[1] from chain) and typed.entry_key = p.entry_key
    left join type_price retail on retail.price_type_key = (select key from retail_type) and retail.entry_key = p.entry_key
    left join own on own.entry_key = p.entry_key
  )`,
}
