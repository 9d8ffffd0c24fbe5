import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { recordAuditStep } from "../audit/steps/record-audit"
import { PEOPLE_LOCK } from "./people-lock"
import { deleteRoleStep } from "./steps/roles"

/** Removes a custom role that nobody has, and that nobody is given meanwhile. */
export const deleteRoleWorkflow = createWorkflow("delete-role", (input: { id: string; actor: Actor }) => {
  acquireLockStep(PEOPLE_LOCK)
  const role = deleteRoleStep({ id: input.id })
  const entry = transform({ input, role }, (data) => ({
    actor: data.input.actor,
    action: "role.removed",
    subject_type: "role",
    subject_id: data.input.id,
    before: { code: data.role.code, name: data.role.name, rights: data.role.rights },
  }))
  recordAuditStep(entry)
  releaseLockStep({ key: PEOPLE_LOCK.key })
  return new WorkflowResponse({ id: input.id })
})
