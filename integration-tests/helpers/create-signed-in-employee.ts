import type { EmployeeRole } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../src/modules/company"
import type CompanyModuleService from "../../src/modules/company/service"
import { nextNumber } from "./sequence"

/**
 * A person with the headers of his requests, but without a password: hashing one takes a good part of a second. Use `createEmployee` and
 * `dealerSession` where signing in itself matters.
 */
export async function createSignedInEmployee(
  container: MedusaContainer,
  storefront: { headers: Record<string, string> },
  data: { legal_entity_id: string; role?: EmployeeRole; name?: string }
) {
  const email = `person-${nextNumber()}@dealer.test`
  const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
  const customer = await container.resolve(Modules.CUSTOMER).createCustomers({ email, has_account: true })
  const employee = await company.createEmployeeWithMembership(
    { name: data.name ?? "Ivan Petrov", email, role: data.role ?? "ordinary" },
    data.legal_entity_id
  )
  await container
    .resolve(ContainerRegistrationKeys.LINK)
    .create({ [COMPANY_MODULE]: { employee_id: employee.id }, [Modules.CUSTOMER]: { customer_id: customer.id } })
  return { ...employee, customer_id: customer.id, ...customerSession(container, storefront, customer.id) }
}

/** Headers of a request that a customer signs in with a token of now. */
export function customerSession(container: MedusaContainer, storefront: { headers: Record<string, string> }, customerId: string) {
  const { jwtSecret } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  const token = generateJwtToken(
    {
      actor_id: customerId,
      actor_type: "customer",
      auth_identity_id: "none",
      auth_provider: "emailpass",
      app_metadata: { customer_id: customerId },
    },
    { secret: String(jwtSecret), expiresIn: "1h" }
  )
  return { headers: { ...storefront.headers, authorization: `Bearer ${token}` } }
}
