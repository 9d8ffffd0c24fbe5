import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { RelationKind } from "../../modules/product-card/rules/relation"

/** One product that belongs to another, as the staff reads it. */
export interface RelationListing {
  kind: RelationKind
  source: "erp" | "portal"
  product_id: string
  title: string
  /** Of its first variant. */
  article: string | null
  /** Whether each of the two is shown beside the other. */
  is_mutual: boolean
  /** Whether the other product says it, of both. */
  is_from_other: boolean
}

const SQL = `
  select said.kind, said.source, said.product_id, p.title,
    (select e.article from catalog_entry e where e.product_id = p.id order by e.is_listed desc, e.sort_title, e.key limit 1) as article,
    said.is_mutual, said.is_from_other
  from (
    select kind, source, to_product_id as product_id, position, is_mutual, false as is_from_other
    from product_relation where from_product_id = :product_id
    union all
    select kind, source, from_product_id, position, true, true from product_relation where to_product_id = :product_id and is_mutual
  ) said
  join product p on p.id = said.product_id and p.deleted_at is null
  order by said.kind, said.is_from_other, said.source desc, said.position, p.title`

/** All that belongs to a product: what the staff says, what the ERP says, and what other products say of themselves and it. NOT_FOUND for an unknown one. */
export async function listRelations(db: Knex, { product_id }: { product_id: string }): Promise<RelationListing[]> {
  const known = await db.raw<{ rows: object[] }>(`select from product where id = :product_id and deleted_at is null`, { product_id })
  if (known.rows.length === 0) {
    throw productNotFound(product_id)
  }
  const { rows } = await db.raw<{ rows: RelationListing[] }>(SQL, { product_id })
  return rows
}

export function productNotFound(id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${id} was not found`)
}
