import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { containing, literal } from "../like"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

/** An entry as it is stored. */
export interface AuditEntryRow {
  id: string
  /** ISO 8601 to the microsecond: with the id, the place of the entry in the list. */
  at: string
  actor_kind: "employee" | "user" | "exchange" | "system"
  actor_id: string | null
  actor_name: string | null
  acting_for_employee_id: string | null
  acting_for_name: string | null
  action: string
  subject_type: string
  subject_id: string
  subject_name: string | null
  legal_entity_id: string | null
  legal_entity_name: string | null
  ip: string | null
  user_agent: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export interface AuditEntryFilter {
  actor_id?: string | undefined
  acting_for_employee_id?: string | undefined
  /** The action itself, or its beginning up to a point: "employee." */
  action?: string | undefined
  subject_type?: string | undefined
  subject_id?: string | undefined
  legal_entity_id?: string | undefined
  /** Moments, ISO 8601; `from` is included, `to` is not. */
  from?: string | undefined
  to?: string | undefined
  /** Part of the actor's name, the action or the subject's id. */
  q?: string | undefined
  /** The last entry of the page before. */
  after?: { at: string; id: string } | undefined
}

const CONDITIONS: Record<keyof AuditEntryFilter, string> = {
  actor_id: "a.actor_id = :actor_id",
  acting_for_employee_id: "a.acting_for_employee_id = :acting_for_employee_id",
  action: "a.action like :action",
  subject_type: "a.subject_type = :subject_type",
  subject_id: "a.subject_id = :subject_id",
  legal_entity_id: "a.legal_entity_id = :legal_entity_id",
  from: "a.at >= cast(:from as timestamptz)",
  to: "a.at < cast(:to as timestamptz)",
  q: "lower(a.action || ' ' || a.subject_id || ' ' || coalesce(a.actor_name, '')) like :q",
  after: "(a.at, a.id) < (cast(:after_at as timestamptz), :after_id)",
}

/** A manager reads what concerns his clients and what he did himself. */
const OF_MANAGER = `(a.actor_id = :user_id or a.legal_entity_id in (select le.id from legal_entity le where ${clientOfManager("le")}))`

/** One page of the log, newest first. Names of subjects are those of now, and only of what has one. */
export async function listAuditEntries(
  db: Knex,
  input: { filter: AuditEntryFilter; scope: ManagerScope; limit: number }
): Promise<AuditEntryRow[]> {
  const { filter, scope, limit } = input
  const given = (Object.keys(CONDITIONS) as (keyof AuditEntryFilter)[]).filter((name) => filter[name] !== undefined)
  const conditions = [...given.map((name) => CONDITIONS[name]), ...(scope.sees_all ? [] : [OF_MANAGER])]
  const { after, action, q, ...equal } = filter
  const result = await db.raw<{ rows: AuditEntryRow[] }>(sql(conditions), {
    ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
    ...(action === undefined ? {} : { action: `${literal(action)}${action.endsWith(".") ? "%" : ""}` }),
    ...(q === undefined ? {} : { q: containing(q.toLowerCase()) }),
    ...(after === undefined ? {} : { after_at: after.at, after_id: after.id }),
    ...(scope.sees_all ? {} : scope),
    limit,
  })
  return result.rows
}

function sql(conditions: string[]): string {
  return `
    with page as (
      select a.* from audit_entry a
      ${conditions.length ? `where ${conditions.join(" and ")}` : ""}
      order by a.at desc, a.id desc
      limit :limit
    )
    select p.id, to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, p.actor_kind, p.actor_id, p.actor_name,
      p.acting_for_employee_id, acting.name as acting_for_name, p.action, p.subject_type, p.subject_id,
      coalesce(e.name, s.name, c.number, ap.number, pa.name) as subject_name, p.legal_entity_id, le.name as legal_entity_name, p.ip, p.user_agent, p.before, p.after
    from page p
    left join employee acting on acting.id = p.acting_for_employee_id
    left join employee e on p.subject_type = 'employee' and e.id = p.subject_id
    left join legal_entity s on p.subject_type = 'legal_entity' and s.id = p.subject_id
    left join contract c on p.subject_type = 'contract' and c.id = p.subject_id
    left join application ap on p.subject_type = 'application' and ap.id = p.subject_id
    left join price_adjustment pa on p.subject_type = 'price_adjustment' and pa.id = p.subject_id
    left join legal_entity le on le.id = p.legal_entity_id
    order by p.at desc, p.id desc`
}
