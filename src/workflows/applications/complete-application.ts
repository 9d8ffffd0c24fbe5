import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { uninvitedPerson } from "../../database/applications/due-applications"
import { inviteEmployeeWorkflow } from "../company/invite-employee"
import { recordMove } from "./record-move"
import { moveApplicationStep } from "./steps/move-application"

export interface CompleteApplicationInput {
  id: string
  /** Why somebody of the staff completes it by hand; null when what was wanted has come. */
  message: string | null
  actor: Actor
}

const findUninvitedStep = createStep("find-uninvited-applicant", async ({ id }: { id: string }, { container }) => {
  return new StepResponse({ employee_id: await uninvitedPerson(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id }) })
})

/**
 * Ends an accepted application, once however often and from wherever it is called, and invites a new dealer's person where he has no password yet.
 * `application_not_accepted` for one that nobody has accepted.
 */
export const completeApplicationWorkflow = createWorkflow("complete-application", (input: CompleteApplicationInput) => {
  const moved = moveApplicationStep(
    transform({ input }, ({ input: { id, message, actor } }) => ({
      which: { id },
      move: { kind: "complete" as const, message },
      actor_name: actor.name,
    }))
  )
  recordMove({ actor: input.actor, moved })
  const uninvited = when({ moved }, (data) => data.moved.changed !== null).then(() => findUninvitedStep({ id: input.id }))
  when({ uninvited }, (data) => !!data.uninvited?.employee_id).then(() => {
    inviteEmployeeWorkflow.runAsStep({
      input: transform({ input, uninvited }, (data) => ({ employee_id: data.uninvited?.employee_id ?? "", actor: data.input.actor })),
    })
  })
  return new WorkflowResponse(moved)
})
