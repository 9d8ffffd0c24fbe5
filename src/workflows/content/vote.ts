import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { castVote } from "../../database/content/cast-vote"
import type { Reader } from "../../database/content/content-of-dealer"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { PollAnswer } from "../../modules/content/rules/poll-answers"

export interface VoteInput {
  reader: Reader
  id: string
  answers: PollAnswer[]
  actor: Actor
}

/** One transaction with its entry in the log, which tells that he voted and not how. */
const voteStep = createStep("vote-in-poll", async ({ reader, id, answers, actor }: VoteInput, { container }) => {
  if (actor.acting_for_employee_id !== null) {
    throw new MedusaError(MedusaError.Types.FORBIDDEN, "Only the person himself can vote.", "refused_when_acting")
  }
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    if (await castVote(trx, { reader, id, answers })) {
      const { legal_entity_id } = reader
      await log.append([{ actor, action: "content_item.voted", subject_type: "content_item", subject_id: id, legal_entity_id }], trx)
    }
  })
  return new StepResponse({ id })
})

/** Answers a poll; the same again changes nothing. FORBIDDEN `refused_when_acting` for staff signed in as the person; errors as of `castVote`. */
export const voteWorkflow = createWorkflow("vote-in-poll", (input: WorkflowData<VoteInput>) => {
  return new WorkflowResponse(voteStep(input))
})
