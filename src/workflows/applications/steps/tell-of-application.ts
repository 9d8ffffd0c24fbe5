import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { issueAnswerToken } from "../../../database/applications/answer-token"
import { applicationCard, type ApplicationCard } from "../../../database/applications/application-card"
import { staffInCharge } from "../../../database/applications/staff-in-charge"
import { newSecretToken } from "../../../modules/company/secret-token"
import { portalLink } from "../../company/portal-link"
import { ADMIN_URL } from "../../mail/admin-url"
import { sendMail } from "../../mail/send-mail"

/** How long a stranger may take for his answer: a fortnight. */
const ANSWER_HOURS = 336

export interface TellOfApplicationInput {
  id: string
  /** The line of its history that is told. */
  event_id: string
}

type Event = ApplicationCard["events"][number]

/**
 * Tells both sides what happened to an application. Each mail bears the line of the history in its key, so that none goes out twice. The
 * secret for an answer is made here, where it is sent, so that it stands in no data between steps.
 */
export const tellOfApplicationStep = createStep("tell-of-application", async ({ id, event_id }: TellOfApplicationInput, { container }) => {
  const card = await applicationCard(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  const event = card?.events.find((line) => line.id === event_id)
  if (card && event) {
    await tellApplicant(container, card, event)
    await tellStaff(container, card, event)
  }
  return new StepResponse(undefined)
})

async function tellApplicant(container: MedusaContainer, card: ApplicationCard, event: Event): Promise<void> {
  // Where acceptance was the end of it, the mail that says so says enough.
  const isOvertaken = event.kind === "accepted" && card.state === "completed"
  if (event.kind === "answered" || event.kind === "assigned" || isOvertaken) {
    return
  }
  const { name, email: to, employee_id } = card.applicant
  const isStranger = employee_id === null
  const isUnseen = isStranger && event.kind === "submitted"
  const asksStranger = isStranger && event.kind === "more_requested"
  const data = {
    step: event.kind,
    number: card.number,
    name: isUnseen ? null : name,
    company: isUnseen ? null : card.requisites.name,
    message: event.kind === "submitted" || event.kind === "accepted" ? null : event.message,
    answer: asksStranger ? await answerLink(container, card.id) : null,
  }
  // Each of these links voids the one before, so a question that is told again is told with a link that works.
  const key = asksStranger ? {} : { idempotency_key: `application:${event.id}:applicant` }
  await sendMail(container, { to, template: "application_applicant", data, ...key })
}

async function answerLink(container: MedusaContainer, id: string): Promise<{ url: string; valid_hours: number }> {
  const { token, token_hash } = newSecretToken()
  await issueAnswerToken(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, token_hash, valid_hours: ANSWER_HOURS })
  return { url: portalLink("application-answer", token), valid_hours: ANSWER_HOURS }
}

async function tellStaff(container: MedusaContainer, card: ApplicationCard, event: Event): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const staff = await staffInCharge(db, {
    manager_user_id: card.manager?.user_id ?? null,
    from_entity_id: card.from_entity_id,
    legal_entity_id: card.legal_entity?.id ?? null,
  })
  for (const { user_id, name, email } of staff) {
    await sendMail(container, {
      to: email,
      template: "application_staff",
      data: {
        step: event.kind,
        number: card.number,
        name,
        company: card.requisites.name,
        inn: card.requisites.inn,
        applicant: card.applicant.name,
        message: event.kind === "assigned" ? null : event.message,
        url: `${ADMIN_URL}/applications/${card.id}`,
      },
      idempotency_key: `application:${event.id}:${user_id}`,
    })
  }
}
