import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { containing } from "../like"
import { TYPE_PRICES, UNIT_OF_PRICE } from "../price-imports/subjects/price-type"

/** A price of a type: the plain one, or one by unit or quantity. */
export interface TypePriceRow {
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
  /** Null = the base unit. */
  unit: string | null
  coefficient: string
  /** Base units; "0" of the plain price. */
  from_quantity: string
  /** Of one unit, exact decimal. */
  amount: string
}

export interface TypePriceQuery {
  price_type_key: number
  /** Part of an article or SKU; empty = all. */
  q: string
  limit: number
  offset: number
}

const FOUND = `
  from ${TYPE_PRICES} p join catalog_entry e on e.key = p.entry_key
  where p.price_type_key = :price_type_key and (cast(:pattern as text) is null or e.article_key like :pattern or e.sku_key like :pattern)`

const COUNT = `select count(*)::int as count ${FOUND}`

const PAGE = `
  select e.variant_id, e.article, e.title, e.variant_title, case when p.coefficient <> 1 then ${UNIT_OF_PRICE} end as unit, trim_scale(p.coefficient)::text as coefficient,
    trim_scale(p.from_quantity)::text as from_quantity, trim_scale(p.amount)::text as amount ${FOUND}
  order by e.article_key, e.key, p.from_quantity limit :limit offset :offset`

/** Prices of a type by article. */
export async function listTypePrices(db: Knex, { q, ...query }: TypePriceQuery): Promise<{ prices: TypePriceRow[]; count: number }> {
  const key = normaliseSearchKey(q)
  if (q !== "" && key === null) {
    return { prices: [], count: 0 }
  }
  const bindings = { ...query, pattern: key === null ? null : containing(key) }
  const counted = await db.raw<{ rows: { count: number }[] }>(COUNT, bindings)
  const { rows } = await db.raw<{ rows: TypePriceRow[] }>(PAGE, bindings)
  return { prices: rows, count: counted.rows[0]?.count ?? 0 }
}
