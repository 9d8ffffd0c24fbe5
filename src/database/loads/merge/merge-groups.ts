import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { keepGroups, noteMirrored } from "./keep-groups"
import { mapDocuments, matchDocuments } from "./match-documents"

/**
 * Groups of the ERP become product categories, unless somebody has mapped them to others; a deleted one is switched off. Parents may come in the same
 * package or an earlier one.
 */
export async function mergeGroups(load: LoadContext): Promise<void> {
  await keepGroups(load)
  await matchDocuments(load, { kind: "group", table: "product_category", idPrefix: "pcat" })
  await noteIssues(load, UNKNOWN_PARENTS)
  await run(load, WANTED_TREE)
  await run(load, `create temporary table load_changed_group (id text) on commit drop`)
  await noteIssues(
    load,
    `select 'warning' as severity, 'group_cycle' as code, 'Group «' || (l.record ->> 'name') || '» is its own ancestor; it is put at the root.' as message,
       l.external_id as subject
     from load_group l where not exists (select from load_tree t where t.id = l.id)`
  )
  const created = await run(load, INSERT_CATEGORIES)
  const updated = await run(load, UPDATE_CATEGORIES)
  await mapDocuments(load, "group")
  await noteMirrored(load)
  const moved = await run(load, UPDATE_PATHS)
  if (updated.rowCount + moved.rowCount > 0) {
    await run(load, TOUCH_VARIANTS)
  }
  count(load, "groups", { created: created.rowCount, updated: updated.rowCount })
}

/** Below a mapped group is below the category that it is mapped to. One without a place may still have a category of its own. */
const PARENT_OF_LOADED = `
  left join load_group near on near.external_id = l.record ->> 'parent_external_id'
  left join group_mapping far on far.source = :source and far.external_id = l.record ->> 'parent_external_id'`

const FAR_CATEGORY = `case when far.state in ('mirrored', 'mapped') then far.category_id else far.own_category_id end`

const UNKNOWN_PARENTS = `
  select 'warning' as severity, 'group_parent_unknown' as code,
    'The parent ' || (l.record ->> 'parent_external_id') || ' of group «' || (l.record ->> 'name') || '» is unknown; the group is put at the root.' as message,
    l.external_id as subject
  from load_group l ${PARENT_OF_LOADED}
  where l.record ->> 'parent_external_id' is not null and near.id is null and far.source is null`

/** The tree of categories as it should be, walked from the roots: what is in a cycle is never reached. */
const WANTED_TREE = `
  create temporary table load_tree on commit drop as
  with recursive wanted as materialized (
    select l.id, coalesce(near.id, ${FAR_CATEGORY}) as parent_id from load_group l ${PARENT_OF_LOADED}
    union all
    select c.id, c.parent_category_id from product_category c
    where c.deleted_at is null and not exists (select from load_group l where l.id = c.id)
  ),
  tree as (
    select w.id, w.parent_id, coalesce(parent.mpath || '.', '') || w.id as mpath
    from wanted w left join product_category parent on parent.id = w.parent_id
    where w.parent_id is null or not exists (select from wanted up where up.id = w.parent_id)
    union all
    select w.id, w.parent_id, tree.mpath || '.' || w.id from tree join wanted w on w.parent_id = tree.id
  )
  select id, parent_id, mpath from tree`

/** A category that is not in the tree stands in a cycle and goes to the root. */
const INSERT_CATEGORIES = `
  insert into product_category (id, name, handle, mpath, is_active, is_internal, rank, parent_category_id, external_id)
  select l.id, l.record ->> 'name', (l.record ->> 'slug') || '-' || lower(right(l.id, 8)), coalesce(t.mpath, l.id), true, false,
    (l.record ->> 'position')::int, t.parent_id, l.external_id
  from load_group l left join load_tree t on t.id = l.id
  where l.is_new order by length(coalesce(t.mpath, '')), l.seq`

const UPDATE_CATEGORIES = `
  with said as materialized (
    select l.id, l.record ->> 'name' as name, t.parent_id, not l.is_deleted as is_active,
      case when r.external_id is not null then (l.record ->> 'position')::int else c.rank end as rank
    from load_group l
    join product_category c on c.id = l.id
    left join load_tree t on t.id = l.id
    left join load_reordered r on r.external_id = l.external_id
    where not l.is_new
  ),
  written as (
    update product_category c
    set name = said.name, rank = said.rank, parent_category_id = said.parent_id, is_active = said.is_active, updated_at = now()
    from said
    where c.id = said.id
      and (c.name, c.rank, c.parent_category_id, c.is_active) is distinct from (said.name, said.rank, said.parent_id, said.is_active)
    returning c.id
  )
  insert into load_changed_group select id from written`

/** Whole subtrees move with their root. */
const UPDATE_PATHS = `
  with written as (
  update product_category c set mpath = coalesce(t.mpath, c.id)
  from product_category was left join load_tree t on t.id = was.id left join load_group l on l.id = was.id
  where c.id = was.id and was.deleted_at is null and (t.id is not null or l.id is not null) and c.mpath is distinct from coalesce(t.mpath, c.id)
  returning c.id)
  insert into load_changed_group select id from written`

/** The catalogue keeps the ancestors of every entry: those below a category written by this load are computed anew. */
const TOUCH_VARIANTS = `
  insert into load_touched (variant_id)
  select distinct v.id
  from load_changed_group written
  join product_category changed on changed.id = written.id
  join product_category below on below.mpath = changed.mpath or below.mpath like changed.mpath || '.%'
  join product_category_product link on link.product_category_id = below.id
  join product_variant v on v.product_id = link.product_id`
