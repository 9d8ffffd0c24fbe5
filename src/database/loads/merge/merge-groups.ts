import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"

/** Groups of the ERP become product categories; a deleted one is switched off. Parents may come in the same package or an earlier one. */
export async function mergeGroups(load: LoadContext): Promise<void> {
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
  await run(load, UPDATE_PATHS)
  await run(load, TOUCH_VARIANTS)
  count(load, "groups", { created: created.rowCount, updated: updated.rowCount })
}

const PARENT_OF_LOADED = `
  left join load_group near on near.external_id = l.record ->> 'parent_external_id'
  left join erp_mapping far on far.source = :source and far.kind = 'group' and far.external_id = l.record ->> 'parent_external_id'`

const UNKNOWN_PARENTS = `
  select 'warning' as severity, 'group_parent_unknown' as code,
    'The parent ' || (l.record ->> 'parent_external_id') || ' of group «' || (l.record ->> 'name') || '» is unknown; the group is put at the root.' as message,
    l.external_id as subject
  from load_group l ${PARENT_OF_LOADED}
  where l.record ->> 'parent_external_id' is not null and near.id is null and far.internal_id is null`

/** The tree of this source's categories as it should be, walked from the roots: what is in a cycle is never reached. */
const WANTED_TREE = `
  create temporary table load_tree on commit drop as
  with recursive wanted as materialized (
    select l.id, coalesce(near.id, far.internal_id) as parent_id from load_group l ${PARENT_OF_LOADED}
    union all
    select c.id, c.parent_category_id from erp_mapping m join product_category c on c.id = m.internal_id
    where m.source = :source and m.kind = 'group' and not exists (select from load_group l where l.id = c.id)
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
  with written as (
  update product_category c
  set name = l.record ->> 'name', rank = (l.record ->> 'position')::int, parent_category_id = t.parent_id, is_active = not l.is_deleted, updated_at = now()
  from load_group l left join load_tree t on t.id = l.id
  where not l.is_new and c.id = l.id
    and (c.name, c.rank, c.parent_category_id, c.is_active)
      is distinct from (l.record ->> 'name', (l.record ->> 'position')::int, t.parent_id, not l.is_deleted)
  returning c.id)
  insert into load_changed_group select id from written`

/** Whole subtrees move with their root. */
const UPDATE_PATHS = `
  with written as (
  update product_category c set mpath = coalesce(t.mpath, c.id)
  from erp_mapping m left join load_tree t on t.id = m.internal_id
  where m.source = :source and m.kind = 'group' and c.id = m.internal_id and c.mpath is distinct from coalesce(t.mpath, c.id)
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
