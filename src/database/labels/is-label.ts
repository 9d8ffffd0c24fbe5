import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
  select exists (select from label where code = :label) or exists (select from product_tag where value = :label and deleted_at is null) as is_known`

/** Whether goods may bear a label of this word: there is one, or a tag of products. */
export async function isLabel(db: Knex, { label }: { label: string }): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_known: boolean }[] }>(SQL, { label })
  return rows[0]?.is_known ?? false
}
