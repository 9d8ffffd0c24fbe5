import { dealerOf, SUPPLIER_TIME_ZONE } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { hoursOfEntity } from "../../../database/trading-hours/hours-of-client"
import { daysAhead } from "../../../modules/company/rules/trading-hours/days-ahead"
import { openAt } from "../../../modules/company/rules/trading-hours/open-at"
import { localTime, tellHours } from "../../../modules/company/rules/trading-hours/tell-hours"
import { workableEntityIds } from "../../../modules/company/rules/reach-of-scope"
import { requireContract } from "../../dealer-scope"
import { localeOf } from "../../locale-of"
import type { StoreTradingHoursQuery } from "./validators"

export async function GET(req: MedusaRequest<unknown, StoreTradingHoursQuery>, res: MedusaResponse): Promise<void> {
  const legal_entity_id = req.validatedQuery.legal_entity_id ?? requireContract(req).legal_entity_id
  if (!workableEntityIds(dealerOf(req)).includes(legal_entity_id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `LegalEntity with id: ${legal_entity_id} was not found`)
  }
  const categories = await hoursOfEntity(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { legal_entity_id })
  const [moment, time_zone] = [new Date(), SUPPLIER_TIME_ZONE]
  const state = openAt(categories, moment, time_zone)
  res.json({
    trading_hours: {
      legal_entity_id,
      is_restricted: categories.length > 0,
      ...state,
      text: tellHours(localeOf(req), { categories, state, moment, time_zone }),
      time_zone,
      local_time: localTime(moment, time_zone),
      days: daysAhead(categories, moment, time_zone),
    },
  })
}
