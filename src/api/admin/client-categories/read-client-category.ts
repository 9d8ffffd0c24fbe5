import { SUPPLIER_TIME_ZONE } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { clientCategoryCard } from "../../../database/trading-hours/client-category-card"
import { openAt } from "../../../modules/company/rules/trading-hours/open-at"
import { localTime } from "../../../modules/company/rules/trading-hours/tell-hours"

/**
 * A category of clients as staff see it, with whether its hours let orders through now.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function readClientCategory(container: MedusaContainer, id: string) {
  const card = await clientCategoryCard(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!card) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Client category with id ${id} was not found`)
  }
  const hours = card.trading_hours
  const [moment, time_zone] = [new Date(), SUPPLIER_TIME_ZONE]
  const now = openAt(hours ? [{ id, name: card.name, hours }] : [], moment, time_zone)
  return { ...card, now: { ...now, time_zone, local_time: localTime(moment, time_zone) } }
}
