import { count, run, type LoadContext } from "../load-context"
import { runAudited } from "../run-audited"

/**
 * Who of the supplier's people looks after the loaded entities and holdings. Each list is whole for what the ERP said; assignments made in
 * the admin stand. A person is bound to the user with his e-mail; without one the assignment waits for him.
 */
export async function mergeManagers(load: LoadContext): Promise<void> {
  await run(load, WANTED_MANAGERS)
  const subject = "manager_assignment"
  const deleted = await runAudited(load, DELETE_ASSIGNMENTS, { subject })
  const updated = await runAudited(load, UPDATE_ASSIGNMENTS, { subject }, { asOf: load.asOf })
  const created = await runAudited(load, INSERT_ASSIGNMENTS, { subject }, { asOf: load.asOf })
  const { rows } = await run<{ received: string }>(load, `select count(*) as received from load_wanted_manager`)
  const received = Number(rows[0]?.received ?? 0)
  if (received + deleted.changed > 0) {
    count(load, "managers", { received, created: created.changed, updated: updated.changed, deleted: deleted.changed })
  }
}

/** Entities and holdings whose list of managers the package carries. */
const CLIENTS = `
  select id as legal_entity_id, null::text as holding_id, seq, record -> 'managers' as managers from load_legal_entity
  where not is_deleted and jsonb_typeof(record -> 'managers') = 'array'
  union all
  select null, id, seq, record -> 'managers' from load_holding where not is_deleted and jsonb_typeof(record -> 'managers') = 'array'`

const WANTED_MANAGERS = `
  create temporary table load_wanted_manager on commit drop as
  select distinct on (c.legal_entity_id, c.holding_id, m.external_id, m.role)
    c.legal_entity_id, c.holding_id, m.external_id, m.role, m.name as manager_name, nullif(lower(trim(m.email)), '') as manager_email, u.id as user_id, c.seq
  from (${CLIENTS}) c
  cross join lateral jsonb_to_recordset(c.managers) as m (external_id text, name text, email text, role text)
  left join "user" u on lower(u.email) = lower(trim(m.email)) and u.deleted_at is null`

const SAME_CLIENT = `t.legal_entity_id is not distinct from w.legal_entity_id and t.holding_id is not distinct from w.holding_id`

const DELETE_ASSIGNMENTS = `
  delete from manager_assignment t using (${CLIENTS}) c
  where t.source = 'erp' and (t.legal_entity_id = c.legal_entity_id or t.holding_id = c.holding_id)
    and not exists (select from load_wanted_manager w where ${SAME_CLIENT} and w.external_id = t.external_id and w.role = t.role)
  returning t.id as subject_id, t.legal_entity_id, to_jsonb(t) as before, null::jsonb as after`

const UPDATE_ASSIGNMENTS = `
  update manager_assignment t
  set manager_name = w.manager_name, manager_email = w.manager_email, user_id = w.user_id, as_of = :asOf, updated_at = now()
  from load_wanted_manager w, manager_assignment was
  where was.id = t.id and t.source = 'erp' and ${SAME_CLIENT} and t.external_id = w.external_id and t.role = w.role
    and (t.manager_name, t.manager_email, t.user_id) is distinct from (w.manager_name, w.manager_email, w.user_id)
  returning t.id as subject_id, t.legal_entity_id, to_jsonb(was) as before, to_jsonb(t) as after`

const INSERT_ASSIGNMENTS = `
  insert into manager_assignment (id, legal_entity_id, holding_id, user_id, role, source, external_id, manager_name, manager_email, as_of)
  select kontor_id('masg', :moment), w.legal_entity_id, w.holding_id, w.user_id, w.role, 'erp', w.external_id, w.manager_name, w.manager_email, :asOf
  from load_wanted_manager w
  where not exists (select from manager_assignment t where t.source = 'erp' and ${SAME_CLIENT} and t.external_id = w.external_id and t.role = w.role)
  order by w.seq, w.external_id
  returning id as subject_id, legal_entity_id, null::jsonb as before, to_jsonb(manager_assignment) as after`
