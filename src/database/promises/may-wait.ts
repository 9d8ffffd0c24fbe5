import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** CTE `preorder`: where goods may be ordered beyond stock, as it is set, and the categories of pre-order, those that are switched off too (`lies-in.ts`). */
export const PREORDER = `
  preorder as materialized (
    select coalesce((select allowed from demand_setting), 'preorder') as allowed,
      array(select unnest(array[key, -key]) from catalog_category where type = 'preorder') as category_keys
  )`

/** SQL: whether an entry may be ordered beyond stock, by the row `p` of {@link PREORDER}. */
export const mayWait = (categoryKeys: string) =>
  `(p.allowed = 'everywhere' or (p.allowed = 'preorder' and coalesce(${categoryKeys} && p.category_keys, false)))`

const ANYTHING = `with ${PREORDER} select allowed = 'everywhere' or (allowed = 'preorder' and cardinality(category_keys) > 0) as may_wait from preorder`

/** Whether any goods may. */
export async function mayAnythingWait(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { may_wait: boolean }[] }>(ANYTHING)
  return rows[0]?.may_wait ?? false
}
