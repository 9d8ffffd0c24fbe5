import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

const LINK = `
  insert into cart_contract (id, cart_id, contract_id) values (:id, :cart_id, :contract_id)
  on conflict (cart_id, contract_id) do update set deleted_at = null, updated_at = now()`

/** Ties a cart to the contract it is priced under. */
export async function linkCartContract(db: Knex, link: { cart_id: string; contract_id: string }): Promise<void> {
  await db.raw(LINK, { id: generateEntityId("", "cartctr"), ...link })
}
