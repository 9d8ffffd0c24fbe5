import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { RELATION_KINDS, type RelationKind } from "../../modules/product-card/rules/relation"

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

/** By kind: what the staff says, as a change names it that was made to it. */
export type RelationVersions = Record<RelationKind, string>

/** SQL: the version of what the staff says of a kind about `:product_id`. */
export const VERSION_OF = (kind: string) => `(
    select md5(coalesce(string_agg(r.to_product_id || ' ' || r.is_mutual, ',' order by r.position, r.to_product_id), ''))
    from product_relation r where r.from_product_id = :product_id and r.kind = ${kind} and r.source = 'portal'
  )`

const VERSIONS = `select ${RELATION_KINDS.map((kind) => `${VERSION_OF(`'${kind}'`)} as ${kind}`).join(", ")}
  from product where id = :product_id and deleted_at is null`

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
  order by said.kind, said.is_from_other, said.source desc, said.position, p.title ${AS_READ}`

/**
 * All that belongs to a product: what the staff says, what the ERP says, and what other products say of themselves and it; with the versions of the
 * first. NOT_FOUND for an unknown one.
 */
export async function listRelations(
  db: Knex,
  { product_id }: { product_id: string }
): Promise<{ product_relations: RelationListing[]; versions: RelationVersions }> {
  const {
    rows: [versions],
  } = await db.raw<{ rows: RelationVersions[] }>(VERSIONS, { product_id })
  if (!versions) {
    throw productNotFound(product_id)
  }
  const { rows } = await db.raw<{ rows: RelationListing[] }>(SQL, { product_id })
  return { product_relations: rows, versions }
}

export function productNotFound(id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${id} was not found`)
}
