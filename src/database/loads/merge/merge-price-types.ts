import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"

/** A currency that is only that of the first price of a package changes none in which there are prices. */
const KEEPS_CURRENCY = `
  coalesce((l.record ->> 'is_currency_of_prices')::boolean, false) and (
    exists (select from type_price p where p.price_type_key = was.key) or exists (select from type_price_tier p where p.price_type_key = was.key))`

/** Price types of the ERP. True when another one has become retail, or its prices are of another currency, so that all of them must be mirrored. */
export async function mergePriceTypes(load: LoadContext): Promise<boolean> {
  await matchDocuments(load, { kind: "price_type", table: "price_type", idPrefix: "ptyp" })
  const created = await run(
    load,
    `insert into price_type (id, name, currency_code, includes_vat)
     select id, record ->> 'name', record ->> 'currency_code', (record ->> 'includes_vat')::boolean from load_price_type where is_new order by seq`
  )
  const updated = await run<{ is_revalued: boolean }>(
    load,
    `update price_type t
     set name = l.record ->> 'name', currency_code = said.currency_code, includes_vat = (l.record ->> 'includes_vat')::boolean, updated_at = now()
     from load_price_type l join price_type was on was.id = l.id
     cross join lateral (select case when ${KEEPS_CURRENCY} then was.currency_code else l.record ->> 'currency_code' end as currency_code) said
     where not l.is_new and t.id = l.id and (t.name, t.currency_code, t.includes_vat)
       is distinct from (l.record ->> 'name', said.currency_code, (l.record ->> 'includes_vat')::boolean)
     returning t.is_retail and t.currency_code <> was.currency_code as is_revalued`
  )
  await mapDocuments(load, "price_type")
  count(load, "price_types", { created: created.rowCount, updated: updated.rowCount })
  const isChosen = await chooseRetail(load)
  return isChosen || updated.rows.some(({ is_revalued }) => is_revalued)
}

/**
 * A new type that bears the retail name becomes retail, unless the one that is retail bears it too: a second base has a type of that name, and
 * no retail price of what the first one sells. Where there is no retail type at all, the first one becomes it. A choice made before stands
 * otherwise. The old one is cleared first, since an index allows one.
 */
async function chooseRetail(load: LoadContext): Promise<boolean> {
  const { rows } = await run<{ id: string; is_retail: boolean }>(
    load,
    `select t.id, t.is_retail from price_type t left join load_price_type l on l.id = t.id and l.is_new
     where t.deleted_at is null
     order by (t.is_retail and lower(t.name) = lower(:retailName)) desc, (l.id is not null and lower(t.name) = lower(:retailName)) desc,
       t.is_retail desc, (lower(t.name) = lower(:retailName)) desc, t.key
     limit 1`,
    { retailName: load.options.retailPriceTypeName }
  )
  const chosen = rows[0]
  if (!chosen || chosen.is_retail) {
    return false
  }
  await run(load, `update price_type set is_retail = false, updated_at = now() where is_retail and deleted_at is null`)
  await run(load, `update price_type set is_retail = true, updated_at = now() where id = :id`, { id: chosen.id })
  return true
}
