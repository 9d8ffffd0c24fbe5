import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromotionTypes } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { cartContext } from "../../database/promotions/cart-context"
import { cartDiscounts, type LineDiscount } from "../../database/promotions/cart-discounts"
import { type PromotionAtPlay, promotionsAtPlay } from "../../database/promotions/promotions-at-play"
import { type DiscountWrite, writeCartPromotions } from "../../database/promotions/write-cart-promotions"
import type { Promotions } from "./promotions"
import { isSameDiscount } from "./rules/same-discounts"

/** What became of the promotions of a cart. */
export interface SettledPromotions {
  is_changed: boolean
  before: LineDiscount[]
  now: DiscountWrite[]
}

const NONE: SettledPromotions = { is_changed: false, before: [], now: [] }

/**
 * Brings what promotions take off an open cart up to date with its lines and prices, under its lock: as Medusa's own refresh does, in the same transaction as the prices. Costs
 * one small statement where the cart has no promotion and there is no automatic one.
 *
 * @param without ids of promotions that are to leave it
 */
export async function settlePromotions(
  trx: Knex.Transaction,
  promotions: Promotions,
  cart_id: string,
  without: ReadonlySet<string> = new Set()
): Promise<SettledPromotions> {
  const atPlay = await promotionsAtPlay(trx, cart_id)
  if (atPlay.length === 0) {
    return NONE
  }
  const wanted = atPlay.filter(({ id }) => !without.has(id))
  const now =
    wanted.length === 0 ? [] : await dueDiscounts(trx, { promotions, cart_id, atPlay: wanted, shared: promotions.sharedWith(trx) })
  const before = await cartDiscounts(trx, cart_id)
  const is_changed = !isStanding(atPlay, before, now)
  if (is_changed) {
    await writeCartPromotions(trx, { cart_id, discounts: now })
  }
  return { is_changed, before, now }
}

/** Whether promotions take another amount off a cart than it shows. Reads only, and takes no lock. */
export async function arePromotionsOutdated(db: Knex, promotions: Promotions, cart_id: string): Promise<boolean> {
  const atPlay = await promotionsAtPlay(db, cart_id)
  return (
    atPlay.length > 0 &&
    !isStanding(atPlay, await cartDiscounts(db, cart_id), await dueDiscounts(db, { promotions, cart_id, atPlay, shared: {} }))
  )
}

interface DueQuery {
  promotions: Promotions
  cart_id: string
  atPlay: PromotionAtPlay[]
  shared: Parameters<Promotions["computeActions"]>[3]
}

/**
 * What promotions take off the lines now. Automatic ones are known already and asked for by their codes.
 */
async function dueDiscounts(db: Knex, { promotions, cart_id, atPlay, shared }: DueQuery): Promise<DiscountWrite[]> {
  const idOf = new Map(atPlay.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])))
  const context = await cartContext(db, cart_id)
  const actions = await promotions.computeActions([...idOf.keys()], context, { prevent_auto_promotions: true }, shared)
  return actions.filter(isLineDiscount).flatMap(({ code, item_id: line_id, amount, is_tax_inclusive = false }) => {
    const promotion_id = idOf.get(code)
    return promotion_id === undefined ? [] : [{ line_id, promotion_id, code, amount: MathBN.convert(amount).toFixed(), is_tax_inclusive }]
  })
}

const isLineDiscount = (action: PromotionTypes.ComputeActions): action is PromotionTypes.AddItemAdjustmentAction =>
  action.action === "addItemAdjustment"

/** Whether the cart has these promotions, and no other, and they take off what they shall. */
function isStanding(atPlay: PromotionAtPlay[], before: LineDiscount[], now: DiscountWrite[]): boolean {
  const due = new Set(now.map(({ promotion_id }) => promotion_id))
  return atPlay.every(({ id, is_on_cart }) => is_on_cart === due.has(id)) && isSameDiscount(before, now)
}
