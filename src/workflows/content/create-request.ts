import type { Actor } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CONTENT_MODULE } from "../../modules/content"
import { ContentEvents } from "../../modules/content/events"
import type { MaterialMedia } from "../../modules/content/rules/content-kinds"
import type ContentModuleService from "../../modules/content/service"
import { recordAuditStep } from "../audit/steps/record-audit"

interface NewRequest {
  employee_id: string
  legal_entity_id: string
  media: MaterialMedia | null
  text: string
}

const createRequestStep = createStep(
  "create-content-request",
  async (request: NewRequest, { container }) => {
    const created = await container.resolve<ContentModuleService>(CONTENT_MODULE).createContentRequests(request)
    return new StepResponse(created, created.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<ContentModuleService>(CONTENT_MODULE).deleteContentRequests(id)
    }
  }
)

/** Keeps that a dealer asks for content that the library does not have; the staff in charge are told by mail. */
export const createRequestWorkflow = createWorkflow("create-content-request", (input: NewRequest & { actor: Actor }) => {
  const created = createRequestStep(transform({ input }, ({ input: { actor: _, ...request } }) => request))
  recordAuditStep(
    transform({ input, created }, ({ input: { actor, legal_entity_id, media, text }, created: { id } }) => ({
      ...{ actor, action: "content_request.created", subject_type: "content_request", subject_id: id, legal_entity_id },
      after: { media, text },
    }))
  )
  emitEventStep({ eventName: ContentEvents.REQUEST_CREATED, data: transform({ created }, (data) => ({ id: data.created.id })) })
  return new WorkflowResponse(created)
})
