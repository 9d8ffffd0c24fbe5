import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

const LINK = `
  insert into cart_contract (id, cart_id, contract_id) values (:id, :cart_id, :contract_id)
  on conflict (cart_id, contract_id) do update set deleted_at = null, updated_at = now()`

/** Ties a cart to the contract it is priced under. */
export async function linkCartContract(db: Knex, link: { cart_id: string; contract_id: string }): Promise<void> {
  await db.raw(LINK, { id: generateEntityId("", "cartctr"), ...link })
}

const UNLINK = `
  update cart_contract set deleted_at = now(), updated_at = now() where cart_id = :cart_id and contract_id <> :contract_id and deleted_at is null`

/** Ties a cart to another contract than before, under its lock. */
export async function relinkCartContract(trx: Knex.Transaction, link: { cart_id: string; contract_id: string }): Promise<void> {
  await trx.raw(UNLINK, link)
  await linkCartContract(trx, link)
}
