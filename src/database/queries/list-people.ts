import type { EmployeeRole } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { clientOfManager, type ManagerScope } from "./client-of-manager"
import { personMatches, personSearch } from "./person-search"

export interface PeopleFilter {
  /** Part of the name, the e-mail or the phone; at least one character. */
  q?: string | undefined
  state?: "active" | "blocked" | undefined
  employee_id?: string | undefined
  legal_entity_id?: string | undefined
  holding_id?: string | undefined
}

/** A person of a client as staff see him. */
export interface PersonView {
  id: string
  name: string
  email: string
  phone: string | null
  role: EmployeeRole
  /** Stands in the place of `role`. */
  custom_role: { id: string; name: string } | null
  state: "active" | "blocked"
  /** False until he has set a password. */
  has_password: boolean
  /** Those of the manager's clients that he works for, by name. */
  legal_entities: { id: string; name: string; is_default: boolean }[]
}

/**
 * Who works for a client is one set, read once: the planner takes a search for two hits, and would look a thousand of them up one by one.
 */
function sql(entityConditions: string[], personConditions: string[]): string {
  return `
    with client as materialized (
      select le.id, le.name, le.holding_id from legal_entity le where le.deleted_at is null and ${clientOfManager("le")}),
    worker as materialized (
      select m.employee_id from employee_membership m join client c on c.id = m.legal_entity_id
      where ${["m.deleted_at is null", ...entityConditions].join(" and ")} group by m.employee_id),
    found as materialized (
      select p.id, p.name from employee p
      where ${["p.deleted_at is null", ...personConditions].join(" and ")} and p.id in (select employee_id from worker)),
    page as (select id from found order by name, id limit :limit offset :offset)
    select counted.total_count, p.id, p.name, p.email, p.phone, p.role, p.state,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as custom_role,
      exists (select from provider_identity i where i.entity_id = p.email and i.provider = 'emailpass' and i.deleted_at is null) as has_password,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'is_default', m.is_default) order by c.name, c.id)
        from employee_membership m join client c on c.id = m.legal_entity_id
        where m.employee_id = p.id and m.deleted_at is null), '[]') as legal_entities
    from (select count(*)::int as total_count from found) as counted
    left join page on true
    left join employee p on p.id = page.id
    left join role r on r.id = p.role_id and r.deleted_at is null
    order by p.name, p.id`
}

/** A page of the people who act for a manager's clients, by name, and how many there are. */
export async function listPeople(
  db: Knex,
  input: { filter: PeopleFilter; scope: ManagerScope; limit: number; offset: number }
): Promise<{ employees: PersonView[]; count: number }> {
  const { filter, scope, limit, offset } = input
  const { q, state, employee_id, legal_entity_id, holding_id } = filter
  const search = q === undefined ? null : personSearch(q)
  const ofEntity = [
    ...(legal_entity_id === undefined ? [] : ["c.id = :legal_entity_id"]),
    ...(holding_id === undefined ? [] : ["c.holding_id = :holding_id"]),
  ]
  const ofPerson = [
    ...(state === undefined ? [] : ["p.state = :state"]),
    ...(employee_id === undefined ? [] : ["p.id = :employee_id"]),
    ...(search ? [`p.id in (${personMatches(search).map(byPerson).join(" union ")})`] : []),
  ]
  const given = Object.fromEntries(
    Object.entries({ state, employee_id, legal_entity_id, holding_id }).filter(([, value]) => value !== undefined)
  )
  const { rows } = await db.raw<{ rows: CountedRow<PersonView>[] }>(sql(ofEntity, ofPerson), {
    ...scope,
    ...given,
    ...search,
    limit,
    offset,
  })
  const { rows: employees, count } = countedPage(rows)
  return { employees, count }
}

function byPerson(condition: string): string {
  return `select p.id from employee p where p.deleted_at is null and ${condition}`
}
