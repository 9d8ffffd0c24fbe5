import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"

const SQL = `select k.key from catalog_category k join product_category c on c.id = k.category_id and c.deleted_at is null where k.category_id = :id`

/** Integer key of a category that a rule is about, hidden ones too. Throws INVALID_DATA with this code for one that is not there. */
export async function keyOfCategory(db: Knex, id: string, code: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { key: number }[] }>(SQL, { id })
  const [category] = rows
  if (!category) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no category ${id}.`, code)
  }
  return category.key
}
