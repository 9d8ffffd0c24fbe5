import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type HoldingCard, holdingCard } from "../../../database/queries/holding-card"

/** The card of a holding. Throws NOT_FOUND for an unknown id. */
export async function readHolding(container: MedusaContainer, id: string): Promise<HoldingCard> {
  const card = await holdingCard(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!card) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Holding with id: ${id} was not found`)
  }
  return card
}
