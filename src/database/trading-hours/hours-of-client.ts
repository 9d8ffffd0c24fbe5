import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CategoryHours } from "../../modules/company/rules/trading-hours/trading-hours"
import { prepared } from "../prepared"

const HOURS = `
  select category.id, category.name, category.trading_hours as hours
  from legal_entity_category member
  join client_category category on category.id = member.client_category_id and category.deleted_at is null and category.trading_hours is not null
  where member.deleted_at is null and member.legal_entity_id =`

const OF_ENTITY = `${HOURS} :legal_entity_id order by category.name ${AS_READ}, category.id`
const OF_CONTRACT = `${HOURS} (select legal_entity_id from contract where id = :contract_id) order by category.name ${AS_READ}, category.id`

/** The categories of a legal entity that carry hours, by name; none = its orders are taken at any time. */
export function hoursOfEntity(db: Knex, input: { legal_entity_id: string }): Promise<CategoryHours[]> {
  return prepared<CategoryHours>(db, "trading-hours-of-entity", OF_ENTITY, input)
}

/** The same of the legal entity that a contract is of. */
export function hoursOfContract(db: Knex, input: { contract_id: string }): Promise<CategoryHours[]> {
  return prepared<CategoryHours>(db, "trading-hours-of-contract", OF_CONTRACT, input)
}
