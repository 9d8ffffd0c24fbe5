import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ApplicationKind } from "../../modules/company/rules/application-flow"
import type { ApplicationRequisites, StandingRequisites } from "../../modules/company/rules/application-requisites"
import type { EntityState } from "../../modules/company/rules/decide-entity-state"
import { clientOfManager, type ManagerScope } from "../queries/client-of-manager"

/** What acceptance needs to know of an application. */
export interface AdmissionFacts {
  id: string
  kind: ApplicationKind
  applicant_name: string
  applicant_email: string
  applicant_phone: string | null
  requisites: ApplicationRequisites
  /** Of a change: what the entity had when somebody applied for it. */
  former: StandingRequisites | null
  legal_entity_id: string | null
  holding_id: string | null
  manager_user_id: string | null
  /** Who applied, or the person who has the applicant's e-mail; null when there is none yet. */
  employee_id: string | null
}

const FACTS = `
  select a.id, a.kind, a.applicant_name, a.applicant_email, a.applicant_phone, a.requisites, a.former, a.legal_entity_id, a.holding_id,
    a.manager_user_id,
    coalesce(a.employee_id, (select e.id from employee e where e.email = a.applicant_email and e.deleted_at is null)) as employee_id
  from application a where a.id = :id and a.deleted_at is null`

export async function admissionFacts(db: Knex, input: { id: string }): Promise<AdmissionFacts | null> {
  const { rows } = await db.raw<{ rows: AdmissionFacts[] }>(FACTS, input)
  return rows[0] ?? null
}

export interface EntityToAttach {
  id: string
  name: string
  state: EntityState
  has_people: boolean
}

const ENTITY = `
  select e.id, e.name, e.state, exists (
    select from employee_membership m join employee p on p.id = m.employee_id and p.deleted_at is null
    where m.legal_entity_id = e.id and m.deleted_at is null) as has_people
  from legal_entity e where e.id = :id and e.deleted_at is null`

/** The entity that an applicant is to be attached to; null for an unknown id. */
export async function entityToAttach(db: Knex, input: { id: string }): Promise<EntityToAttach | null> {
  const { rows } = await db.raw<{ rows: EntityToAttach[] }>(ENTITY, input)
  return rows[0] ?? null
}

/** A live entity that has an ИНН and a КПП already; `is_seen` tells whether the user of the supplier may know which one. */
export interface TakenBy {
  id: string
  name: string
  is_seen: boolean
}

const TAKEN = `
  select e.id, e.name, ${clientOfManager("e")} as is_seen from legal_entity e
  where e.inn = :inn and coalesce(e.kpp, '') = coalesce(cast(:kpp as text), '') and e.state <> 'closed' and e.deleted_at is null
  order by e.id limit 5`

export async function entitiesWithNumbers(db: Knex, input: ManagerScope & { inn: string; kpp: string | null }): Promise<TakenBy[]> {
  const { rows } = await db.raw<{ rows: TakenBy[] }>(TAKEN, { ...input })
  return rows
}
