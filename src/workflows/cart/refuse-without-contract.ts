import type { Refusal } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { activeContractOf } from "./active-contract-of"
import type { StockLine } from "./refuse-stock-lines"

/**
 * Refuses what a stock route is about to put into a dealer's cart that stands under no contract: Medusa would sell it at its own prices, of whatever goods. Carts of
 * nobody, and of customers who are no dealer's employees, are the staff's.
 */
export async function refuseWithoutContract(db: Knex, customerId: string | null | undefined, asked: StockLine[]): Promise<Refusal[]> {
  if (asked.length === 0 || !(await activeContractOf(db, customerId)).is_employee) {
    return []
  }
  return asked.map(({ variant_id, quantity }) => ({
    code: "no_usable_contract",
    message: `${variant_id} in quantity ${quantity} has no price: the cart stands under no contract. POST /store/carts/:id/contract puts it under one; GET /store/me tells which there are.`,
    subject: variant_id,
    details: { variant_id, quantity },
  }))
}
