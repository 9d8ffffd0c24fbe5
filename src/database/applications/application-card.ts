import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ApplicationEventKind } from "../../modules/company/rules/application-flow"
import type { ApplicationRequisites, StandingRequisites } from "../../modules/company/rules/application-requisites"
import type { EntityState } from "../../modules/company/rules/decide-entity-state"
import { clientOfManager, type ManagerScope } from "../queries/client-of-manager"
import { applicationOfDealer, type ApplicationReach } from "./application-scope"
import { APPLICANT, APPLICATION_JOINS, LEGAL_ENTITY, MANAGER, type ApplicationListing } from "./list-applications"

/** How far the ERP has got with what came of an application. Moments are ISO 8601. */
export interface SentToErp {
  state: "pending" | "sent" | "confirmed" | "failed"
  attempts: number
  last_error: string | null
  sent_at: string | null
  confirmed_at: string | null
}

/** Everything of an application. */
export interface ApplicationCard extends Omit<ApplicationListing, "requisites"> {
  requisites: ApplicationRequisites
  /** Of a change: what the entity had when somebody applied for it. */
  former: StandingRequisites | null
  comment: string | null
  from_entity_id: string | null
  holding_id: string | null
  decision: { reason: string | null; by: string | null; at: string } | null
  files: { id: string; name: string; mime_type: string; bytes: number }[]
  events: { id: string; at: string; kind: ApplicationEventKind; actor_name: string | null; message: string | null }[]
  erp: SentToErp | null
}

/** More than any application has. */
const PARTS_MAX = 500

const ERP = `
  select jsonb_build_object('state', ob.state, 'attempts', ob.attempts, 'last_error', ob.last_error, 'sent_at', ob.sent_at,
    'confirmed_at', ob.confirmed_at)
  from erp_outbox ob where ob.kind = 'legal_entity' and ob.subject_id = a.legal_entity_id and ob.deleted_at is null`

const parts = (table: string, columns: string[], order: string) => `
  coalesce((select jsonb_agg(jsonb_build_object(${columns.map((name) => `'${name}', p.${name}`).join(", ")}) order by ${order}) from (
    select * from ${table} where application_id = a.id and deleted_at is null order by id limit ${PARTS_MAX}) p), '[]')`

const sql = (scope: string) => `
  select a.id, a.number, a.kind, a.state, a.created_at, a.comment, a.requisites, a.from_entity_id, a.holding_id, ${APPLICANT} as applicant,
    ${MANAGER} as manager, ${LEGAL_ENTITY} as legal_entity,
    a.former,
    case when a.decided_at is not null then
      jsonb_build_object('reason', a.decision_reason, 'by', a.decided_by, 'at', a.decided_at) end as decision,
    ${parts("application_file", ["id", "name", "mime_type", "bytes"], "p.created_at, p.id")} as files,
    ${parts("application_event", ["id", "at", "kind", "actor_name", "message"], "p.at, p.id")} as events,
    (${ERP}) as erp
  from application a ${APPLICATION_JOINS}
  where a.id = :id and a.deleted_at is null and ${scope}`

const OF_ANYBODY = sql("true")
const OF_DEALER = sql(applicationOfDealer("a"))

/** The card of an application; null for an unknown id. Whoever asks for a manager has looked whether it is his. */
export async function applicationCard(db: Knex, input: { id: string }): Promise<ApplicationCard | null> {
  const { rows } = await db.raw<{ rows: ApplicationCard[] }>(OF_ANYBODY, input)
  return rows[0] ?? null
}

/** The card of an application within the reach of an employee; null out of it. */
export async function applicationCardOfDealer(db: Knex, input: ApplicationReach & { id: string }): Promise<ApplicationCard | null> {
  const { rows } = await db.raw<{ rows: ApplicationCard[] }>(OF_DEALER, { ...input })
  return rows[0] ?? null
}

export interface SimilarEntity {
  legal_entity_id: string
  name: string
  inn: string | null
  kpp: string | null
  state: EntityState
}

const SIMILAR = `
  select e.id as legal_entity_id, e.name, e.inn, e.kpp, e.state from legal_entity e
  where e.inn = :inn and e.deleted_at is null and (cast(:except_id as text) is null or e.id <> :except_id) and ${clientOfManager("e")}
  order by e.state <> 'active', e.name ${AS_READ}, e.id limit 20`

/** Entities with the same ИНН, as far as the user of the supplier sees them. */
export async function similarEntities(db: Knex, input: ManagerScope & { inn: string; except_id: string | null }): Promise<SimilarEntity[]> {
  const { rows } = await db.raw<{ rows: SimilarEntity[] }>(SIMILAR, { ...input })
  return rows
}
