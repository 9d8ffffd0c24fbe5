/** Who does something, for the log and for the order. */
export interface Actor {
  /** An employee of a dealer, a Medusa user of the supplier, the ERP, or the server itself (a job, an API key, a stranger's request). */
  kind: "employee" | "user" | "exchange" | "system"
  /** Id of the employee, the user, the exchange account, the run of a load (`xrun_…`) or the API key. */
  id: string | null
  name: string | null
  /** Set while a user is signed in as a client: the employee as whom he acts. */
  acting_for_employee_id: string | null
  ip: string | null
  user_agent: string | null
}

/** The server itself: jobs, migrations, tests. */
export const SYSTEM_ACTOR: Actor = {
  kind: "system",
  id: null,
  name: null,
  acting_for_employee_id: null,
  ip: null,
  user_agent: null,
}

/** One thing that was done. */
export interface AuditInput {
  actor: Actor
  /** What was done to which kind of thing, as an event would be named: "employee.blocked". */
  action: string
  /** Kind of the thing, as its table is named: "employee". */
  subject_type: string
  subject_id: string
  /** The legal entity that the thing belongs to, where there is one: it decides which managers may read the entry. */
  legal_entity_id?: string | null
  /** The fields that changed, as they were. Values under keys such as `password` or `token` never get into the log. */
  before?: object | null
  /** The fields that changed, as they are now. */
  after?: object | null
}

/** The log of what was done: container key `audit`. What is in it stays in it. */
export interface AuditLog {
  append(entries: AuditInput[]): Promise<void>
}

/** Container key of the {@link AuditLog}. */
export const AUDIT_LOG = "audit"
