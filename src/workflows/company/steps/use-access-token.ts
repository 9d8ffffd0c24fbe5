import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { giveBackAccessToken, useAccessToken } from "../../../database/people/use-access-token"
import { hashSecretToken } from "../../../modules/company/secret-token"

/** Uses a token up and tells whose it was. An unknown, used or expired one, or that of a blocked person: NOT_ALLOWED `token_invalid`, alike. */
export const useAccessTokenStep = createStep(
  "use-access-token",
  async ({ token }: { token: string }, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const owner = await useAccessToken(db, { token_hash: hashSecretToken(token) })
    if (!owner) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The link is not valid any more. Ask for a new one.", "token_invalid")
    }
    return new StepResponse(owner, owner.invitation_id)
  },
  async (invitationId, { container }) => {
    if (invitationId) {
      await giveBackAccessToken(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), invitationId)
    }
  }
)
