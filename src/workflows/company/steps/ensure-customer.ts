import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import { splitPersonName } from "../../../modules/company/rules/person-name"

export interface CustomerOfEmployee {
  employee_id: string
  name: string
  email: string
  phone?: string | null
}

interface Made {
  employee_id: string
  customer_id: string
}

/** The Medusa customer as whom an employee signs in; made and linked when he has none yet, as people from the ERP have not. */
export const ensureCustomerStep = createStep(
  "ensure-customer",
  async ({ employee_id, name, email, phone }: CustomerOfEmployee, { container }) => {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "employee_customer", fields: ["customer_id"], filters: { employee_id } })
    const standing: unknown = data[0]?.customer_id
    if (typeof standing === "string") {
      return new StepResponse<{ customer_id: string }, Made | null>({ customer_id: standing }, null)
    }
    const customer = await container
      .resolve(Modules.CUSTOMER)
      .createCustomers({ email, phone: phone ?? undefined, has_account: true, ...splitPersonName(name) })
    const made = { employee_id, customer_id: customer.id }
    try {
      await container.resolve(ContainerRegistrationKeys.LINK).create(linkOf(made))
    } catch (error) {
      await container.resolve(Modules.CUSTOMER).deleteCustomers([customer.id])
      throw error
    }
    return new StepResponse<{ customer_id: string }, Made | null>({ customer_id: customer.id }, made)
  },
  async (made, { container }) => {
    if (made) {
      await remove(container, made)
    }
  }
)

async function remove(container: MedusaContainer, made: Made): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss(linkOf(made))
  await container.resolve(Modules.CUSTOMER).deleteCustomers([made.customer_id])
}

function linkOf({ employee_id, customer_id }: Made) {
  return { [COMPANY_MODULE]: { employee_id }, [Modules.CUSTOMER]: { customer_id } }
}
