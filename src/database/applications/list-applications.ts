import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ApplicationKind, ApplicationState } from "../../modules/company/rules/application-flow"
import type { EntityState } from "../../modules/company/rules/decide-entity-state"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"
import type { ManagerScope } from "../queries/client-of-manager"
import { userName } from "../queries/user-name"
import { applicationOfDealer, applicationOfManager, type ApplicationReach } from "./application-scope"

/** An application as one line of a list. */
export interface ApplicationListing {
  id: string
  number: string
  kind: ApplicationKind
  state: ApplicationState
  created_at: Date
  applicant: { name: string; email: string; phone: string | null; employee_id: string | null }
  requisites: { name: string; inn: string; kpp: string | null }
  manager: { user_id: string; name: string | null } | null
  legal_entity: { id: string; name: string; state: EntityState } | null
}

export interface ApplicationFilter {
  state?: ApplicationState | undefined
  kind?: ApplicationKind | undefined
  /** Part of the number, the company's name or ИНН, or the applicant's name or e-mail. */
  q?: string | undefined
  /** An entity that it is about, or for which the applicant acted. */
  legal_entity_id?: string | undefined
}

interface Page {
  filter: ApplicationFilter
  limit: number
  offset: number
}

/** The applicant as a JSON object. */
export const APPLICANT = `jsonb_build_object('name', a.applicant_name, 'email', a.applicant_email, 'phone', a.applicant_phone,
  'employee_id', a.employee_id)`

/** Who looks after it, and the entity that came of it, from the joins of {@link APPLICATION_JOINS}. */
export const MANAGER = `case when a.manager_user_id is not null then
  jsonb_build_object('user_id', a.manager_user_id, 'name', coalesce(${userName("u")}, u.email)) end`
export const LEGAL_ENTITY = `case when le.id is not null then jsonb_build_object('id', le.id, 'name', le.name, 'state', le.state) end`
export const APPLICATION_JOINS = `
  left join "user" u on u.id = a.manager_user_id and u.deleted_at is null
  left join legal_entity le on le.id = a.legal_entity_id and le.deleted_at is null`

const WORDS = `lower(a.number || ' ' || a.applicant_name || ' ' || a.applicant_email || ' ' || (a.requisites ->> 'name') || ' '
  || (a.requisites ->> 'inn'))`

const sql = (scope: string) => `
  with found as materialized (
    select a.id, a.created_at from application a
    where a.deleted_at is null and ${scope}
      and (cast(:state as text) is null or a.state = :state)
      and (cast(:kind as text) is null or a.kind = :kind)
      and (cast(:legal_entity_id as text) is null or a.legal_entity_id = :legal_entity_id or a.from_entity_id = :legal_entity_id)
      and (cast(:pattern as text) is null or ${WORDS} like :pattern)
  )
  select total.count as total_count, a.id, a.number, a.kind, a.state, a.created_at, ${APPLICANT} as applicant,
    jsonb_build_object('name', a.requisites ->> 'name', 'inn', a.requisites ->> 'inn', 'kpp', a.requisites ->> 'kpp') as requisites,
    ${MANAGER} as manager, ${LEGAL_ENTITY} as legal_entity
  from (select count(*)::int from found) as total
  left join (select id from found order by created_at desc, id limit :limit offset :offset) page on true
  left join application a on a.id = page.id
  ${APPLICATION_JOINS}
  order by a.created_at desc, a.id`

const OF_MANAGER = sql(applicationOfManager("a"))
const OF_DEALER = sql(applicationOfDealer("a"))

interface ListedApplications {
  applications: ApplicationListing[]
  count: number
}

/** A page of the applications that a user of the supplier sees, newest first. */
export function listApplications(db: Knex, { scope, ...page }: Page & { scope: ManagerScope }): Promise<ListedApplications> {
  return list(db, OF_MANAGER, page, { ...scope })
}

/** A page of the applications within the reach of an employee, newest first. */
export function listApplicationsOfDealer(db: Knex, { reach, ...page }: Page & { reach: ApplicationReach }): Promise<ListedApplications> {
  return list(db, OF_DEALER, page, { ...reach })
}

/** The count comes with an empty page too, in a row without an application. */
async function list(db: Knex, text: string, { filter, limit, offset }: Page, scope: Record<string, unknown>): Promise<ListedApplications> {
  const { state = null, kind = null, legal_entity_id = null, q } = filter
  const pattern = q === undefined ? null : containing(q.toLowerCase())
  const { rows } = await db.raw<{ rows: CountedRow<ApplicationListing>[] }>(text, {
    ...scope,
    state,
    kind,
    legal_entity_id,
    pattern,
    limit,
    offset,
  } as Record<string, Knex.RawBinding>)
  const { rows: applications, count } = countedPage(rows)
  return { applications, count }
}
