import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"

/** Request options of a signed-in staff user, who is made for the purpose. */
export async function createStaffSession(
  container: MedusaContainer,
  email = `staff-${Math.random().toString(36).slice(2)}@kontor.example`
) {
  const user = await container.resolve(Modules.USER).createUsers({ email, first_name: "Staff" })
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
    app_metadata: { user_id: user.id },
  })
  const { jwtSecret = "" } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  const token = generateJwtToken(
    { actor_id: user.id, actor_type: "user", auth_identity_id: identity.id, app_metadata: { user_id: user.id } },
    { secret: String(jwtSecret), expiresIn: "1h" }
  )
  return { headers: { authorization: `Bearer ${token}` } }
}
