import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { STAFF_ROLE } from "../queries/staff-role"
import { userName } from "../queries/user-name"

export interface StaffInCharge {
  user_id: string
  name: string
  email: string
}

/** More people are not written to about one application. */
const STAFF_MAX = 50

/** The user it was given to; else those who look after the client; else whoever leads. The first of the three that is anybody counts. */
const SQL = `
  with entities as (
    select le.id, le.holding_id from legal_entity le
    where le.deleted_at is null and le.id in (:from_entity_id, :legal_entity_id)
  ),
  candidates as (
    select 1 as rank, cast(:manager_user_id as text) as user_id
    union all
    select 2, ma.user_id from manager_assignment ma join entities e on ma.legal_entity_id = e.id or ma.holding_id = e.holding_id
    where ma.deleted_at is null
    union all
    select 3, u.id from "user" u left join staff_member s on s.user_id = u.id and s.deleted_at is null
    where u.deleted_at is null and ${STAFF_ROLE} in ('head_of_sales', 'admin')
  ),
  present as (
    select c.rank, u.id, u.email, coalesce(${userName("u")}, u.email) as name
    from candidates c join "user" u on u.id = c.user_id and u.deleted_at is null
  )
  select distinct id as user_id, name, email from present where rank = (select min(rank) from present) order by id limit ${STAFF_MAX}`

/** Who of the staff is told about an application. */
export async function staffInCharge(
  db: Knex,
  input: { manager_user_id: string | null; from_entity_id: string | null; legal_entity_id: string | null }
): Promise<StaffInCharge[]> {
  const { rows } = await db.raw<{ rows: StaffInCharge[] }>(SQL, input)
  return rows
}
