import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { ContractPricingOptions } from "./options"
import { OPTIONS_KEY, REFINERS_KEY } from "./loaders/providers"
import type { GuardedRefiner } from "./refiners/guarded-refiner"
import { createPriceType } from "./sql/create-price-type"
import { listCurrencyRates } from "./sql/list-currency-rates"
import { listPriceTypes } from "./sql/list-price-types"
import { putCurrencyRate } from "./sql/put-currency-rate"
import { removeCurrencyRate } from "./sql/remove-currency-rate"
import { setTypePrices } from "./sql/set-type-prices"
import type { CurrencyRate, CurrencyRateFilter, EntryPrice, GivenCurrencyRate, NewPriceType, PriceType, PutCurrencyRate } from "./types"

interface Dependencies {
  __pg_connection__: Knex
  [OPTIONS_KEY]: ContractPricingOptions
  [REFINERS_KEY]: GuardedRefiner[]
}

/** Entries in one call; bulk loads from the ERP go past the service, in `src/database/loads`. */
const MAX_PRICES = 20_000

/** Price types, the prices in them, and rates of currencies. */
export default class ContractPricingModuleService {
  private readonly knex: Knex

  constructor(private readonly cradle: Dependencies) {
    this.knex = cradle.__pg_connection__
  }

  get options(): ContractPricingOptions {
    return this.cradle[OPTIONS_KEY]
  }

  /** Who may be asked what a formed cart costs in the ERP, in the order of the plugins. */
  get refiners(): readonly GuardedRefiner[] {
    return this.cradle[REFINERS_KEY]
  }

  /** All live price types, retail first, then by name. */
  async listPriceTypes(): Promise<PriceType[]> {
    return listPriceTypes(this.knex)
  }

  /**
   * Makes a price type by hand; VAT is included unless told otherwise.
   *
   * @throws when a second retail type is made (constraint `price_type_one_retail`)
   */
  async createPriceType(data: NewPriceType): Promise<PriceType> {
    const [created] = await createPriceType(this.knex, {
      includes_vat: true,
      is_retail: false,
      as_of: null,
      region: null,
      fallback_id: null,
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

  /** Rates of currencies, the latest bank day first. */
  async listCurrencyRates(filter: CurrencyRateFilter): Promise<{ rates: CurrencyRate[]; count: number }> {
    return listCurrencyRates(this.knex, filter)
  }

  /** Tells the rate of a day; the same again writes nothing, and one that the ERP has said stands. */
  async putCurrencyRate(given: GivenCurrencyRate): Promise<PutCurrencyRate> {
    return this.knex.transaction((trx) => putCurrencyRate(trx, { ...given, id: given.id ?? generateEntityId(undefined, "crat") }))
  }

  /**
   * Removes a rate that the staff told. One of the ERP stays: `is_removed` is false.
   *
   * @throws MedusaError NOT_FOUND for an unknown id
   */
  async removeCurrencyRate(id: string): Promise<{ rate: CurrencyRate; is_removed: boolean }> {
    const found = await removeCurrencyRate(this.knex, id)
    if (!found) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Currency rate with id: ${id} was not found`)
    }
    return found
  }
}
