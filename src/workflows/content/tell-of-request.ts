import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { staffInCharge } from "../../database/applications/staff-in-charge"
import { type RequestListing, requestListing } from "../../database/content/list-requests"
import { requestAuthor } from "../../database/content/request-author"
import { ADMIN_URL } from "../mail/admin-url"
import { sendMail } from "../mail/send-mail"

const EVERYTHING = { user_id: "", sees_all: true }

/** Each mail bears the request and its state in its key, so that none goes out twice. */
const tellOfRequestStep = createStep("tell-of-content-request", async ({ id }: { id: string }, { container }) => {
  const request = await requestListing(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { scope: EVERYTHING, id })
  if (request) {
    await (request.state === "new" ? tellStaff(container, request) : tellDealer(container, request))
  }
  return new StepResponse(undefined)
})

/** Tells the managers of the client of a new request, and who asked of what became of it. */
export const tellOfRequestWorkflow = createWorkflow("tell-of-content-request", (input: { id: string }) => {
  return new WorkflowResponse(tellOfRequestStep(input))
})

async function tellStaff(container: MedusaContainer, { id, legal_entity, employee, text }: RequestListing): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const { user_id, name, email } of await staffInCharge(db, {
    manager_user_id: null,
    from_entity_id: legal_entity.id,
    legal_entity_id: null,
  })) {
    await sendMail(container, {
      to: email,
      template: "content_request_staff",
      data: { name, company: legal_entity.name ?? "", employee: employee.name ?? "", text, url: `${ADMIN_URL}/content/requests` },
      idempotency_key: `content-request:${id}:${user_id}`,
    })
  }
}

/** Who may not sign in any more is told nothing. */
async function tellDealer(container: MedusaContainer, { id, state, employee, text, answer }: RequestListing): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const author = await requestAuthor(db, { employee_id: employee.id })
  if (author === null || state === "new") {
    return
  }
  await sendMail(container, {
    to: author.email,
    template: "content_request_dealer",
    data: { name: author.name, state, text, answer },
    idempotency_key: `content-request:${id}:${state}`,
  })
}
