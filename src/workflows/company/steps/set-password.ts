import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export interface PasswordOfCustomer {
  email: string
  password: string
  /** As whom the password signs in. */
  customer_id: string
}

const PROVIDER = "emailpass"

/** What undoes it: the identity that was made, or the hash that stood there. The password itself is in neither. */
type Undo = { made_identity_id: string } | { provider_identity_id: string; provider_metadata: Record<string, unknown> }

/**
 * Sets the password by which a person signs in with his e-mail; makes the auth identity when there is none. One of nobody, which a
 * registration that broke off has left, is replaced and not taken over: the tokens of whoever began it must not become the person's.
 * Throws NOT_ALLOWED (`employee_email_taken`) when the address signs in somebody else.
 */
export const setPasswordStep = createStep(
  "set-password",
  async ({ email, password, customer_id }: PasswordOfCustomer, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const [standing] = await auth.listProviderIdentities({ entity_id: email, provider: PROVIDER }, { relations: ["auth_identity"] })
    const identityId = standing?.auth_identity_id ?? standing?.auth_identity?.id
    const identity = identityId ? await auth.retrieveAuthIdentity(identityId) : null
    const isOfNobody = identity !== null && Object.keys(identity.app_metadata ?? {}).length === 0
    if (isOfNobody) {
      await auth.deleteAuthIdentities([identity.id])
    }
    if (!standing || !identity || isOfNobody) {
      const id = await register(container, email, password)
      await auth.updateAuthIdentities({ id, app_metadata: { customer_id } })
      return new StepResponse<{ id: string }, Undo>({ id }, { made_identity_id: id })
    }
    if (identity.app_metadata?.customer_id !== customer_id) {
      throw taken(email, "the address signs in somebody else")
    }
    const undo: Undo = { provider_identity_id: standing.id, provider_metadata: { ...standing.provider_metadata } }
    const { success, error } = await auth.updateProvider(PROVIDER, { entity_id: email, password })
    if (!success) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The password of ${email} was not set: ${error ?? "refused"}`)
    }
    return new StepResponse<{ id: string }, Undo>({ id: identity.id }, undo)
  },
  async (undo, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    if (undo && "made_identity_id" in undo) {
      await auth.deleteAuthIdentities([undo.made_identity_id])
    } else if (undo) {
      await auth.updateProviderIdentities({ id: undo.provider_identity_id, provider_metadata: undo.provider_metadata })
    }
  }
)

async function register(container: MedusaContainer, email: string, password: string): Promise<string> {
  const request = { url: "", headers: {}, query: {}, body: { email, password }, protocol: "https" }
  const { success, authIdentity, error } = await container.resolve(Modules.AUTH).register(PROVIDER, request)
  if (!success || !authIdentity) {
    throw taken(email, error ?? "the password provider refused")
  }
  return authIdentity.id
}

function taken(email: string, reason: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cannot register ${email}: ${reason}.`, "employee_email_taken")
}
