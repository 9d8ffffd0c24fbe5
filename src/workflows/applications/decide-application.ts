import type { Actor } from "@kontor/framework"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordMove } from "./record-move"
import { moveApplicationStep } from "./steps/move-application"

export interface DecideApplicationInput {
  id: string
  decision: "decline" | "request_more"
  /** The applicant reads it. */
  message: string
  actor: Actor
}

/** Declines an application, or asks the applicant for more. The same again changes nothing; `application_decided` for one that is decided. */
export const decideApplicationWorkflow = createWorkflow("decide-application", (input: DecideApplicationInput) => {
  const moved = moveApplicationStep(
    transform({ input }, ({ input: { id, decision, message, actor } }) => ({
      which: { id },
      move: { kind: decision, message },
      actor_name: actor.name,
    }))
  )
  recordMove({ actor: input.actor, moved })
  return new WorkflowResponse(moved)
})
