import { AS_READ } from "@kontor/framework"
import type { Right } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"

export interface RolesQuery {
  /** Part of the name or of the code. */
  q: string | null
  holding_id: string | null
  limit: number
  offset: number
}

/** A custom role with who may have it and how many people do. */
export interface RoleListing {
  id: string
  code: string
  name: string
  holding_id: string | null
  /** Null: for people of every dealer. */
  holding: { id: string; name: string } | null
  rights: Right[]
  people: number
}

const SQL = `
  with found as materialized (
    select r.id, r.name from role r
    where r.deleted_at is null
      and (cast(:holding_id as text) is null or r.holding_id = cast(:holding_id as text))
      and (cast(:pattern as text) is null or r.name ilike cast(:pattern as text) or r.code ilike cast(:pattern as text))
  ),
  page as (select id from found order by name ${AS_READ}, id limit :limit offset :offset)
  select counted.total_count, r.id, r.code, r.name, r.holding_id, r.rights,
    case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as holding,
    (select count(*)::int from employee e where e.role_id = r.id and e.deleted_at is null) as people
  from (select count(*)::int as total_count from found) as counted
  left join page on true
  left join role r on r.id = page.id
  left join holding h on h.id = r.holding_id
  order by r.name ${AS_READ}, r.id`

/** A page of the custom roles, by name, and how many there are. The count comes with an empty page too, in a row without a role. */
export async function listRoles(db: Knex, { q, ...query }: RolesQuery): Promise<{ roles: RoleListing[]; count: number }> {
  const { rows } = await db.raw<{ rows: CountedRow<RoleListing>[] }>(SQL, { ...query, pattern: q === null ? null : containing(q) })
  const { rows: roles, count } = countedPage(rows)
  return { roles, count }
}
