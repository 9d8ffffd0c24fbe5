import { SUPPLIER_TIME_ZONE } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { hoursOfContract } from "../../database/trading-hours/hours-of-client"
import { openAt, type OpenState } from "../../modules/company/rules/trading-hours/open-at"

/** Whether an order may be made of a cart at a moment by the hours of its client; null for one that has become an order, or is of no dealer. */
export async function cartPlacing(db: Knex, cart_id: string, moment: Date): Promise<OpenState | null> {
  const cart = await contractOfCart(db, cart_id)
  return cart && !cart.is_completed ? openAt(await hoursOfContract(db, cart), moment, SUPPLIER_TIME_ZONE) : null
}
