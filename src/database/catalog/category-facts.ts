import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { CategoryFacts } from "../../modules/catalog/rules/category-tree"

const READ = `
  select coalesce(k.type, 'stock') as type, k.label
  from product_category c left join catalog_category k on k.category_id = c.id
  where c.id = :id and c.deleted_at is null`

const WRITE = `
  insert into catalog_category as k (category_id, type, label) values (:id, :type, cast(:label as text))
  on conflict (category_id) do update set type = excluded.type, label = excluded.label
  where (k.type, k.label) is distinct from (excluded.type, excluded.label)`

/** What the staff has said of a category. Throws NOT_FOUND for one that is not there. */
export async function categoryFacts(db: Knex, { id }: { id: string }): Promise<CategoryFacts> {
  const { rows } = await db.raw<{ rows: CategoryFacts[] }>(READ, { id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${id} was not found`)
  }
  return rows[0]
}

/** Says it. Errors as of {@link categoryFacts}. */
export async function putCategoryFacts(
  trx: Knex,
  { id, type, label }: CategoryFacts & { id: string }
): Promise<{ before: CategoryFacts; after: CategoryFacts }> {
  await trx.raw(`select from product_category where id = :id for update`, { id })
  const before = await categoryFacts(trx, { id })
  await trx.raw(WRITE, { id, type, label })
  return { before, after: { type, label } }
}
