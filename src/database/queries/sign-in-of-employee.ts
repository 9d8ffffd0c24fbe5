import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface EmployeeSignIn {
  state: "active" | "blocked"
  /** Null while nobody can sign in as him: he came from the ERP and was never invited. */
  customer_id: string | null
  /** The entity he works for by default. */
  legal_entity_id: string | null
}

/** How an employee signs in; null for an unknown one. */
export async function signInOfEmployee(db: Knex, input: { employee_id: string }): Promise<EmployeeSignIn | null> {
  const result = await db.raw<{ rows: EmployeeSignIn[] }>(
    `select e.state, ec.customer_id, m.legal_entity_id
     from employee e
     left join employee_customer ec on ec.employee_id = e.id and ec.deleted_at is null
     left join employee_membership m on m.employee_id = e.id and m.is_default and m.deleted_at is null
     where e.id = :employee_id and e.deleted_at is null
     limit 1`,
    input
  )
  return result.rows[0] ?? null
}
