import { rateLegs } from "./terms"

/** A threshold by quantity has no currency. */
const IN_MONEY_OF_CONTRACT = `
  case when t.currency_code is null or t.currency_code = terms.currency_code then t.from_amount
    else kontor_converted(t.from_amount, ${rateLegs("t.currency_code")}) end`

/**
 * The thresholds that a contract is in the scope of on the day: of each basis those of the nearest scope that has any. A CTE after those of
 * adjustments.ts. One whose price type the contract's prices could not come from is as if it were not there: a deleted type, one in another
 * currency, of another region or with another word on VAT than the contract's own; nor has a contract any whose own types have no say. `from_amount` of one
 * by total is money of the contract, converted by the rates of the day; without a rate it is as if it were not there.
 */
export const THRESHOLDS = `
  threshold as materialized (
    select t.id, t.basis, t.from_amount, t.starts_on, t.type_key, t.type_name
    from (
      select t.id, t.basis, counted.from_amount, t.starts_on, type.key as type_key, type.name as type_name, scope.nearness, min(scope.nearness) over (partition by t.basis) as nearest
      from terms
      join scope on true
      join price_threshold t on t.scope_kind = scope.kind and t.scope_id = scope.id and t.deleted_at is null
      join price_type type on type.id = t.price_type_id and type.deleted_at is null
      cross join lateral (select ${IN_MONEY_OF_CONTRACT} as from_amount) counted
      where t.starts_on <= (select day from asked) and t.ends_on >= (select day from asked)
        and counted.from_amount is not null
        and type.currency_code = terms.currency_code and type.includes_vat = (select includes_vat from chain)
        and (type.region is null or type.region = terms.region)
    ) t
    where t.nearness = t.nearest
  )`

/** The greatest first; of two that begin alike the later one, then the one made later. */
export const IN_ORDER_OF_AMOUNT = `t.from_amount desc, t.starts_on desc, t.id collate "C" desc`

/** Those by total count where the cart reaches them, those by quantity at a quantity. */
export const MAY_HOLD = `(t.basis = 'quantity' or t.id = any ((select threshold_ids from asked)::text[]))`
