import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"

/** A product that a document is bound to by itself. */
export interface DocumentProduct {
  id: string
  title: string | null
  article: string | null
}

const SQL = `
  with found as (
    select t.target_id as id, p.title from product_document_target t left join product p on p.id = t.target_id and p.deleted_at is null
    where t.document_id = :id and t.kind = 'product'
  )
  select counted.total_count, d.id, d.title,
    (select e.article from catalog_entry e where e.product_id = d.id order by e.is_listed desc, e.sort_title, e.key limit 1) as article
  from (select count(*)::int as total_count from found) counted
  left join lateral (select * from found order by title ${AS_READ}, id limit :limit offset :offset) d on true
  order by d.title ${AS_READ}, d.id`

/** Products that a document is bound to by themselves, by name. */
export async function productsOfDocument(
  db: Knex,
  { id, limit, offset }: { id: string; limit: number; offset: number }
): Promise<{ products: DocumentProduct[]; count: number }> {
  const { rows } = await db.raw<{ rows: CountedRow<DocumentProduct>[] }>(SQL, { id, limit, offset })
  const { rows: products, count } = countedPage(rows)
  return { products, count }
}
