import { dealerOf } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { reviewedProduct } from "../../../../../database/product-card/reviewed-product"
import { requireContract } from "../../../../dealer-scope"

/** The product of the variant in the path, and who speaks of it for which entity. NOT_FOUND for what the dealer does not see. */
export async function reviewedBy(req: MedusaRequest): Promise<{ product_id: string; employee_id: string; legal_entity_id: string }> {
  const { assortment: sight, legal_entity_id } = requireContract(req)
  const { variant_id = "" } = req.params
  const found = await reviewedProduct(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { variant_id, sight })
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Catalogue entry with variant id: ${variant_id} was not found`)
  }
  return { ...found, employee_id: dealerOf(req).employee_id, legal_entity_id }
}
