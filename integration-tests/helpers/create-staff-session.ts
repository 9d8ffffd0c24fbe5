import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../src/modules/company"
import type { StaffRole } from "../../src/modules/company/rules/staff-access"
import type CompanyModuleService from "../../src/modules/company/service"

/** Request options of a signed-in user, who is made for the purpose and whom nobody has given a role. */
export async function createUserSession(container: MedusaContainer, email = `staff-${Math.random().toString(36).slice(2)}@kontor.example`) {
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
  return { user_id: user.id, headers: { authorization: `Bearer ${token}` } }
}

/** The same for an administrator. */
export async function createStaffSession(container: MedusaContainer, email?: string) {
  const session = await createUserSession(container, email)
  await container.resolve<CompanyModuleService>(COMPANY_MODULE).createStaffMembers({ user_id: session.user_id, role: "admin" })
  return session
}

/** The same with a role, and, for a manager or an assistant, with his clients. */
export async function createManagerSession(
  container: MedusaContainer,
  { role, legal_entity_ids = [], holding_ids = [] }: { role: StaffRole; legal_entity_ids?: string[]; holding_ids?: string[] }
) {
  const session = await createUserSession(container)
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { user_id } = session
  await company.createStaffMembers({ user_id, role })
  await company.createManagerAssignments([
    ...legal_entity_ids.map((legal_entity_id) => ({ user_id, legal_entity_id })),
    ...holding_ids.map((holding_id) => ({ user_id, holding_id })),
  ])
  return session
}
