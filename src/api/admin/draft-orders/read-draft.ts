import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { draftOrder, entityOfEmployee } from "../../../database/drafts/draft-order"
import { termsOfContract } from "../../../database/ordering/terms-of-contract"
import { contractOfOrder } from "../../../database/ordering/contract-of-cart"
import { decideContractUse } from "../../../modules/company/rules/contract-usable"
import type { AdminDraftContractResponse } from "./validators"

/**
 * For whom, and under which contract, a draft is made.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function readDraft(db: Knex, order_id: string): Promise<AdminDraftContractResponse> {
  const draft = await draftOrder(db, { order_id })
  if (!draft) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Draft order with id ${order_id} was not found`)
  }
  const { id, is_open, employee } = draft
  const contract_id = await contractOfOrder(db, order_id)
  const terms = contract_id === null ? null : await termsOfContract(db, { contract_id })
  const use = terms && decideContractUse(terms, terms.entity, today())
  const contract = terms && {
    ...{ id: terms.id, number: terms.number, currency_code: terms.currency_code },
    legal_entity: { id: terms.entity.id, name: terms.entity.name },
    refusal: !use || use.usable ? null : { code: use.code, message: use.message },
  }
  const person = employee && { ...employee, legal_entity_id: await entityOfEmployee(db, { employee_id: employee.id }) }
  return { draft: { id, is_open, employee: person, contract } }
}
