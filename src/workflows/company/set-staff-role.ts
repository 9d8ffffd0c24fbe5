import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setStaffRole } from "../../database/staff/set-staff-role"
import type { StaffRole } from "../../modules/company/rules/staff-access"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface SetStaffRoleInput {
  user_id: string
  role: StaffRole
  actor: Actor
}

/** Undone by giving back the role he had, or none. */
const setStaffRoleStep = createStep(
  "set-staff-role-record",
  async ({ user_id, role }: SetStaffRoleInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const outcome = await db.transaction((trx) => setStaffRole(trx, { user_id, role }))
    if (outcome.kind === "no_such_user") {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `User with id: ${user_id} was not found`)
    }
    if (outcome.kind === "last_admin") {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `User ${user_id} is the last administrator.`, "last_admin")
    }
    return new StepResponse({ user_id, role, before: outcome.before }, { user_id, role: outcome.before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => setStaffRole(trx, before))
    }
  }
)

/** Says what a Medusa user is to the supplier. NOT_FOUND for an unknown user, `last_admin` when nobody would be left to administer. */
export const setStaffRoleWorkflow = createWorkflow("set-staff-role", (input: SetStaffRoleInput) => {
  const member = setStaffRoleStep(input)
  const entry = transform({ input, member }, (data) => ({
    actor: data.input.actor,
    action: "staff_member.role_set",
    subject_type: "user",
    subject_id: data.input.user_id,
    before: { role: data.member.before },
    after: { role: data.member.role },
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(member)
})
