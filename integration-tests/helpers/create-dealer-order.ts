import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../src/modules/company"

/** A rouble order of one line, placed by a customer for a legal entity. */
export async function createDealerOrder(
  container: MedusaContainer,
  data: { customer_id: string; legal_entity_id: string; region_id?: string; sales_channel_id?: string }
) {
  const { legal_entity_id, ...order } = data
  const created = await container
    .resolve(Modules.ORDER)
    .createOrders({ currency_code: "rub", ...order, items: [{ title: "Hammer", quantity: 1, unit_price: 100 }] })
  await container
    .resolve(ContainerRegistrationKeys.LINK)
    .create({ [Modules.ORDER]: { order_id: created.id }, [COMPANY_MODULE]: { legal_entity_id } })
  return created
}
