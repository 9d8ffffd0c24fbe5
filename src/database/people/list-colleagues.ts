import type { EmployeeRole } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Reach } from "../../modules/company/rules/reach-of-scope"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"

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

/** A person as his colleagues see him. */
export interface Colleague {
  id: string
  name: string
  email: string
  phone: string | null
  role: EmployeeRole
  custom_role: { id: string; name: string } | null
  state: "active" | "blocked"
  /** False until he has set a password. */
  has_password: boolean
  /** Those within the reach of who asks, by name. */
  legal_entities: { id: string; name: string; is_default: boolean }[]
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
  page as (select id from found order by name, id limit :limit offset :offset)
  select total.count as total_count, e.id, e.name, e.email, e.phone, e.role, e.state,
    case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as custom_role,
    exists (select from provider_identity p where p.entity_id = e.email and p.provider = 'emailpass' and p.deleted_at is null) as has_password,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', le.id, 'name', le.name, 'is_default', m.is_default) order by le.name, le.id)
      from employee_membership m join legal_entity le on le.id = m.legal_entity_id
      where m.employee_id = e.id and m.deleted_at is null and le.id = any(cast(:entity_ids as text[]))), '[]') as legal_entities
  from (select count(*)::int from found) as total
  left join page on true
  left join employee e on e.id = page.id
  left join role r on r.id = e.role_id and r.deleted_at is null
  order by e.name, e.id`

/** A page of the people within reach, by name, and how many there are. The count comes with an empty page too, in a row without a person. */
export async function listColleagues(db: Knex, query: ColleaguesQuery): Promise<{ employees: Colleague[]; count: number }> {
  const pattern = query.q === null ? null : containing(query.q)
  const { rows } = await db.raw<{ rows: CountedRow<Colleague>[] }>(SQL, { ...query, pattern })
  const { rows: employees, count } = countedPage(rows)
  return { employees, count }
}
