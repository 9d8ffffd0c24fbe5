import { today } from "@kontor/framework"
import type { CalculatedPriceSetDTO, Context, PricingContext, PricingFilters } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { PricingRepository } from "@medusajs/pricing/dist/repositories"
import { pricesForPriceSets } from "../../database/queries/prices-for-price-sets"
import { cartOf } from "./rules/cart-of"
import { contractOf } from "./rules/contract-of"
import { quantityOf } from "./rules/quantity-of"
import { thresholdsOf } from "./rules/thresholds-of"

/**
 * Answers from the prices of the contract when the pricing context names a `contract_id`, for any number of price sets at once and for the
 * `quantity` of the context, one where it names none. A variant without an own price has no calculated price, so stock flows cannot sell it. Without a contract, and for what is
 * no product (shipping options), Medusa's own prices hold.
 */
export class KontorPricingRepository extends PricingRepository {
  override async calculatePrices(
    filters: PricingFilters,
    pricingContext: PricingContext = { context: {} },
    sharedContext: Context = {}
  ): Promise<CalculatedPriceSetDTO[]> {
    const contractId = contractOf(pricingContext)
    if (contractId === null) {
      return super.calculatePrices(filters, pricingContext, sharedContext)
    }
    const currencyCode = pricingContext.context?.currency_code
    if (typeof currencyCode !== "string") {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Prices of contract ${contractId} need a currency_code in the pricing context`)
    }
    const { rows, foreign_ids } = await pricesForPriceSets(this.getActiveManager<SqlEntityManager>(sharedContext).getKnex(), {
      price_set_ids: filters.id,
      contract_id: contractId,
      currency_code: currencyCode,
      quantity: quantityOf(pricingContext),
      threshold_ids: thresholdsOf(pricingContext),
      day: today(),
      cart_id: cartOf(pricingContext),
    })
    return foreign_ids.length ? [...rows, ...(await super.calculatePrices({ id: foreign_ids }, pricingContext, sharedContext))] : rows
  }
}
