import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reach } from "../../modules/company/rules/reach-of-scope"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"
import { personPage, type PersonView } from "./person-page"

export interface ColleaguesQuery extends Reach {
  /** One person; null = all. */
  employee_id: string | null
  legal_entity_id: string | null
  state: "active" | "blocked" | null
  /** Part of the name, the e-mail or the phone. */
  q: string | null
  limit: number
  offset: number
}

const SQL = `
  with found as materialized (
    select e.id, e.name
    from employee e
    where e.deleted_at is null
      and exists (
        select from employee_membership m
        where m.employee_id = e.id and m.deleted_at is null and m.legal_entity_id = any(cast(:entity_ids as text[]))
          and (cast(:legal_entity_id as text) is null or m.legal_entity_id = :legal_entity_id))
      and (cast(:customer_id as text) is null or exists (
        select from employee_customer ec where ec.employee_id = e.id and ec.customer_id = :customer_id and ec.deleted_at is null))
      and (cast(:employee_id as text) is null or e.id = :employee_id)
      and (cast(:state as text) is null or e.state = :state)
      and (cast(:pattern as text) is null or e.name ilike :pattern or e.email ilike :pattern or e.phone ilike :pattern)
  ),
  seen as materialized (select id, name from legal_entity where id = any(cast(:entity_ids as text[])) and deleted_at is null),
  ${personPage("seen")}`

/** A page of the people within reach, by name, and how many there are. The count comes with an empty page too, in a row without a person. */
export async function listColleagues(db: Knex, query: ColleaguesQuery): Promise<{ employees: PersonView[]; count: number }> {
  const pattern = query.q === null ? null : containing(query.q)
  const { rows } = await db.raw<{ rows: CountedRow<PersonView>[] }>(SQL, { ...query, pattern })
  const { rows: employees, count } = countedPage(rows)
  return { employees, count }
}
