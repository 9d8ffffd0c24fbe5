import { ensureInbox } from "../../groups/ensure-inbox"
import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/**
 * Notes the groups of the package as the ERP tells them, and leaves in the stage those that become categories: groups that somebody mapped, put
 * aside or has yet to place keep what was decided.
 */
export async function keepGroups(load: LoadContext): Promise<void> {
  await noteIssues(load, NEW_IN_INBOX)
  await run(load, REORDERED)
  const { rows } = await run<{ kept: number; changed: number; waiting: number }>(load, WRITE_GROUPS)
  const { kept = 0, changed = 0, waiting = 0 } = rows[0] ?? {}
  if (waiting > 0) {
    await run(
      load,
      `update group_mapping set category_id = :inbox where source = :source and state = 'inbox' and category_id is distinct from :inbox`,
      { inbox: await ensureInbox(load) }
    )
  }
  if (kept > 0) {
    await run(
      load,
      `delete from stage_group s using group_mapping g where g.source = :source and g.external_id = s.external_id and g.state <> 'mirrored'`
    )
    count(load, "groups", { created: waiting, updated: changed })
  }
}

/** What became of groups that are mirrored, once they have their categories. */
export async function noteMirrored(load: LoadContext): Promise<void> {
  await run(
    load,
    `update group_mapping g set category_id = l.id, own_category_id = l.id
     from load_group l where g.source = :source and g.external_id = l.external_id and (g.category_id, g.own_category_id) is distinct from (l.id, l.id)`
  )
}

/** Which groups the ERP orders anew; the others stand where the staff has moved them. Gives `load_reordered`. */
const REORDERED = `
  create temporary table load_reordered on commit drop as
  select s.external_id from stage_group s join group_mapping g on g.source = :source and g.external_id = s.external_id
  where g.position is distinct from (s.record ->> 'position')::int`

/** A group that is known to nobody, where such groups wait. */
const WAITS = `
  not exists (select from group_mapping g where g.source = :source and g.external_id = s.external_id)
  and not coalesce((s.record ->> 'is_deleted')::boolean, false)
  and exists (select from erp_source setting where setting.source = :source and setting.unknown_groups = 'inbox')`

const NEW_IN_INBOX = `
  select 'info' as severity, 'group_in_inbox' as code,
    'Group «' || (s.record ->> 'name') || '» is new; its products wait to be placed in Admin → Categories.' as message, s.external_id as subject
  from stage_group s where ${WAITS}`

const WRITE_GROUPS = `
  with told as materialized (
    select s.external_id, s.record ->> 'name' as name, s.record ->> 'parent_external_id' as parent_external_id,
      (s.record ->> 'position')::int as position, coalesce((s.record ->> 'is_deleted')::boolean, false) as is_deleted, ${WAITS} as waits
    from stage_group s
  ),
  written as (
    insert into group_mapping as g (source, external_id, name, parent_external_id, position, is_deleted, state)
    select :source, t.external_id, t.name, t.parent_external_id, t.position, t.is_deleted, case when t.waits then 'inbox' else 'mirrored' end
    from told t left join group_mapping known on known.source = :source and known.external_id = t.external_id
    where (known.source is not null or not t.is_deleted)
      and (known.name, known.parent_external_id, known.position, known.is_deleted)
        is distinct from (t.name, t.parent_external_id, t.position, t.is_deleted)
    order by t.external_id
    on conflict (source, external_id) do update set
      name = excluded.name, parent_external_id = excluded.parent_external_id, position = excluded.position, is_deleted = excluded.is_deleted,
      updated_at = now()
    returning g.external_id, g.state, (xmax = 0) as is_new
  )
  select (select count(*)::int from told join group_mapping g on g.source = :source and g.external_id = told.external_id where g.state <> 'mirrored')
      + (count(*) filter (where is_new and state = 'inbox'))::int as kept,
    (count(*) filter (where not is_new and state <> 'mirrored'))::int as changed,
    (count(*) filter (where is_new and state = 'inbox'))::int as waiting
  from written`
