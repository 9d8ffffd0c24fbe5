import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { moveRequest, type RequestMove } from "../../database/content/move-request"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { ContentEvents } from "../../modules/content/events"

export type MoveRequestInput = RequestMove & { actor: Actor }

/** One transaction with its entry in the log. Nothing after it can fail but the telling, which undoes nothing. */
const moveRequestStep = createStep("move-content-request", async ({ actor, ...move }: MoveRequestInput, { container }) => {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const { legal_entity_id, before, after } = await moveRequest(trx, move)
    const what = { action: "content_request.moved", subject_type: "content_request", subject_id: move.id }
    await log.append([{ actor, ...what, legal_entity_id, before, after }], trx)
  })
  return new StepResponse({ id: move.id })
})

/** Takes up a request for extra content, does it or declines it; who asked is told by mail. Errors as of `moveRequest`. */
export const moveRequestWorkflow = createWorkflow("move-content-request", (input: MoveRequestInput) => {
  const moved = moveRequestStep(input)
  emitEventStep({ eventName: ContentEvents.REQUEST_MOVED, data: transform({ moved }, (data) => ({ id: data.moved.id })) })
  return new WorkflowResponse(moved)
})
