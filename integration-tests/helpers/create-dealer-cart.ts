import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../src/modules/company"

/** An empty rouble cart of a customer, under a contract when one is given. */
export async function createDealerCart(
  container: MedusaContainer,
  data: { customer_id: string; contract_id?: string; region_id?: string; sales_channel_id?: string }
) {
  const { contract_id, ...cart } = data
  const created = await container.resolve(Modules.CART).createCarts({ currency_code: "rub", ...cart })
  if (contract_id) {
    await container
      .resolve(ContainerRegistrationKeys.LINK)
      .create({ [Modules.CART]: { cart_id: created.id }, [COMPANY_MODULE]: { contract_id } })
  }
  return created
}
