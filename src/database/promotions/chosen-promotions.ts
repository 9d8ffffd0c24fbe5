import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A promotion that somebody names. */
export interface ChosenPromotion {
  id: string
  code: string
  /** It applies without being named. */
  is_automatic: boolean
}

const COLUMNS = `p.id, p.code, p.is_automatic and p.status = 'active' as is_automatic`

const BY_CODES = `select ${COLUMNS} from promotion p where p.code = any(cast(:codes as text[])) and p.deleted_at is null`

const ON_CART = `
  select ${COLUMNS} from cart_promotion c join promotion p on p.id = c.promotion_id
  where c.cart_id = :cart_id and c.deleted_at is null`

const PAID = `select exists (select from cart_payment_collection where cart_id = :cart_id and deleted_at is null) as is_paid`

/** Promotions of these codes, drafts and those that have ended among them. */
export async function promotionsByCodes(db: Knex, codes: string[]): Promise<ChosenPromotion[]> {
  return (await db.raw<{ rows: ChosenPromotion[] }>(BY_CODES, { codes })).rows
}

/** The promotions of a cart. */
export async function promotionsPutOnCart(db: Knex, cart_id: string): Promise<ChosenPromotion[]> {
  return (await db.raw<{ rows: ChosenPromotion[] }>(ON_CART, { cart_id })).rows
}

/** Whether a payment of the cart has been begun, which has to follow its total. */
export async function isPaidByCollection(db: Knex, cart_id: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_paid: boolean }[] }>(PAID, { cart_id })
  return rows[0]?.is_paid ?? false
}
