import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"
import { adoptAndSettle, notGivenElsewhere } from "./outbox-of-adopted"
import { said } from "./said"

const COLUMNS = ["legal_entity_id", "kind", "name", "address", "contact", "phone", "comment", "is_active", "source"]

/** Delivery points and consignees. One of an unknown entity is skipped; one that the ERP deletes is no longer offered, since orders name it. */
export async function mergeDeliveryPoints(load: LoadContext): Promise<void> {
  await noteIssues(load, UNKNOWN_ENTITIES)
  await run(load, `delete from stage_delivery_point s where not exists (select from erp_mapping entity where ${ENTITY_OF_STAGED})`)
  await run(load, ADOPT_PORTAL_POINTS)
  await matchDocuments(load, { kind: "delivery_point", table: "delivery_point", idPrefix: "dpnt" })
  await run(load, WANTED_POINTS)
  const created = await run(load, INSERT_POINTS, { asOf: load.asOf })
  const updated = await run<{ is_active: boolean }>(load, UPDATE_POINTS, { asOf: load.asOf })
  await mapDocuments(load, "delivery_point")
  const deleted = updated.rows.filter((row) => !row.is_active).length
  count(load, "delivery_points", { created: created.rowCount, updated: updated.rowCount - deleted, deleted })
}

const ENTITY_OF_STAGED = `
  entity.source = :source and entity.kind = 'legal_entity' and entity.external_id = s.record ->> 'legal_entity_external_id'`

const UNKNOWN_ENTITIES = `
  select 'error' as severity, 'delivery_point_entity_unknown' as code,
    'Delivery point «' || (s.record ->> 'name') || '» is skipped: legal entity ' || (s.record ->> 'legal_entity_external_id') || ' is unknown.' as message,
    s.external_id as subject
  from stage_delivery_point s where not exists (select from erp_mapping entity where ${ENTITY_OF_STAGED})`

/** A point that was made here comes back with the id that the ERP was told. The row stays, and becomes the ERP's. */
const ADOPT_PORTAL_POINTS = adoptAndSettle(
  "delivery_point",
  `
  insert into erp_mapping (source, kind, external_id, internal_id)
  select distinct on (t.id) :source, 'delivery_point', s.external_id, t.id
  from stage_delivery_point s
  join erp_mapping entity on ${ENTITY_OF_STAGED}
  join delivery_point t on t.id = s.record ->> 'portal_id' and t.legal_entity_id = entity.internal_id and t.source = 'portal' and t.deleted_at is null
  where ${notGivenElsewhere("delivery_point")}
    and not exists (select from erp_mapping m where m.source = :source and m.kind = 'delivery_point' and m.external_id = s.external_id)
    and not exists (select from erp_mapping m where m.kind = 'delivery_point' and m.internal_id = t.id)
  order by t.id, s.seq`
)

const WANTED_POINTS = `
  create temporary table load_wanted_point on commit drop as
  select l.id, l.is_new, l.seq, entity.internal_id as legal_entity_id, l.record ->> 'name' as name,
    case when (l.record ->> 'is_consignee')::boolean then 'consignee' else 'delivery_point' end as kind,
    ${["address", "contact", "phone", "comment"].map((column) => `${said(column)} as ${column}`).join(", ")},
    not l.is_deleted as is_active, 'erp' as source
  from load_delivery_point l
  join erp_mapping entity on entity.source = :source and entity.kind = 'legal_entity' and entity.external_id = l.record ->> 'legal_entity_external_id'
  left join delivery_point t on t.id = l.id`

const INSERT_POINTS = `
  insert into delivery_point (id, ${COLUMNS.join(", ")}, as_of)
  select id, ${COLUMNS.join(", ")}, :asOf from load_wanted_point where is_new order by seq`

const UPDATE_POINTS = `
  update delivery_point t set ${COLUMNS.map((column) => `${column} = w.${column}`).join(", ")}, as_of = :asOf, updated_at = now()
  from load_wanted_point w
  where not w.is_new and t.id = w.id
    and (${COLUMNS.map((column) => `t.${column}`).join(", ")}) is distinct from (${COLUMNS.map((column) => `w.${column}`).join(", ")})
  returning t.is_active`
