import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refuseErpOwned } from "../../../modules/company/rules/refuse-erp-owned"
import { CONTRACT_PRICING_MODULE } from "../../../modules/contract-pricing"
import { rateOfOne } from "../../../modules/contract-pricing/rules/rate-of-one"
import type ContractPricingModuleService from "../../../modules/contract-pricing/service"
import type { CurrencyRate } from "../../../modules/contract-pricing/types"

/** As a bank tells a rate: so many units of a currency cost so much in another one. Codes in any case. */
export interface ToldCurrencyRate {
  currency_code: string
  in_currency: string
  /** YYYY-MM-DD */
  on_date: string
  rate: string
  nominal: string
}

/** What is undone: a rate that was written, and what stood there before. */
interface Undo {
  written: CurrencyRate | null
  before: CurrencyRate | null
}

/** Writes the rate of a day. Throws `currency_same`, `currency_unknown`, `currency_rate_invalid` and `erp_owned`. */
export const putCurrencyRateStep = createStep(
  "put-currency-rate-record",
  async ({ rate, nominal, on_date, ...told }: ToldCurrencyRate, { container }) => {
    const [currency_code, in_currency] = [told.currency_code.toLowerCase(), told.in_currency.toLowerCase()]
    if (currency_code === in_currency) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `The rate of ${currency_code} in itself is one.`, "currency_same")
    }
    const known = await container.resolve(Modules.CURRENCY).listCurrencies({ code: [currency_code, in_currency] }, { select: ["code"] })
    const unknown = [currency_code, in_currency].filter((code) => known.every((currency) => currency.code !== code))
    if (unknown.length > 0) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Currency ${unknown.join(", ")} is unknown.`, "currency_unknown")
    }
    const ofOne = rateOfOne(rate, nominal)
    if (ofOne === null) {
      const message = `${rate} ${in_currency} for ${nominal} ${currency_code} is no rate that can be kept: ten digits before the point and ten after it.`
      throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "currency_rate_invalid")
    }
    const put = await container
      .resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE)
      .putCurrencyRate({ currency_code, in_currency, on_date, rate: ofOne })
    if (put.outcome === "erp_owned") {
      refuseErpOwned("Currency rate", put.rate)
    }
    const before = put.outcome === "updated" ? put.before : null
    const isChanged = put.outcome === "created" || put.outcome === "updated"
    const undo: Undo = { written: isChanged ? put.rate : null, before }
    return new StepResponse({ rate: put.rate, before, is_changed: isChanged }, undo)
  },
  async (undo, { container }) => {
    const pricing = container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE)
    if (undo?.before) {
      await pricing.putCurrencyRate(undo.before)
    } else if (undo?.written) {
      await pricing.removeCurrencyRate(undo.written.id)
    }
  }
)

/** Removes a rate that the staff told. NOT_FOUND for an unknown one; `erp_owned` for one of the ERP. */
export const removeCurrencyRateStep = createStep(
  "remove-currency-rate-record",
  async ({ id }: { id: string }, { container }) => {
    const { rate, is_removed } = await container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE).removeCurrencyRate(id)
    if (!is_removed) {
      refuseErpOwned("Currency rate", rate)
    }
    return new StepResponse(rate, rate)
  },
  async (removed, { container }) => {
    if (removed) {
      await container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE).putCurrencyRate(removed)
    }
  }
)
