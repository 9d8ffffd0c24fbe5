import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { adjustmentListing, type AdjustmentListing } from "../../../database/pricing/list-adjustments"

/** A live adjustment as staff read it. Throws NOT_FOUND for an unknown id. */
export async function readAdjustment(container: MedusaContainer, id: string): Promise<AdjustmentListing> {
  const adjustment = await adjustmentListing(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!adjustment) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price adjustment with id: ${id} was not found`)
  }
  return adjustment
}
