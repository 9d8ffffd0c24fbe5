import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CategoryFacts } from "../../modules/catalog/rules/category-tree"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"

/** A category as the staff sees it in the tree. */
export interface CategoryBranch extends CategoryFacts {
  id: string
  name: string
  parent_id: string | null
  /** Names of the categories above it, the root first. */
  path: string[]
  /** Whether dealers see it, as far as it depends on it alone. */
  is_visible: boolean
  is_inbox: boolean
  child_count: number
  /** Products that are put into it itself. */
  product_count: number
  /** Listed entries in it and below. */
  entry_count: number
  /** The group of the ERP that it follows in name and place; null = it is the portal's own. */
  mirrors: { source: string; external_id: string } | null
  /** Groups of the ERP whose goods are put here. */
  group_count: number
}

export interface BranchQuery {
  /** Null = the roots. Left out where a name is sought. */
  parent_id?: string | null
  /** Part of the name, wherever it stands. */
  q?: string | undefined
  id?: string | undefined
  limit: number
  offset: number
}

const ORDER = `c.rank, c.name ${AS_READ}, c.id`

const sql = (condition: string) => `
  with found as materialized (select c.* from product_category c where c.deleted_at is null and ${condition}),
  page as (select * from found c order by ${ORDER} limit :limit offset :offset)
  select counted.total_count, c.id, c.name, c.parent_category_id as parent_id, c.is_active and not c.is_internal as is_visible,
    coalesce(k.is_inbox, false) as is_inbox, coalesce(k.type, 'stock') as type, k.label,
    array(select up.name from product_category up where up.id = any (string_to_array(c.mpath, '.')) and up.id <> c.id order by length(up.mpath)) as path,
    (select count(*)::int from product_category child where child.parent_category_id = c.id and child.deleted_at is null) as child_count,
    (select count(*)::int from product_category_product link join product p on p.id = link.product_id and p.deleted_at is null
      where link.product_category_id = c.id) as product_count,
    (select coalesce(sum(t.entries), 0)::int from catalog_total t where t.category_key = k.key) as entry_count,
    (select json_build_object('source', g.source, 'external_id', g.external_id) from group_mapping g
      where g.category_id = c.id and g.state = 'mirrored' limit 1) as mirrors,
    (select count(*)::int from group_mapping g where g.category_id = c.id and not g.is_deleted) as group_count
  from (select count(*)::int as total_count from found) counted
  left join page c on true
  left join catalog_category k on k.category_id = c.id
  order by ${ORDER}`

/** Children of a category in their order, categories by a part of their name, or one of them. */
export async function categoryBranches(
  db: Knex,
  { parent_id = null, q, id, limit, offset }: BranchQuery
): Promise<{ catalog_categories: CategoryBranch[]; count: number }> {
  const { condition, bindings } = conditionOf({ parent_id, q, id })
  const { rows } = await db.raw<{ rows: CountedRow<CategoryBranch>[] }>(sql(condition), { ...bindings, limit, offset })
  const { rows: catalog_categories, count } = countedPage(rows)
  return { catalog_categories, count }
}

function conditionOf({ parent_id, q, id }: { parent_id: string | null; q: string | undefined; id: string | undefined }): {
  condition: string
  bindings: Record<string, string>
} {
  if (id !== undefined) {
    return { condition: "c.id = :id", bindings: { id } }
  }
  if (q !== undefined) {
    return { condition: "c.name ilike :q", bindings: { q: containing(q) } }
  }
  return parent_id === null
    ? { condition: "c.parent_category_id is null", bindings: {} }
    : { condition: "c.parent_category_id = :parent_id", bindings: { parent_id } }
}
