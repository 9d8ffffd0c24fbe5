import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { generateJwtTokenWithChecks } from "@medusajs/medusa/api/auth/utils/generate-jwt-token"

const PROVIDER = "emailpass"

/**
 * What signing in by e-mail and password answers: a token or, for a person with a second factor, a challenge and a token that only answers
 * it. A link from a mail stands for the password, not for the second factor.
 */
export async function signIn(container: MedusaContainer, who: { auth_identity_id: string }) {
  const { success, authIdentity, mfaChallenge, error } = await container
    .resolve(Modules.AUTH)
    .validateAuthIdentity(who.auth_identity_id, PROVIDER, { relations: ["provider_identities"] })
  if (!success || !authIdentity) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, error ?? "Authentication failed")
  }
  return await generateJwtTokenWithChecks(container, {
    authIdentity,
    ...(mfaChallenge ? { mfaChallenge } : {}),
    actorType: "customer",
    authProvider: PROVIDER,
  })
}
