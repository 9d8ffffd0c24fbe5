import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A product as people tell it from others. */
export interface EntryName {
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
}

const SQL = `select key, variant_id, article, title, variant_title from catalog_entry where key = any (cast(:entry_keys as int[]))`

/** Names of entries by their keys. */
export async function entryNames(db: Knex, input: { entry_keys: number[] }): Promise<Map<number, EntryName>> {
  const { rows } = await db.raw<{ rows: (EntryName & { key: number })[] }>(SQL, input)
  return new Map(rows.map(({ key, ...name }) => [key, name]))
}
