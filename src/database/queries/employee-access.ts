import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What decides whether an employee may have a token at all. */
export interface EmployeeAccess {
  state: "active" | "blocked"
  tokens_valid_from: Date | null
}

/** Access of the employee behind a customer; null when there is none. */
export async function employeeAccessOfCustomer(db: Knex, input: { customer_id: string }): Promise<EmployeeAccess | null> {
  const result = await db.raw<{ rows: EmployeeAccess[] }>(
    `select e.state, e.tokens_valid_from
     from employee_customer ec
     join employee e on e.id = ec.employee_id and e.deleted_at is null
     where ec.customer_id = :customer_id and ec.deleted_at is null
     limit 1`,
    input
  )
  return result.rows[0] ?? null
}

/** Access of the employee with an address, compared without regard to case; null when there is none. */
export async function employeeAccessOfEmail(
  db: Knex,
  input: { email: string }
): Promise<(EmployeeAccess & { has_password: boolean }) | null> {
  const result = await db.raw<{ rows: (EmployeeAccess & { has_password: boolean })[] }>(
    `select e.state, e.tokens_valid_from, exists (
       select from provider_identity p where p.entity_id = e.email and p.provider = 'emailpass' and p.deleted_at is null) as has_password
     from employee e where e.email = lower(:email) and e.deleted_at is null limit 1`,
    input
  )
  return result.rows[0] ?? null
}
