import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"

/** Holdings, the supplier's own entities and the legal entities that buy. `as_of` moves when something else does. */
export async function mergePartners(load: LoadContext): Promise<void> {
  await mergePlain(load, "holding", "hold", [["name", "name"]])
  await mergePlain(load, "supplier_entity", "sent", [["name", "name"], ["inn", "inn"], ["kpp", "kpp"]]) // prettier-ignore
  await mergeLegalEntities(load)
}

/** A kind whose columns are taken from the document as they are. What was not mentioned stays. */
async function mergePlain(
  load: LoadContext,
  kind: "holding" | "supplier_entity",
  idPrefix: string,
  columns: [column: string, field: string][]
): Promise<void> {
  await matchDocuments(load, { kind, table: kind, idPrefix })
  const names = columns.map(([column]) => column).join(", ")
  const created = await run(
    load,
    `insert into ${kind} (id, ${names}, as_of) select id, ${columns.map(([, field]) => `record ->> '${field}'`).join(", ")}, :asOf
     from load_${kind} where is_new order by seq`,
    { asOf: load.asOf }
  )
  const wanted = columns.map(([column, field]) => said(column, field))
  const updated = await run(
    load,
    `update ${kind} t set ${columns.map(([column], index) => `${column} = ${wanted[index]}`).join(", ")}, as_of = :asOf, updated_at = now()
     from load_${kind} l
     where not l.is_new and not l.is_deleted and t.id = l.id
       and (${columns.map(([column]) => `t.${column}`).join(", ")}) is distinct from (${wanted.join(", ")})`,
    { asOf: load.asOf }
  )
  await mapDocuments(load, kind)
  count(load, kind === "holding" ? "holdings" : "supplier_entities", { created: created.rowCount, updated: updated.rowCount })
}

const said = (column: string, field: string) => `case when l.record -> '${field}' is null then t.${column} else l.record ->> '${field}' end`

async function mergeLegalEntities(load: LoadContext): Promise<void> {
  await matchDocuments(load, { kind: "legal_entity", table: "legal_entity", idPrefix: "lent" })
  await noteIssues(
    load,
    `select 'warning' as severity, 'holding_unknown' as code,
       'Holding ' || (l.record ->> 'holding_external_id') || ' of «' || (l.record ->> 'name') || '» is unknown.' as message, l.external_id as subject
     from load_legal_entity l ${HOLDING_OF_LOADED} where l.record ->> 'holding_external_id' is not null and holding.internal_id is null`
  )
  await run(load, WANTED_ENTITIES)
  await noteIssues(load, SECOND_HEADS)
  await run(load, KEEP_LAST_HEAD)
  await run(load, STEP_DOWN, { asOf: load.asOf })
  const created = await run(load, INSERT_ENTITIES, { asOf: load.asOf })
  const updated = await run<{ state: string }>(load, UPDATE_ENTITIES, { asOf: load.asOf })
  await mapDocuments(load, "legal_entity")
  const deleted = updated.rows.filter((row) => row.state === "closed").length
  count(load, "legal_entities", { created: created.rowCount, updated: updated.rowCount - deleted, deleted })
}

const HOLDING_OF_LOADED = `
  left join erp_mapping holding on holding.source = :source and holding.kind = 'holding' and holding.external_id = l.record ->> 'holding_external_id'`

/** The ERP closes and blocks; what it does not mention leaves the state, unless it had closed the entity before. */
const WANTED_ENTITIES = `
  create temporary table load_wanted_entity on commit drop as
  select l.id, l.is_new, l.seq, l.record ->> 'name' as name,
    ${said("official_name", "official_name")} as official_name,
    ${said("inn", "inn")} as inn,
    ${said("kpp", "kpp")} as kpp,
    ${said("address", "address")} as address,
    case when l.record -> 'holding_external_id' is null then t.holding_id else holding.internal_id end as holding_id,
    case
      when l.record -> 'is_head' is not null then (l.record ->> 'is_head')::boolean
      when l.record -> 'holding_external_id' is null or t.holding_id is not distinct from holding.internal_id then coalesce(t.is_head, false)
      else false
    end as is_head,
    coalesce((l.record ->> 'is_head')::boolean, false) as says_head, l.external_id,
    case
      when l.is_deleted then 'closed'
      when (l.record ->> 'is_blocked')::boolean then 'blocked'
      when t.state is null or t.state = 'closed' or not (l.record ->> 'is_blocked')::boolean then 'active'
      else t.state
    end as state
  from load_legal_entity l
  left join legal_entity t on t.id = l.id
  ${HOLDING_OF_LOADED}`

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

/** Before another entity becomes the head the present one steps down, or both would be heads for as long as the statement runs. */
const STEP_DOWN = `
  update legal_entity t set is_head = false, as_of = :asOf, updated_at = now()
  where t.is_head and t.deleted_at is null
    and exists (select from load_wanted_entity w where w.is_head and w.holding_id = t.holding_id and w.id <> t.id)`

const INSERT_ENTITIES = `
  insert into legal_entity (id, holding_id, is_head, name, official_name, inn, kpp, address, state, source, as_of)
  select id, holding_id, is_head, name, official_name, inn, kpp, address, state, 'erp', :asOf from load_wanted_entity where is_new order by seq`

const UPDATE_ENTITIES = `
  update legal_entity t
  set holding_id = w.holding_id, is_head = w.is_head, name = w.name, official_name = w.official_name, inn = w.inn, kpp = w.kpp,
    address = w.address, state = w.state, source = 'erp', as_of = :asOf, updated_at = now()
  from load_wanted_entity w
  where not w.is_new and t.id = w.id
    and (t.holding_id, t.is_head, t.name, t.official_name, t.inn, t.kpp, t.address, t.state, t.source)
      is distinct from (w.holding_id, w.is_head, w.name, w.official_name, w.inn, w.kpp, w.address, w.state, 'erp')
  returning t.state`
