import { AS_READ } from "@kontor/framework"
import type { EmployeeRole } from "@kontor/framework"

/** A person of a dealer as a list shows him. */
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
  /** Those of his entities that who asks may see, by name. */
  legal_entities: { id: string; name: string; is_default: boolean }[]
}

/**
 * The end of a statement that lists people: one page of the CTE `found` (id, name), with the count of all, as `CountedRow<PersonView>`. Takes
 * `:limit` and `:offset`.
 *
 * @param seen a table or CTE of the entities that who asks may see: id, name
 */
export const personPage = (seen: string) => `
    page as (select id from found order by name ${AS_READ}, id limit :limit offset :offset)
    select counted.total_count, p.id, p.name, p.email, p.phone, p.role, p.state,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as custom_role,
      exists (select from provider_identity i where i.entity_id = p.email and i.provider = 'emailpass' and i.deleted_at is null) as has_password,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'is_default', m.is_default) order by s.name ${AS_READ}, s.id)
        from employee_membership m join ${seen} s on s.id = m.legal_entity_id
        where m.employee_id = p.id and m.deleted_at is null), '[]') as legal_entities
    from (select count(*)::int as total_count from found) as counted
    left join page on true
    left join employee p on p.id = page.id
    left join role r on r.id = p.role_id and r.deleted_at is null
    order by p.name ${AS_READ}, p.id`
