import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { run, type LoadContext } from "./load-context"

/** What the changed rows are, for the log. */
export interface AuditedRows {
  /** Kind of thing, as its table is named; the action is this, a point and what became of the row. */
  subject:
    | "legal_entity"
    | "contract"
    | "employee"
    | "manager_assignment"
    | "price_adjustment"
    | "price_threshold"
    | "order_rule"
    | "visibility_rule"
    | "currency_rate"
    | "exclusive_label"
  /** What a change that leaves the state is called. */
  changed?: string
  /** What to call all of them, where the row is but a part of the subject. */
  always?: string
}

export interface AuditedCounts {
  changed: number
  blocked: number
  closed: number
}

/** What moves with every change and says nothing of its own, or nothing that anybody but the server may know. */
const SILENT_COLUMNS = ["id", "as_of", "credit_as_of", "created_at", "updated_at", "deleted_at", "tokens_valid_from"]

/**
 * Runs a statement that changes rows on which rights or money hang, and puts each row into the audit log, in the same statement.
 *
 * @param statement an insert, update or delete that returns `subject_id`, `legal_entity_id`, and `before` and `after`: the row as jsonb, null
 * where there was or is none
 * @returns how many rows changed, and how many of them are now blocked, how many closed
 */
export async function runAudited(
  load: LoadContext,
  statement: string,
  rows: AuditedRows,
  bindings: Record<string, Knex.RawBinding> = {}
): Promise<AuditedCounts> {
  const result = await run<AuditedCounts>(load, audited(statement, rows), { ...bindings, runId: load.runId })
  return result.rows[0] ?? { changed: 0, blocked: 0, closed: 0 }
}

/** The actor is the run: from it the file and the account are found. */
function audited(statement: string, { subject, changed = "updated", always }: AuditedRows): string {
  return `
  with changed_row as (${statement}
  ), logged as (
    insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, legal_entity_id, before, after)
    select kontor_id('audt', :moment), clock_timestamp(), 'exchange', :runId, :source, '${subject}.' || ${always ? `'${always}'` : ACTION(changed)},
      '${subject}', c.subject_id, c.legal_entity_id, facts.before, facts.after
    from changed_row c
    cross join lateral (
      select jsonb_object_agg(key, was.value) filter (where was.value is not null and was.value <> 'null') as before,
        jsonb_object_agg(key, now.value) filter (where now.value is not null and (now.value <> 'null' or was.value is not null)) as after
      from jsonb_each(coalesce(c.before, '{}')) as was full join jsonb_each(coalesce(c.after, '{}')) as now using (key)
      where was.value is distinct from now.value and key not in (${SILENT_COLUMNS.map((column) => `'${column}'`).join(", ")})
    ) facts
  )
  select count(*)::int as changed, count(*) filter (where after ->> 'state' = 'blocked')::int as blocked,
    count(*) filter (where after ->> 'state' = 'closed')::int as closed
  from changed_row`
}

const ACTION = (changed: string) => `
      case
        when c.before is null then 'created'
        when c.after is null then 'deleted'
        when c.before ->> 'state' is not distinct from c.after ->> 'state' then '${changed}'
        when c.after ->> 'state' = 'active' then 'activated'
        else c.after ->> 'state'
      end`
