import { type EmployeeRole, SYSTEM_ACTOR } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createEmployeeWorkflow } from "../../src/workflows/company/create-employee"
import { nextNumber } from "./sequence"

export interface EmployeeData {
  legal_entity_id: string
  role?: EmployeeRole
  email?: string
  password?: string
  name?: string
}

/** A person who can sign in; `password` comes back for `dealerSession`. */
export async function createEmployee(container: MedusaContainer, data: EmployeeData) {
  const password = data.password ?? "correct horse battery"
  const { result } = await createEmployeeWorkflow(container).run({
    input: { role: "ordinary", email: `person-${nextNumber()}@dealer.test`, name: "Ivan Petrov", ...data, password, actor: SYSTEM_ACTOR },
  })
  return { ...result, password }
}
