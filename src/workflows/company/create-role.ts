import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../audit/steps/record-audit"
import { createRoleStep, type NewRole } from "./steps/roles"

/** Makes a custom role for the people of one holding, or of all dealers. */
export const createRoleWorkflow = createWorkflow("create-role", (input: { role: NewRole; actor: Actor }) => {
  const role = createRoleStep(input.role)
  const entry = transform({ input, role }, (data) => ({
    actor: data.input.actor,
    action: "role.created",
    subject_type: "role",
    subject_id: data.role.id,
    after: data.input.role,
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(role)
})
