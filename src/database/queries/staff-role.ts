/**
 * SQL: what the user under the alias `u` is, where `s` is his row of staff_member. Nobody gives the first user of a fresh installation a role:
 * while no user has been made an administrator, the one who came first is. Whoever else has no role is a manager, without a client until one is
 * assigned to him: an invitation alone opens nothing.
 */
export const STAFF_ROLE = `coalesce(s.role, case when u.id = (
    select first.id from "user" first
    where first.deleted_at is null
      and not exists (select from staff_member given where given.user_id = first.id and given.deleted_at is null)
      and not exists (select from staff_member given join "user" holder on holder.id = given.user_id and holder.deleted_at is null
        where given.role = 'admin' and given.deleted_at is null)
    order by first.created_at, first.id limit 1
  ) then 'admin' else 'manager' end)`
