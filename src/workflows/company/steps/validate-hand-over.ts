import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { colleagueFacts, type ColleagueRow } from "../../../database/people/colleague-facts"
import type { Changer } from "../../../modules/company/rules/colleague-change"

export interface HandOverCheck {
  employee_id: string
  to_employee_id: string
  changer: Changer | null
}

/**
 * Gives the two customers, the entities whose work goes over, and the entity of the one who gives it away. Throws NOT_FOUND for either person out of reach; NOT_ALLOWED
 * `hand_over_to_self`, `receiver_blocked`, or `receiver_not_signed_up` for one who has never set a password.
 */
export const validateHandOverStep = createStep("validate-hand-over", async (check: HandOverCheck, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [from, to] = [await within(db, check.employee_id, check.changer), await within(db, check.to_employee_id, check.changer)]
  if (from.id === to.id) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Work is handed over to somebody else.", "hand_over_to_self")
  }
  if (to.state !== "active") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Employee ${to.id} is blocked and takes over nothing.`, "receiver_blocked")
  }
  if (to.customer_id === null) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Employee ${to.id} was never invited.`, "receiver_not_signed_up")
  }
  const reach = check.changer?.entity_ids
  const entity_ids = to.entity_ids.filter((id) => !reach || reach.includes(id))
  const { customer_id: from_customer_id, home_entity_id } = from
  return new StepResponse({ from_customer_id, to_customer_id: to.customer_id, entity_ids, home_entity_id })
})

async function within(db: Knex, employee_id: string, changer: Changer | null): Promise<ColleagueRow> {
  const person = await colleagueFacts(db, { employee_id })
  if (!person || (changer && !person.entity_ids.some((id) => changer.entity_ids.includes(id)))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Employee with id ${employee_id} was not found`)
  }
  return person
}
