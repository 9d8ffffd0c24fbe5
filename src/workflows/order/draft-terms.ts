import { type Refusal } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type DraftOrder, worksFor } from "../../database/drafts/draft-order"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { decideContractUse } from "../../modules/company/rules/contract-usable"

/**
 * The terms of a contract under which staff make an order.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function requireTerms(db: Knex, contract_id: string): Promise<OrderTerms> {
  const terms = await termsOfContract(db, { contract_id })
  if (!terms) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id ${contract_id} was not found`)
  }
  return terms
}

/** Every reason why an order may not be made for the draft's person under a contract on a day (YYYY-MM-DD). */
export async function refuseDraftTerms(
  db: Knex,
  draft: DraftOrder,
  { terms, day }: { terms: OrderTerms; day: string }
): Promise<Refusal[]> {
  const { employee } = draft
  const refusals: Refusal[] = []
  const use = decideContractUse(terms, terms.entity, day)
  if (!use.usable) {
    refusals.push({ code: use.code, message: use.message, subject: terms.id })
  }
  if (terms.currency_code !== draft.currency_code) {
    const message = `The order is in ${draft.currency_code}, but contract ${terms.number} is in ${terms.currency_code}`
    refusals.push({ code: "currency_mismatch", message, subject: terms.id })
  }
  if (employee?.state === "blocked") {
    refusals.push({
      code: "employee_blocked",
      message: `${employee.name} is blocked: nothing is ordered in his name`,
      subject: employee.id,
    })
  }
  if (employee && !(await worksFor(db, { employee_id: employee.id, legal_entity_id: terms.entity.id }))) {
    const message = `${employee.name} does not work for ${terms.entity.name}, whose contract ${terms.number} is`
    refusals.push({ code: "employee_not_of_entity", message, subject: employee.id })
  }
  return refusals
}

/**
 * An order that staff make, while it is one that they can change.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED `draft_closed`
 */
export function requireOpen(draft: DraftOrder | null, order_id: string): DraftOrder {
  if (!draft) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Draft order with id ${order_id} was not found`)
  }
  if (!draft.is_open) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Order ${order_id} is no draft any more`, "draft_closed")
  }
  return draft
}
