import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, MedusaError } from "@medusajs/framework/utils"

/** A token as signing in by e-mail and password gives it; Medusa does not export the making of it. */
export function signInToken(container: MedusaContainer, who: { auth_identity_id: string; customer_id: string }): string {
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  if (!http.jwtSecret) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "JWT_SECRET is not set, so nobody can sign in.")
  }
  const payload = {
    actor_id: who.customer_id,
    actor_type: "customer",
    auth_identity_id: who.auth_identity_id,
    auth_provider: "emailpass",
    app_metadata: { customer_id: who.customer_id },
  }
  return generateJwtToken(payload, { secret: http.jwtSecret, expiresIn: http.jwtExpiresIn, jwtOptions: http.jwtOptions })
}
