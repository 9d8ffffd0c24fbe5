import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { personPage, type PersonView } from "../people/person-page"
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
    ${personPage("client")}`
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
