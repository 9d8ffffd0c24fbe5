import { type Actor, type AuditInput, type Refusal, SUPPLIER_TIME_ZONE } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { hoursOfContract } from "../../database/trading-hours/hours-of-client"
import { openAt } from "../../modules/company/rules/trading-hours/open-at"
import { refuseShut } from "../../modules/company/rules/trading-hours/tell-hours"

/** Why nothing is ordered under a contract at a moment: it lies outside the hours of all of the client's categories that carry hours. Null = it is. */
export async function refuseOutsideHours(db: Knex, contract: { id: string; number: string }, moment: Date): Promise<Refusal | null> {
  const categories = await hoursOfContract(db, { contract_id: contract.id })
  const state = openAt(categories, moment, SUPPLIER_TIME_ZONE)
  return state.is_open ? null : refuseShut({ categories, state, moment, time_zone: SUPPLIER_TIME_ZONE }, contract)
}

/** The same of a cart that Medusa itself makes an order of. One that has become an order, or is of no dealer, is not asked about. */
export async function refuseCartOutsideHours(db: Knex, cart_id: string, moment: Date): Promise<Refusal[]> {
  const cart = await contractOfCart(db, cart_id)
  const terms = cart && !cart.is_completed ? await termsOfContract(db, cart) : null
  const shut = terms && (await refuseOutsideHours(db, terms, moment))
  return shut ? [shut] : []
}

interface PlacedOutsideHours {
  actor: Actor
  order_id: string
  legal_entity_id: string
  reason: string
  shut: Refusal
}

/** The entry of the log on an order that a manager placed outside the hours of the client. */
export function hoursBypassed({ actor, order_id, legal_entity_id, reason, shut }: PlacedOutsideHours): AuditInput {
  return {
    ...{ actor, action: "order.hours_bypassed", subject_type: "order", subject_id: order_id, legal_entity_id },
    after: { reason, local_time: shut.details?.["local_time"], opens_at: shut.details?.["opens_at"] },
  }
}
