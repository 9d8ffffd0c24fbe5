import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { createPriceType } from "./sql/create-price-type"
import { listPriceTypes } from "./sql/list-price-types"
import { setTypePrices } from "./sql/set-type-prices"
import type { EntryPrice, NewPriceType, PriceType } from "./types"

interface Dependencies {
  __pg_connection__: Knex
}

/** Entries in one call; bulk loads from the ERP go past the service, in `src/database/loads`. */
const MAX_PRICES = 20_000

/** Price types and the prices in them. */
export default class ContractPricingModuleService {
  private readonly knex: Knex

  constructor({ __pg_connection__ }: Dependencies) {
    this.knex = __pg_connection__
  }

  /** All live price types, retail first, then by name. */
  async listPriceTypes(): Promise<PriceType[]> {
    return listPriceTypes(this.knex)
  }

  /**
   * Makes a price type; VAT is included unless told otherwise.
   *
   * @throws when a second retail type is made (constraint `price_type_one_retail`)
   */
  async createPriceType(data: NewPriceType): Promise<PriceType> {
    const [created] = await createPriceType(this.knex, {
      includes_vat: true,
      is_retail: false,
      as_of: null,
      ...data,
      id: data.id ?? generateEntityId(undefined, "ptyp"),
      currency_code: data.currency_code.toLowerCase(),
    })
    if (!created) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Price type "${data.name}" was not written`)
    }
    return created
  }

  /**
   * Creates or replaces prices of one type; of two for the same entry the later holds.
   *
   * @returns how many were new or changed
   * @throws MedusaError INVALID_DATA for more than 20,000 prices
   */
  async setTypePrices(priceTypeKey: number, prices: EntryPrice[]): Promise<number> {
    const latest = [...new Map(prices.map((price) => [price.entry_key, price])).values()]
    if (latest.length > MAX_PRICES) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `${latest.length} prices in one call are more than ${MAX_PRICES}`)
    }
    return latest.length === 0 ? 0 : setTypePrices(this.knex, priceTypeKey, latest)
  }
}
