import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CalculatedPriceSet, Context, InternalModuleDeclaration, PricingContext, PricingFilters } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { PricingModuleService } from "@medusajs/pricing/dist/services"
import { pricesForPriceSets } from "../../database/queries/prices-for-price-sets"
import { cartOf } from "./rules/cart-of"
import { contractOf } from "./rules/contract-of"
import { quantityOf } from "./rules/quantity-of"
import { thresholdsOf } from "./rules/thresholds-of"

type Dependencies = ConstructorParameters<typeof PricingModuleService>[0] & { __pg_connection__: Knex }

/**
 * Answers from the prices of the contract when the pricing context names a `contract_id`, for any number of price sets at once and for the
 * `quantity` of the context, one where it names none. A variant without an own price has no calculated price, so stock flows cannot sell it. Without a contract, and for what is
 * no product (shipping options), Medusa's own prices hold.
 */
export class KontorPricingModuleService extends PricingModuleService {
  private readonly knex: Knex

  constructor(dependencies: Dependencies, declaration: InternalModuleDeclaration) {
    super(dependencies, declaration)
    this.knex = dependencies.__pg_connection__
  }

  override async calculatePrices(
    filters: PricingFilters,
    pricingContext: PricingContext = { context: {} },
    sharedContext: Context = {}
  ): Promise<CalculatedPriceSet[]> {
    const contractId = contractOf(pricingContext)
    if (contractId === null) {
      return super.calculatePrices(filters, pricingContext, sharedContext)
    }
    const currencyCode = pricingContext.context?.currency_code
    if (typeof currencyCode !== "string") {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Prices of contract ${contractId} need a currency_code in the pricing context`)
    }
    const { prices, foreign_ids } = await pricesForPriceSets(this.knex, {
      price_set_ids: filters.id,
      contract_id: contractId,
      currency_code: currencyCode,
      quantity: quantityOf(pricingContext),
      threshold_ids: thresholdsOf(pricingContext),
      day: today(),
      cart_id: cartOf(pricingContext),
    })
    const foreign = foreign_ids.length ? await super.calculatePrices({ id: foreign_ids }, pricingContext, sharedContext) : []
    for (const price of foreign) {
      prices.set(price.id, price)
    }
    return filters.id.flatMap((id) => prices.get(id) ?? [])
  }
}
