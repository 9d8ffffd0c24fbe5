import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Threshold } from "../../modules/contract-pricing/rules/threshold"
import { prepared } from "../prepared"
import { SCOPE } from "./price/adjustments"
import type { PriceTerms } from "./price/price-facts"
import { TERMS } from "./price/terms"
import { IN_ORDER_OF_AMOUNT, THRESHOLDS } from "./price/thresholds"

const SQL = `
  with asked as materialized (select cast(:contract_id as text) as contract_id, cast(:day as date) as day),
  ${TERMS},
  ${SCOPE},
  ${THRESHOLDS}
  select t.id, trim_scale(t.from_amount)::text as from_amount, t.type_name as price_type_name
  from threshold t where t.basis = 'total' order by ${IN_ORDER_OF_AMOUNT}`

/** The thresholds by total that hold for carts of a contract on a day, the greatest first. */
export async function totalThresholds(db: Knex, { contract_id, day }: Pick<PriceTerms, "contract_id" | "day">): Promise<Threshold[]> {
  return prepared<Threshold>(db, "total-thresholds", SQL, { contract_id, day })
}
