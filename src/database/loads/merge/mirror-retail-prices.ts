import { minorDigits } from "../../../modules/contract-pricing/rules/round-price"
import { run, type LoadStatement } from "../load-context"

/**
 * Repeats retail prices in Medusa's own price table, rounded as the engine rounds them (Medusa's table of currencies gives some, such as AMD, no minor unit), so that stock routes which know no contract show them.
 * `table` names the prices to look at: those that a package changed, or all when another type has become retail.
 */
export async function mirrorRetailPrices(load: LoadStatement, table: "load_price_change" | "type_price"): Promise<void> {
  const [retail] = (await run<{ currency_code: string }>(load, RETAIL_CURRENCY)).rows
  await run(load, wantedPrices(table), { digits: minorDigits(retail?.currency_code ?? "") })
  await run(load, `analyze load_retail`)
  await run(load, UPDATE_MIRRORED)
  await run(load, INSERT_MIRRORED)
}

const RETAIL_CURRENCY = `select currency_code from price_type where is_retail and deleted_at is null`

const wantedPrices = (table: string) => `
  create temporary table load_retail on commit drop as
  select e.price_set_id, t.currency_code, rounded.amount, jsonb_build_object('value', rounded.amount::text, 'precision', 20) as raw_amount
  from price_type t
  join ${table} l on l.price_type_key = t.key
  join catalog_entry e on e.key = l.entry_key and e.price_set_id is not null
  cross join lateral (select round(l.amount, :digits) as amount) rounded
  where t.is_retail and t.deleted_at is null`

/** The mirrored price is the one of its set and currency without list, rules and quantity bounds. */
const IS_MIRRORED = `
  p.price_set_id = l.price_set_id and p.currency_code = l.currency_code and p.price_list_id is null and p.deleted_at is null
  and coalesce(p.rules_count, 0) = 0 and p.min_quantity is null and p.max_quantity is null`

const UPDATE_MIRRORED = `
  update price p set amount = l.amount, raw_amount = l.raw_amount, updated_at = now()
  from load_retail l where ${IS_MIRRORED} and p.amount is distinct from l.amount`

const INSERT_MIRRORED = `
  insert into price (id, price_set_id, currency_code, amount, raw_amount, rules_count)
  select kontor_id('price', :moment), l.price_set_id, l.currency_code, l.amount, l.raw_amount, 0
  from load_retail l where not exists (select from price p where ${IS_MIRRORED}) order by l.price_set_id`
