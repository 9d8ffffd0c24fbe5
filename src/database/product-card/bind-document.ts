import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { entriesByArticles } from "../queries/entries-by-articles"
import type { ListedArticles } from "../pricing/entries-of-list"

/** What a document is bound to: it stands on the card of the product, of all in the category and below it, or of all of the brand. */
export interface DocumentTargets {
  product_ids: readonly string[]
  category_ids: readonly string[]
  brands: readonly string[]
}

export interface DocumentBinding {
  add: DocumentTargets & { articles: readonly string[] }
  remove: DocumentTargets
}

export interface BoundDocument {
  /** What became of the articles: an unknown one is left out and told. */
  articles: ListedArticles
  added: number
  removed: number
}

const UNKNOWN = `
  select asked.id from unnest(cast(:product_ids as text[])) asked (id) where not exists (select from product p where p.id = asked.id and p.deleted_at is null)
  union all
  select asked.id from unnest(cast(:category_ids as text[])) asked (id)
  where not exists (select from product_category c where c.id = asked.id and c.deleted_at is null)
  union all
  select asked.id from unnest(cast(:brands as text[])) asked (id)
  where not exists (
    select from catalog_property b join catalog_value v on v.property_key = b.key where b.kind = 'brand' and v.value = asked.id
  )`

const NAMED = `
  select 'product' as kind, id from unnest(cast(:product_ids as text[])) as named (id)
  union select 'category', id from unnest(cast(:category_ids as text[])) as named (id)
  union select 'brand', id from unnest(cast(:brands as text[])) as named (id)`

const ADD = `
  insert into product_document_target (document_id, kind, target_id) select :id, n.kind, n.id from (${NAMED}) n
  on conflict do nothing returning 1`

const REMOVE = `
  delete from product_document_target t using (${NAMED}) n where t.document_id = :id and t.kind = n.kind and t.target_id = n.id returning 1`

/**
 * Binds a document to things and takes it off others. Throws INVALID_DATA `document_target_unknown` for a product, category or brand that is not there;
 * an article that is not known, or that several products have, is told and left out.
 */
export async function bindDocument(trx: Knex.Transaction, { id, add, remove }: DocumentBinding & { id: string }): Promise<BoundDocument> {
  await refuseUnknown(trx, add)
  const { product_ids, articles } = await productsByArticles(trx, add.articles)
  const added = await run(trx, ADD, id, { ...add, product_ids: [...add.product_ids, ...product_ids] })
  const removed = await run(trx, REMOVE, id, remove)
  return { articles, added, removed }
}

async function refuseUnknown(trx: Knex.Transaction, targets: DocumentTargets): Promise<void> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(UNKNOWN, bindingsOf(targets))
  if (rows[0]) {
    const message = `There is no product, category or brand ${rows[0].id} that a document could be bound to.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "document_target_unknown")
  }
}

async function productsByArticles(
  trx: Knex.Transaction,
  asked: readonly string[]
): Promise<{ product_ids: string[]; articles: ListedArticles }> {
  const articles: ListedArticles = { found: 0, unknown: [], ambiguous: [] }
  const keys: number[] = []
  for (const [article, resolution] of await entriesByArticles(trx, [...asked], null)) {
    if (resolution.outcome === "found" || resolution.outcome === "not_listed") {
      keys.push(resolution.entry.entry_key)
    } else {
      articles[resolution.outcome].push(article)
    }
  }
  const sql = `select distinct product_id from catalog_entry where key = any(cast(:keys as int[])) and product_id is not null`
  const { rows } = await trx.raw<{ rows: { product_id: string }[] }>(sql, { keys })
  return { product_ids: rows.map(({ product_id }) => product_id), articles: { ...articles, found: rows.length } }
}

async function run(trx: Knex.Transaction, sql: string, id: string, targets: DocumentTargets): Promise<number> {
  const { rows } = await trx.raw<{ rows: object[] }>(sql, { id, ...bindingsOf(targets) })
  return rows.length
}

const bindingsOf = ({ product_ids, category_ids, brands }: DocumentTargets) => ({
  product_ids: [...product_ids],
  category_ids: [...category_ids],
  brands: [...brands],
})
