import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/**
 * Which products belong to which, as the ERP says: a list is all of its kind. An unknown product is left out; what the staff says stays. Only rows
 * that differ are written.
 */
export async function mergeProductRelations(load: LoadContext): Promise<void> {
  await run(load, NAMED)
  await noteIssues(load, UNKNOWN)
  await run(load, TOLD)
  await run(load, `analyze load_told_relation`)
  const gone = await run(load, DELETE)
  const changed = await run(load, UPDATE)
  const added = await run(load, INSERT)
  count(load, "product_relations", { created: added.rowCount, updated: changed.rowCount, deleted: gone.rowCount })
}

const NAMED = `
  create temporary table load_named_relation on commit drop as
  select s.external_id, s.record ->> 'product_external_id' as product_external_id, m.internal_id as from_product_id, s.record ->> 'relation' as kind,
    (s.record ->> 'is_mutual')::boolean as is_mutual, s.record -> 'to_external_ids' as others
  from stage_product_relations s
  left join erp_mapping m on m.source = :source and m.kind = 'product' and m.external_id = s.record ->> 'product_external_id'`

const OTHERS = `
  load_named_relation n cross join lateral jsonb_array_elements_text(n.others) with ordinality as other (external_id, place)
  left join erp_mapping m on m.source = :source and m.kind = 'product' and m.external_id = other.external_id`

const UNKNOWN = `
  select 'warning' as severity, 'relation_product_unknown' as code,
    'No product ' || external_id || ' is known; what belongs to it, or what it belongs to, is left out.' as message, external_id as subject
  from (
    select product_external_id as external_id from load_named_relation where from_product_id is null
    union
    select other.external_id from ${OTHERS} where m.internal_id is null
  ) u`

/** One named twice stands where it was named first; none belongs to itself. */
const TOLD = `
  create temporary table load_told_relation on commit drop as
  select n.from_product_id, n.kind, m.internal_id as to_product_id, min(other.place)::int as position, bool_or(n.is_mutual) as is_mutual
  from ${OTHERS}
  where n.from_product_id is not null and m.internal_id <> n.from_product_id
  group by n.from_product_id, n.kind, m.internal_id`

const DELETE = `
  delete from product_relation r using load_named_relation n
  where r.source = 'erp' and r.from_product_id = n.from_product_id and r.kind = n.kind
    and not exists (
      select from load_told_relation t where t.from_product_id = r.from_product_id and t.kind = r.kind and t.to_product_id = r.to_product_id
    )`

const UPDATE = `
  update product_relation r set position = t.position, is_mutual = t.is_mutual
  from load_told_relation t
  where r.source = 'erp' and r.from_product_id = t.from_product_id and r.kind = t.kind and r.to_product_id = t.to_product_id
    and (r.position, r.is_mutual) is distinct from (t.position, t.is_mutual)`

const INSERT = `
  insert into product_relation (from_product_id, kind, source, to_product_id, position, is_mutual)
  select t.from_product_id, t.kind, 'erp', t.to_product_id, t.position, t.is_mutual
  from load_told_relation t
  where not exists (
    select from product_relation r
    where r.source = 'erp' and r.from_product_id = t.from_product_id and r.kind = t.kind and r.to_product_id = t.to_product_id
  )
  order by t.from_product_id, t.kind, t.position`
