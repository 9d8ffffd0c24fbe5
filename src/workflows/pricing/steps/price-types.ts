import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { restorePriceType, savePriceType } from "../../../database/price-types/save-price-type"
import { CONTRACT_PRICING_MODULE } from "../../../modules/contract-pricing"
import type { PriceTypeChange } from "../../../modules/contract-pricing/rules/owned-by-erp"
import type ContractPricingModuleService from "../../../modules/contract-pricing/service"

export interface NewPortalPriceType {
  name: string
  /** ISO 4217 in any case. */
  currency_code: string
  includes_vat: boolean
}

/** Makes a price type of the portal, empty. Throws `currency_unknown`. */
export const createPriceTypeStep = createStep(
  "create-price-type",
  async (input: NewPortalPriceType, { container }) => {
    const code = input.currency_code.toLowerCase()
    const [currency] = await container.resolve(Modules.CURRENCY).listCurrencies({ code: [code] }, { select: ["code"] })
    if (!currency) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Currency ${code} is unknown.`, "currency_unknown")
    }
    const { id } = await container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE).createPriceType(input)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION).raw(`delete from price_type where id = :id`, { id })
    }
  }
)

/** Changes a price type by hand. Refusals: see `savePriceType`. */
export const savePriceTypeStep = createStep(
  "save-price-type",
  async ({ id, change }: { id: string; change: PriceTypeChange }, { container }) => {
    const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
    const saved = await db.transaction((trx) => savePriceType(trx, id, change))
    return new StepResponse(saved, { id, saved })
  },
  async (undo, { container }) => {
    if (undo) {
      const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
      await db.transaction((trx) => restorePriceType(trx, undo.id, undo.saved))
    }
  }
)
