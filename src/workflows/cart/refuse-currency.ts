import { type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { decideCartUse } from "./rules/decide-cart-use"

/** A cart as a stock route is about to have it. */
export interface CartInCurrency {
  id: string
  contract_id: string
  /** Of its region. */
  currency_code: string
}

/**
 * Refuses a region whose currency is not the contract's before Medusa asks for prices: it would find none, and name neither contract nor currency.
 */
export async function refuseCurrency(db: Knex, { id, contract_id, currency_code }: CartInCurrency): Promise<Refusal[]> {
  const terms = await termsOfContract(db, { contract_id })
  return terms === null || terms.currency_code === currency_code ? [] : decideCartUse({ id, currency_code }, terms, today(), null)
}
