/**
 * SQL: gives every category the path that follows from its parents, whole subtrees with their root, and puts the ids of those that had another one into
 * a temporary table with a column `id`.
 */
export const rebuildPaths = (changed: string): string => `
  with recursive tree as (
    select id, id::text as mpath from product_category where parent_category_id is null and deleted_at is null
    union all
    select c.id, tree.mpath || '.' || c.id from tree join product_category c on c.parent_category_id = tree.id and c.deleted_at is null
  ),
  written as (
    update product_category c set mpath = tree.mpath from tree where tree.id = c.id and c.mpath is distinct from tree.mpath returning c.id
  )
  insert into ${changed} select id from written`

/** SQL: variants of all products in the categories of a temporary table with a column `id`, and below them. */
export const variantsBelow = (changed: string): string => `
  select v.id as variant_id
  from ${changed} moved
  join product_category top on top.id = moved.id
  join product_category below on below.mpath = top.mpath or below.mpath like top.mpath || '.%'
  join product_category_product link on link.product_category_id = below.id
  join product_variant v on v.product_id = link.product_id`
