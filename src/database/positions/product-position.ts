import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { productNotFound } from "../product-card/list-relations"

/** Where a product stands in the order of the ERP. */
export interface ProductPosition {
  product_id: string
  /** The staff's number, by its hand or by Excel; it goes before. Null = it has given none. */
  position: number | null
  /** The ERP's. */
  erp_position: number | null
}

export interface PositionChange {
  product_id: string
  /** Null = the ERP's holds again. */
  position: number | null
  /** The number that was read. */
  former: number | null
}

const SQL = `
  select p.id as product_id, given.position,
    case when jsonb_typeof(p.metadata -> 'position') = 'number' then (p.metadata ->> 'position')::int end as erp_position
  from product p left join product_position given on given.product_id = p.id
  where p.id = :product_id and p.deleted_at is null`

/** NOT_FOUND for an unknown product. */
export async function productPosition(db: Knex, product_id: string): Promise<ProductPosition> {
  const { rows } = await db.raw<{ rows: ProductPosition[] }>(SQL, { product_id })
  if (!rows[0]) {
    throw productNotFound(product_id)
  }
  return rows[0]
}

/** As a file of sort numbers has it: one at a time decides, so that what was read is what is changed. */
const ALONE = `lock table product_position in share row exclusive mode`

const PUT = `
  insert into product_position (product_id, position) values (:product_id, :position)
  on conflict (product_id) do update set position = excluded.position`

/**
 * Gives a product a sort number by hand, or takes it back; the catalogue follows in the same transaction. Null = the same again. NOT_FOUND for an
 * unknown product, NOT_ALLOWED `changed_meanwhile` where another number stands than was read.
 */
export async function setProductPosition(trx: Knex.Transaction, change: PositionChange): Promise<{ before: number | null } | null> {
  const { product_id, position, former } = change
  await trx.raw(ALONE)
  const { position: before } = await productPosition(trx, product_id)
  if (before === position) {
    return null
  }
  if (before !== former) {
    const message = `The sort number of product ${product_id} was changed by somebody else meanwhile.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  if (position === null) {
    await trx.raw(`delete from product_position where product_id = :product_id`, { product_id })
  } else {
    await trx.raw(PUT, { product_id, position })
  }
  await refreshCatalogEntries(trx, { productIds: [product_id] })
  return { before }
}
