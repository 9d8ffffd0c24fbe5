import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { customerSession } from "./create-signed-in-employee"
import { nextNumber } from "./sequence"

/** Headers of a Medusa customer who is no employee of any dealer. */
export async function createCustomerSession(container: MedusaContainer, storefront: { headers: Record<string, string> }) {
  const email = `customer-${nextNumber()}@nobody.test`
  const customer = await container.resolve(Modules.CUSTOMER).createCustomers({ email, has_account: true })
  return customerSession(container, storefront, customer.id)
}
