import { REQUISITE_TEXTS } from "@kontor/framework"
import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { runAudited } from "../run-audited"
import { mapDocuments, matchDocuments } from "./match-documents"
import { adoptAndSettle, notGivenElsewhere } from "./outbox-of-adopted"
import { said } from "./said"

/** Columns that hold what the document says under the same name. */
const PLAIN = REQUISITE_TEXTS.filter((text) => text !== "name")

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = ["holding_id", "is_head", "name", ...PLAIN, "state", "state_reason", "state_source", "source"]

/** The legal entities that buy. Leaves `load_legal_entity` to the merges of what hangs on them. */
export async function mergeLegalEntities(load: LoadContext): Promise<void> {
  await run(load, ADOPT_PORTAL_ENTITIES)
  await noteIssues(load, REFUSED_PORTAL_IDS)
  await matchDocuments(load, { kind: "legal_entity", table: "legal_entity", idPrefix: "lent" })
  await noteIssues(load, UNKNOWN_HOLDINGS)
  await run(load, WANTED_ENTITIES)
  await noteIssues(load, SECOND_HEADS)
  await run(load, KEEP_LAST_HEAD)
  await runAudited(load, STEP_DOWN, { subject: "legal_entity" }, { asOf: load.asOf })
  const created = await runAudited(load, INSERT_ENTITIES, { subject: "legal_entity" }, { asOf: load.asOf })
  const updated = await runAudited(load, UPDATE_ENTITIES, { subject: "legal_entity" }, { asOf: load.asOf })
  await mapDocuments(load, "legal_entity")
  count(load, "legal_entities", { created: created.changed, updated: updated.changed - updated.closed, deleted: updated.closed })
}

const HOLDING_OF_LOADED = `
  left join erp_mapping holding on holding.source = :source and holding.kind = 'holding' and holding.external_id = l.record ->> 'holding_external_id'`

/** Only what was accepted here may be taken over: nothing that staff or dealers have in the portal otherwise, and nothing of another base. */
const ADOPTABLE = `
  t.source = 'portal' and t.deleted_at is null and not coalesce((s.record ->> 'is_deleted')::boolean, false)
    and (t.state in ('applied', 'under_review')
      or exists (select from erp_outbox x where x.kind = 'legal_entity' and x.subject_id = t.id and x.deleted_at is null))
    and ${notGivenElsewhere("legal_entity")}
    and not exists (select from erp_mapping m where m.source = :source and m.kind = 'legal_entity' and m.external_id = s.external_id)
    and not exists (select from erp_mapping m where m.kind = 'legal_entity' and m.internal_id = t.id)`

/** The id that the ERP was told counts for the ИНН only that it was told with. */
const NAMED = `t.id = s.record ->> 'portal_id' and coalesce(t.inn, s.record ->> 'inn') is not distinct from coalesce(s.record ->> 'inn', t.inn)`
const SAME_NUMBERS = `t.inn = s.record ->> 'inn' and coalesce(t.kpp, '') = coalesce(s.record ->> 'kpp', '') and t.state <> 'closed'`

/**
 * An entity that was applied for here comes back from the ERP under an id of the ERP's own: it is known by the id that the ERP was told, or
 * by its ИНН and КПП. The row stays, and becomes the ERP's.
 */
const ADOPT_PORTAL_ENTITIES = adoptAndSettle(
  "legal_entity",
  `
  insert into erp_mapping (source, kind, external_id, internal_id)
  select distinct on (external_id) :source, 'legal_entity', external_id, id
  from (
    select distinct on (id) id, external_id, is_named
    from (
      select t.id, s.external_id, s.seq, true as is_named from stage_legal_entity s join legal_entity t on ${NAMED} where ${ADOPTABLE}
      union all
      select t.id, s.external_id, s.seq, false from stage_legal_entity s join legal_entity t on ${SAME_NUMBERS} where ${ADOPTABLE}
    ) found
    order by id, is_named desc, seq
  ) best
  order by external_id, is_named desc, id`
)

const REFUSED_PORTAL_IDS = `
  select 'warning' as severity, 'portal_id_refused' as code,
    '«' || (s.record ->> 'name') || '» names ' || (s.record ->> 'portal_id') || ', which is not a client that was accepted here under its ИНН '
      || 'and given to this base; it is taken as another client.' as message, s.external_id as subject
  from stage_legal_entity s
  where s.record ->> 'portal_id' is not null and not coalesce((s.record ->> 'is_deleted')::boolean, false)
    and not exists (select from erp_mapping m where m.source = :source and m.kind = 'legal_entity' and m.external_id = s.external_id
      and m.internal_id = s.record ->> 'portal_id')`

const UNKNOWN_HOLDINGS = `
  select 'warning' as severity, 'holding_unknown' as code,
    'Holding ' || (l.record ->> 'holding_external_id') || ' of «' || (l.record ->> 'name') || '» is unknown.' as message, l.external_id as subject
  from load_legal_entity l ${HOLDING_OF_LOADED} where l.record ->> 'holding_external_id' is not null and holding.internal_id is null`

/** The ERP closes and blocks, and takes back what it said itself. What it does not mention leaves the state, unless it had closed the entity. */
const STATE = `
  case
    when l.is_deleted then 'closed'
    when (l.record ->> 'is_blocked')::boolean then 'blocked'
    when t.state is null or t.state in ('applied', 'under_review') then 'active'
    when t.state in ('blocked', 'closed') and t.state_source = 'portal' then t.state
    when t.state = 'closed' or not (l.record ->> 'is_blocked')::boolean then 'active'
    else t.state
  end`

const WANTED_ENTITIES = `
  create temporary table load_wanted_entity on commit drop as
  select w.*, 'erp' as source,
    case when w.state is distinct from w.stored_state then 'erp' else w.stored_state_source end as state_source,
    case when w.says_reason then w.said_reason when w.state is distinct from w.stored_state then null else w.stored_reason end as state_reason
  from (
    select l.id, l.external_id, l.is_new, l.seq, l.record ->> 'name' as name,
      ${PLAIN.map((column) => `${said(column)} as ${column}`).join(",\n      ")},
      case when l.record -> 'holding_external_id' is null then t.holding_id else holding.internal_id end as holding_id,
      case
        when l.record -> 'is_head' is not null then (l.record ->> 'is_head')::boolean
        when l.record -> 'holding_external_id' is null or t.holding_id is not distinct from holding.internal_id then coalesce(t.is_head, false)
        else false
      end as is_head,
      coalesce((l.record ->> 'is_head')::boolean, false) as says_head,
      ${STATE} as state, t.state as stored_state, t.state_source as stored_state_source, t.state_reason as stored_reason,
      l.record -> 'state_reason' is not null as says_reason, l.record ->> 'state_reason' as said_reason
    from load_legal_entity l
    left join legal_entity t on t.id = l.id
    ${HOLDING_OF_LOADED}
  ) w`

/** A holding has one head. When a package names several, the last one counts. */
const SECOND_HEADS = `
  select 'warning' as severity, 'holding_head_twice' as code,
    '«' || name || '» and others are named as the head of one holding; the last one counts.' as message, external_id as subject
  from (select *, count(*) over (partition by holding_id) as heads, row_number() over (partition by holding_id order by seq desc) as place
        from load_wanted_entity where says_head and holding_id is not null) said
  where heads > 1 and place > 1`

const KEEP_LAST_HEAD = `
  update load_wanted_entity w set is_head = false
  from (select id, row_number() over (partition by holding_id order by says_head desc, seq desc) as place
        from load_wanted_entity where is_head and holding_id is not null) said
  where said.id = w.id and said.place > 1`

/** A row of `t`, and what it was. */
const CHANGED = `t.id as subject_id, t.id as legal_entity_id, to_jsonb(was) as before, to_jsonb(t) as after`

/** Before another entity becomes the head the present one steps down, or both would be heads for as long as the statement runs. */
const STEP_DOWN = `
  update legal_entity t set is_head = false, as_of = :asOf, updated_at = now()
  from legal_entity was
  where was.id = t.id and t.is_head and t.deleted_at is null
    and exists (select from load_wanted_entity w where w.is_head and w.holding_id = t.holding_id and w.id <> t.id)
  returning ${CHANGED}`

const INSERT_ENTITIES = `
  insert into legal_entity (id, ${COLUMNS.join(", ")}, as_of)
  select id, ${COLUMNS.join(", ")}, :asOf from load_wanted_entity where is_new order by seq
  returning id as subject_id, id as legal_entity_id, null::jsonb as before, to_jsonb(legal_entity) as after`

const UPDATE_ENTITIES = `
  update legal_entity t
  set ${COLUMNS.map((column) => `${column} = w.${column}`).join(", ")}, as_of = :asOf, updated_at = now()
  from load_wanted_entity w join legal_entity was on was.id = w.id
  where not w.is_new and t.id = w.id
    and (${COLUMNS.map((column) => `t.${column}`).join(", ")}) is distinct from (${COLUMNS.map((column) => `w.${column}`).join(", ")})
  returning ${CHANGED}`
