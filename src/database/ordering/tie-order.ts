import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

const TIES = [
  `insert into order_contract (id, order_id, contract_id) values (:link_id, :order_id, :contract_id)`,
  `insert into order_legal_entity (id, order_id, legal_entity_id) values (:link_id, :order_id, :legal_entity_id)`,
]

export interface OrderTies {
  order_id: string
  contract_id: string
  legal_entity_id: string
}

/** Ties an order to the contract it was placed under and to the legal entity that bought, by which its dealers see it. */
export async function tieOrder(db: Knex, ties: OrderTies): Promise<void> {
  for (const tie of TIES) {
    await db.raw(tie, { ...ties, link_id: generateEntityId("", "ordlink") })
  }
}

const UNTIE = [`delete from order_contract where order_id = ?`, `delete from order_legal_entity where order_id = ?`]

/** Of an order that is taken back. */
export async function untieOrder(db: Knex, order_id: string): Promise<void> {
  for (const tie of UNTIE) {
    await db.raw(tie, [order_id])
  }
}
