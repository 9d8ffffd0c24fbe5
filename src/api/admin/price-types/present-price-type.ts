import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { listPriceTypes, type PriceTypeView } from "../../../database/price-types/list-price-types"
import type { AdminPriceTypeResponse } from "./validators"

/** The fields of a price type that staff see. */
export function presentPriceType({ key: _, as_of, ...type }: PriceTypeView): AdminPriceTypeResponse["price_type"] {
  return { ...type, as_of: as_of?.toISOString() ?? null }
}

/** A live price type. Throws NOT_FOUND for an unknown id. */
export async function priceTypeOf(req: MedusaRequest, id: string): Promise<PriceTypeView> {
  const [type] = await listPriceTypes(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!type) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price type with id: ${id} was not found`)
  }
  return type
}
