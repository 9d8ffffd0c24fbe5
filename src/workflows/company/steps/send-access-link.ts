import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { issueAccessToken } from "../../../database/people/issue-access-token"
import { COMPANY_MODULE } from "../../../modules/company"
import { newSecretToken } from "../../../modules/company/secret-token"
import type CompanyModuleService from "../../../modules/company/service"
import { sendMail } from "../../mail/send-mail"
import { portalLink } from "../portal-link"

/** How long links work. An invitation outlasts a weekend. */
const INVITATION_HOURS = 96
const RESET_HOURS = 2

export interface AccessLinkInput {
  employee_id: string
  purpose: "invitation" | "password_reset"
  /** Who invites, by name; null when nobody is named. */
  inviter: string | null
}

/**
 * Makes a link for setting a password and sends it. Both in one step, so that the token stands in no data between steps. Links of the kind given
 * before are void from then on. Undoing is not needed: a link to a person who was taken back leads nowhere.
 */
export const sendAccessLinkStep = createStep("send-access-link", async (input: AccessLinkInput, { container }) => {
  const { employee_id, purpose, inviter } = input
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { name, email, memberships } = await company.retrieveEmployee(employee_id, { relations: ["memberships.legal_entity"] })
  const { token, token_hash } = newSecretToken()
  const valid_hours = purpose === "invitation" ? INVITATION_HOURS : RESET_HOURS
  await issueAccessToken(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { employee_id, purpose, token_hash, valid_hours })
  if (purpose === "invitation") {
    const membership = memberships.find(({ is_default }) => is_default) ?? memberships[0]
    const legal_entity = membership?.legal_entity.name ?? ""
    const data = { name, inviter, legal_entity, url: portalLink("invitation", token), valid_hours }
    await sendMail(container, { to: email, template: "invitation", data })
  } else {
    await sendMail(container, {
      to: email,
      template: "password_reset",
      data: { name, url: portalLink("new-password", token), valid_hours },
    })
  }
  return new StepResponse(undefined)
})
