import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { runAudited } from "../run-audited"
import { mapDocuments, matchDocuments } from "./match-documents"

/**
 * People of dealers: those of the package, and the representatives that its legal entities name. The ERP brings a person in without a
 * password, ties him to entities and bars him; his e-mail, role and rights are decided here. He signs in once he has been invited.
 */
export async function mergePeople(load: LoadContext): Promise<void> {
  await run(load, ADOPT_KNOWN_PEOPLE)
  await matchDocuments(load, { kind: "person", table: "employee", idPrefix: "empl" })
  await run(load, PEOPLE_LEFT_OUT)
  await noteIssues(load, LEFT_OUT_ISSUES)
  await run(load, DROP_PEOPLE_LEFT_OUT)
  const people = await runAudited(load, INSERT_PEOPLE, { subject: "employee" })
  const updated = await runAudited(load, UPDATE_PEOPLE, { subject: "employee", changed: "changed" })
  await mapDocuments(load, "person")
  const representatives = await runAudited(load, INSERT_REPRESENTATIVES, { subject: "employee" })
  await mergeMemberships(load)
  if (!load.counts["people"] && representatives.changed === 0) {
    return
  }
  count(load, "people", {
    // A person whom an entity names stands in no list of the package: he is counted when he is new.
    received: representatives.changed,
    created: people.changed + representatives.changed,
    updated: updated.changed - updated.blocked,
    deleted: updated.blocked,
  })
}

async function mergeMemberships(load: LoadContext): Promise<void> {
  await run(load, WANTED_MEMBERSHIPS)
  await noteIssues(load, UNKNOWN_ENTITIES)
  await runAudited(load, DELETE_MEMBERSHIPS, { subject: "employee", always: "entity_removed" })
  await runAudited(load, INSERT_MEMBERSHIPS, { subject: "employee", always: "entity_added" })
  await run(load, NAME_DEFAULTS)
}

/** A person who was made here, or came from another base, is the same when his e-mail is. */
const ADOPT_KNOWN_PEOPLE = `
  insert into erp_mapping (source, kind, external_id, internal_id)
  select distinct on (e.id) :source, 'person', s.external_id, e.id
  from stage_person s
  join employee e on e.email = lower(trim(s.record ->> 'email')) and e.deleted_at is null
  where not exists (select from erp_mapping m where m.source = :source and m.kind = 'person' and m.external_id = s.external_id)
    and not exists (select from erp_mapping m where m.source = :source and m.kind = 'person' and m.internal_id = e.id)
  order by e.id, s.seq`

const EMAIL = `lower(trim(l.record ->> 'email'))`

/** New people who cannot be taken in, and why. The e-mail is what one signs in by, so there must be one, and his alone: of two the first has it. */
const PEOPLE_LEFT_OUT = `
  create temporary table load_person_left_out on commit drop as
  select external_id, name, fault, seq
  from (
    select l.external_id, l.seq, l.record ->> 'name' as name,
      case
        when coalesce(l.email, '') !~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$' then 'person_email_invalid'
        when e.id is not null or l.turn > 1 then 'person_email_taken'
      end as fault
    from (select l.*, ${EMAIL} as email, row_number() over (partition by ${EMAIL} order by l.seq) as turn from load_person l where l.is_new) l
    left join employee e on e.email = l.email and e.deleted_at is null
  ) judged
  where fault is not null`

const LEFT_OUT_ISSUES = `
  select 'warning' as severity, fault as code,
    '«' || name || '» is left out: ' || case fault when 'person_email_taken' then 'the e-mail is that of another person.'
      else 'there is no e-mail to sign in by.' end as message, external_id as subject
  from load_person_left_out order by seq`

const DROP_PEOPLE_LEFT_OUT = `delete from load_person l using load_person_left_out gone where l.external_id = gone.external_id`

/** A person is new before he is tied to an entity; the tie is an entry of its own. */
const CREATED = `id as subject_id, null::text as legal_entity_id, null::jsonb as before, to_jsonb(employee) as after`

const INSERT_PEOPLE = `
  insert into employee (id, name, email, phone, role, state, source)
  select l.id, l.record ->> 'name', ${EMAIL}, l.record ->> 'phone', coalesce(l.record ->> 'role', 'ordinary'),
    case when (l.record ->> 'is_blocked')::boolean then 'blocked' else 'active' end, 'erp'
  from load_person l where l.is_new order by l.seq
  returning ${CREATED}`

/** Name and phone are the ERP's until the person has signed up: then he may correct them himself. Barred is barred, until somebody lets him in here. */
const UPDATE_PEOPLE = `
  update employee e
  set name = w.name, phone = w.phone, state = w.state, updated_at = now(),
    tokens_valid_from = case when w.state <> e.state then now() else e.tokens_valid_from end
  from (
    select l.id,
      case when own.customer_id is null and not l.is_deleted then l.record ->> 'name' else t.name end as name,
      case when own.customer_id is null and l.record -> 'phone' is not null then l.record ->> 'phone' else t.phone end as phone,
      case when l.is_deleted or (l.record ->> 'is_blocked')::boolean then 'blocked' else t.state end as state
    from load_person l
    join employee t on t.id = l.id
    left join employee_customer own on own.employee_id = t.id and own.deleted_at is null
    where not l.is_new
  ) w join employee was on was.id = w.id
  where e.id = w.id and (e.name, e.phone, e.state) is distinct from (w.name, w.phone, w.state)
  returning e.id as subject_id, to_jsonb(was) as before, to_jsonb(e) as after,
    (select m.legal_entity_id from employee_membership m where m.employee_id = e.id and m.deleted_at is null
     order by m.is_default desc, m.legal_entity_id limit 1) as legal_entity_id`

const REPRESENTATIVES = `
  select l.id as legal_entity_id, l.seq, listed.place, listed.document ->> 'name' as name, lower(trim(listed.document ->> 'email')) as email,
    listed.document ->> 'phone' as phone
  from load_legal_entity l
  cross join lateral jsonb_array_elements(l.record -> 'representatives') with ordinality as listed (document, place)
  where not l.is_deleted and jsonb_typeof(l.record -> 'representatives') = 'array'`

const INSERT_REPRESENTATIVES = `
  insert into employee (id, name, email, phone, role, state, source)
  select kontor_id('empl', :moment), name, email, phone, 'ordinary', 'active', 'erp'
  from (select distinct on (email) * from (${REPRESENTATIVES}) named order by email, seq, place) r
  where not exists (select from employee e where e.email = r.email and e.deleted_at is null)
  order by seq, place
  returning ${CREATED}`

const WANTED_MEMBERSHIPS = `
  create temporary table load_wanted_membership on commit drop as
  select l.id as employee_id, l.external_id as person_external_id, entity.internal_id as legal_entity_id, listed.external_id, l.seq, listed.place
  from load_person l
  cross join lateral jsonb_array_elements_text(l.record -> 'legal_entity_external_ids') with ordinality as listed (external_id, place)
  left join erp_mapping entity on entity.source = :source and entity.kind = 'legal_entity' and entity.external_id = listed.external_id
  where not l.is_deleted and jsonb_typeof(l.record -> 'legal_entity_external_ids') = 'array'
  union all
  select e.id, null, r.legal_entity_id, null, r.seq, r.place
  from (${REPRESENTATIVES}) r join employee e on e.email = r.email and e.deleted_at is null`

const UNKNOWN_ENTITIES = `
  select 'warning' as severity, 'person_entity_unknown' as code,
    'Legal entity ' || external_id || ' of person ' || person_external_id || ' is unknown.' as message, person_external_id as subject
  from load_wanted_membership where legal_entity_id is null`

const DELETE_MEMBERSHIPS = `
  delete from employee_membership t using load_person l
  where t.employee_id = l.id and t.source = 'erp' and not l.is_deleted and jsonb_typeof(l.record -> 'legal_entity_external_ids') = 'array'
    and not exists (select from load_wanted_membership w where w.employee_id = t.employee_id and w.legal_entity_id = t.legal_entity_id)
  returning t.employee_id as subject_id, t.legal_entity_id, jsonb_build_object('legal_entity_id', t.legal_entity_id) as before, null::jsonb as after`

const INSERT_MEMBERSHIPS = `
  insert into employee_membership (id, employee_id, legal_entity_id, is_default, source)
  select kontor_id('memb', :moment), employee_id, legal_entity_id, false, 'erp'
  from (select distinct on (employee_id, legal_entity_id) * from load_wanted_membership where legal_entity_id is not null
        order by employee_id, legal_entity_id, seq, place) w
  where not exists (select from employee_membership t
    where t.employee_id = w.employee_id and t.legal_entity_id = w.legal_entity_id and t.deleted_at is null)
  order by seq, place
  returning employee_id as subject_id, legal_entity_id, null::jsonb as before, jsonb_build_object('legal_entity_id', legal_entity_id) as after`

/** One entity of a person is the default. Where he has chosen one it stays; otherwise the first that the ERP names. */
const NAME_DEFAULTS = `
  update employee_membership t set is_default = true, updated_at = now()
  from (
    select distinct on (m.employee_id) m.id
    from employee_membership m
    join (select employee_id, legal_entity_id, min(seq) as seq, min(place) as place from load_wanted_membership group by employee_id, legal_entity_id) w
      on w.employee_id = m.employee_id and w.legal_entity_id = m.legal_entity_id
    where m.deleted_at is null
      and not exists (select from employee_membership d where d.employee_id = m.employee_id and d.is_default and d.deleted_at is null)
    order by m.employee_id, w.seq, w.place
  ) chosen
  where t.id = chosen.id`
