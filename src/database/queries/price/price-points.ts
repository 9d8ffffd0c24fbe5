import { adjustments } from "./adjustments"
import { fallbackAmount, fallbackKey, TERMS } from "./terms"

/** A contract on a day: all that prices depend on beside the entry and its quantity. */
export interface PriceTerms {
  contract_id: string
  /** YYYY-MM-DD in the supplier's time zone. */
  day: string
}

/** "exact": what the quantity of the line costs. "ladder": this, and each greater quantity from which other rows may hold. */
export type PriceReach = "exact" | "ladder"

/**
 * The one price engine: CTEs that price any number of lines of one contract on one day. `line` is a select of position, entry_key, quantity (base
 * units); `:contract_id` and `:day` are bound. The last CTE, `price_point`, has {@link POINT_COLUMNS} for each line and quantity.
 *
 * The database finds the rows that hold; `rules/price-ladder.ts` adjusts and rounds. What is considered comes by joins from keys of the entry,
 * never by holding each entry against all adjustments. The precedence is written down in the README of the contract-pricing module.
 */
export const priceCtes = (line: string, reach: PriceReach) => `
  ${TERMS},
  line as materialized (${line}),
  ${PARTS[reach]},
  everywhere as materialized (
    select asked.at_quantity, min(b.rank) filter (where not b.is_stacking) as winner, jsonb_agg(b.change) filter (where b.is_stacking) as stacked
    from (select distinct at_quantity from point) asked join blanket b on b.from_quantity <= asked.at_quantity
    group by asked.at_quantity
  ),
  contract_row as materialized (
    select distinct on (p.position, p.at_quantity) p.position, p.at_quantity, c.amount, c.from_quantity, c.starts_on, c.document, c.as_of
    from point p join contract_price c
      on c.contract_key = (select contract_key from terms) and c.entry_key = p.entry_key and c.from_quantity <= p.at_quantity
    where c.starts_on <= cast(:day as date) and c.ends_on >= cast(:day as date)
    order by p.position, p.at_quantity, c.from_quantity desc, c.starts_on desc
  ),
  price_point as (
    select p.position, p.at_quantity, trim_scale(p.at_quantity)::text as from_quantity, own.amount::text as contract_amount,
      coalesce(typed.amount, ${fallbackAmount("p.entry_key")})::text as base_amount, retail.amount::text as retail_amount,
      winner.rank as winner_rank, winner.kind as winner_kind, winner.value::text as winner_value,
      case when d.stacked is null then e.stacked when e.stacked is null then d.stacked else d.stacked || e.stacked end as stacked,
      winner.key as winner_key, trim_scale(own.from_quantity)::text as contract_from, own.document as contract_document,
      to_jsonb(own.as_of) #>> '{}' as contract_as_of,
      case when typed.amount is not null then (select keys[1] from chain) else ${fallbackKey("p.entry_key")} end as base_type_key
    from point p
    left join type_price typed on typed.price_type_key = (select keys[1] from chain) and typed.entry_key = p.entry_key
    left join type_price retail on retail.price_type_key = (select key from retail_type) and retail.entry_key = p.entry_key
    left join contract_row own on own.position = p.position and own.at_quantity = p.at_quantity
    left join decided d on d.position = p.position and d.at_quantity = p.at_quantity
    left join everywhere e on e.at_quantity = p.at_quantity
    left join ranked winner on winner.rank = least(d.winner, e.winner)
  )`

const DECISION =
  "min(hit.rank) filter (where not hit.is_stacking) as winner, jsonb_agg(hit.change) filter (where hit.is_stacking) as stacked"

/** From the adjustments to `point`, the quantities to be priced of each line, and `decided`, the adjustments that hold there. */
const PARTS: Record<PriceReach, string> = {
  exact: `
  ${adjustments("r.from_quantity <= placed.quantity")},
  point as materialized (select position, entry_key, quantity as at_quantity from line),
  decided as materialized (
    select hit.position, line.quantity as at_quantity, hit.winner, hit.stacked
    from (select position, ${DECISION} from hit group by position) hit join line on line.position = hit.position
  )`,
  ladder: `
  ${adjustments("true")},
  point as materialized (
    select position, entry_key, quantity as at_quantity from line
    union
    select line.position, line.entry_key, hit.from_quantity
    from hit join line on line.position = hit.position where hit.from_quantity > line.quantity
    union
    select line.position, line.entry_key, b.from_quantity
    from line join (select distinct from_quantity from blanket) b on b.from_quantity > line.quantity
    union
    select line.position, line.entry_key, c.from_quantity
    from line join contract_price c on c.contract_key = (select contract_key from terms) and c.entry_key = line.entry_key
    where c.from_quantity > line.quantity and c.starts_on <= cast(:day as date) and c.ends_on >= cast(:day as date)
  ),
  decided as materialized (
    select p.position, p.at_quantity, ${DECISION}
    from point p join hit on hit.position = p.position and hit.from_quantity <= p.at_quantity
    group by p.position, p.at_quantity
  )`,
}

/** Columns of `price_point` that make a `PricePoint` of the rules. */
export const POINT_COLUMNS = "from_quantity, contract_amount, base_amount, winner_rank, winner_kind, winner_value, stacked"

/** Columns that tell which rows a price comes from; nothing is computed for them where nobody asks. */
export const ORIGIN_COLUMNS = "winner_key, contract_from, contract_document, contract_as_of, base_type_key"

/** {@link POINT_COLUMNS} as one JSON object. */
export const POINT_JSON = `json_build_object(${POINT_COLUMNS.split(", ")
  .map((column) => `'${column}', p.${column}`)
  .join(", ")})`
