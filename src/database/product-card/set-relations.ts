import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { RelationKind } from "../../modules/product-card/rules/relation"
import { productNotFound, VERSION_OF } from "./list-relations"

export interface RelationTarget {
  product_id: string
  is_mutual: boolean
}

export interface SetRelations {
  product_id: string
  kind: RelationKind
  /** All of the kind that the staff says, in their order. */
  relations: readonly RelationTarget[]
  /** Of what was read, see `listRelations`. */
  version: string
}

export interface ChangedRelations {
  before: RelationTarget[]
  after: RelationTarget[]
}

const LOCK = `select id from product where id = any(:ids) and deleted_at is null order by id for no key update`

const VERSION = `select ${VERSION_OF(":kind")} as version`

const STANDING = `
  select to_product_id as product_id, is_mutual from product_relation
  where from_product_id = :product_id and kind = :kind and source = 'portal' order by position, to_product_id`

const REMOVE = `delete from product_relation where from_product_id = :product_id and kind = :kind and source = 'portal'`

const INSERT = `
  insert into product_relation (from_product_id, kind, source, to_product_id, position, is_mutual)
  select :product_id, :kind, 'portal', told.product_id, told.place, told.is_mutual
  from unnest(cast(:products as text[]), cast(:mutual as boolean[])) with ordinality as told (product_id, is_mutual, place)`

/**
 * Says by the hand of the staff what belongs to a product; what the ERP says stays beside it. Null = the same was said before. Throws NOT_FOUND for an
 * unknown product; INVALID_DATA with `product_unknown`, `product_repeated` or `product_related_to_itself` for one of the others; NOT_ALLOWED
 * `changed_meanwhile` where something else stands than was read.
 */
export async function setRelations(
  trx: Knex.Transaction,
  { product_id, kind, relations, version }: SetRelations
): Promise<ChangedRelations | null> {
  const wanted = relations.map((relation) => relation.product_id)
  await refuseUnknown(trx, product_id, wanted)
  const { rows: before } = await trx.raw<{ rows: RelationTarget[] }>(STANDING, { product_id, kind })
  const after = relations.map(({ product_id: id, is_mutual }) => ({ product_id: id, is_mutual }))
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return null
  }
  await refuseOtherVersion(trx, { product_id, kind, version })
  await trx.raw(REMOVE, { product_id, kind })
  await trx.raw(INSERT, { product_id, kind, products: wanted, mutual: relations.map(({ is_mutual }) => is_mutual) })
  return { before, after }
}

async function refuseOtherVersion(trx: Knex.Transaction, { product_id, kind, version }: Omit<SetRelations, "relations">): Promise<void> {
  const { rows } = await trx.raw<{ rows: { version: string }[] }>(VERSION, { product_id, kind })
  if (rows[0]?.version !== version) {
    const message = `What belongs to product ${product_id} was changed by somebody else meanwhile.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
}

async function refuseUnknown(trx: Knex.Transaction, productId: string, wanted: string[]): Promise<void> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(LOCK, { ids: [productId, ...wanted] })
  const known = new Set(rows.map(({ id }) => id))
  if (!known.has(productId)) {
    throw productNotFound(productId)
  }
  if (wanted.includes(productId)) {
    throw refusal(`Product ${productId} cannot belong to itself.`, "product_related_to_itself")
  }
  const unknown = wanted.find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw refusal(`There is no product «${unknown}».`, "product_unknown")
  }
  const repeated = wanted.find((id, place) => wanted.indexOf(id) !== place)
  if (repeated !== undefined) {
    throw refusal(`Product «${repeated}» is named twice.`, "product_repeated")
  }
}

function refusal(message: string, code: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}
