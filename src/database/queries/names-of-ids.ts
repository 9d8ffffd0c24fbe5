import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What people call a thing, by its table; each has the id as its key. Deleted ones keep their name: the log tells of them too. */
const NAMED: readonly [table: string, name: string][] = [
  ["legal_entity", "name"],
  ["holding", "name"],
  ["supplier_entity", "name"],
  ["contract", "number"],
  ["employee", "name"],
  [`"user"`, "coalesce(nullif(concat_ws(' ', first_name, last_name), ''), email)"],
  ["role", "name"],
  ["client_category", "name"],
  ["delivery_point", "name"],
  ["application", "number"],
  ["price_type", "name"],
  ["price_adjustment", "name"],
  ["price_threshold", "concat_ws(' ≥ ', (select t.name from price_type t where t.id = price_type_id), trim_scale(from_amount)::text)"],
  ["currency_rate", "concat(upper(currency_code), '/', upper(in_currency), ', ', to_char(on_date, 'YYYY-MM-DD'))"],
  ["exclusive_label", "(select t.value from price_trait t where t.key = trait_key)"],
  ["label", "name_ru"],
  ["visibility_rule", "name"],
  ["catalog_property", "name"],
  ["product_category", "name"],
  ["stock_location", "name"],
  ["supply", "number"],
  [`"order"`, "'№ ' || display_id"],
]

const SQL = [
  ...NAMED.map(([table, name]) => `select id, ${name} as name from ${table} where id = any(cast(:ids as text[]))`),
  `select variant_id, concat_ws(' ', article, title, variant_title) from catalog_entry where variant_id = any(cast(:ids as text[]))`,
].join("\nunion all\n")

/** The names of things by their ids, whatever they are; what has none is left out. */
export async function namesOfIds(db: Knex, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { rows } = await db.raw<{ rows: { id: string; name: string | null }[] }>(SQL, { ids: [...new Set(ids)] })
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
