import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../audit/steps/record-audit"
import { type RoleChange, updateRoleStep } from "./steps/roles"

/** Changes the name or the rights of a custom role. */
export const updateRoleWorkflow = createWorkflow("update-role", (input: { change: RoleChange; actor: Actor }) => {
  const { role, before } = updateRoleStep(input.change)
  const entry = transform({ input, before }, (data) => ({
    actor: data.input.actor,
    action: "role.changed",
    subject_type: "role",
    subject_id: data.input.change.id,
    before: data.before,
    after: data.input.change,
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(role)
})
