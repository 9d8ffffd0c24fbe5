import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { baseCurrency } from "../../../database/queries/base-currency"
import { CONTRACT_PRICING_MODULE } from "../../../modules/contract-pricing"
import type ContractPricingModuleService from "../../../modules/contract-pricing/service"
import { putCurrencyRateWorkflow } from "../../../workflows/pricing/put-currency-rate"
import { presentCurrencyRate } from "./present-currency-rate"
import type { AdminListCurrencyRates, AdminPutCurrencyRate } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListCurrencyRates>, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const pricing = req.scope.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE)
  const { rates, count } = await pricing.listCurrencyRates(req.validatedQuery)
  const base_currency = await baseCurrency(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  res.json({ currency_rates: rates.map(presentCurrencyRate), base_currency, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminPutCurrencyRate>, res: MedusaResponse): Promise<void> {
  const { in_currency: told, ...rate } = req.validatedBody
  const in_currency = told ?? (await baseCurrency(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)))
  if (in_currency === null) {
    const message = `In which currency a ${rate.currency_code} costs ${rate.rate} is not told, and the store has no base currency.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "currency_unknown")
  }
  const { result } = await putCurrencyRateWorkflow(req.scope).run({ input: { ...rate, in_currency, actor: actorOf(req) } })
  res.json({ currency_rate: presentCurrencyRate(result) })
}
