import { type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { lockCart } from "../../database/ordering/lock-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { refinedPrices } from "../../database/ordering/refined-prices"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { refuseUnrefined, type RefinementRequired } from "../order/rules/refuse-unrefined"
import type { Promotions } from "./promotions"
import { decideCartUse } from "./rules/decide-cart-use"
import { isSameDiscount } from "./rules/same-discounts"
import { tellNoPrice, tellNotListed, tellPriceChange, tellWithheldLine } from "./rules/tell-price"
import { tellPromotionChange } from "./rules/tell-promotions"
import { settlePrices } from "./settle-prices"
import { settlePromotions } from "./settle-promotions"

/** A line as a flow has read it, which is what the dealer saw. */
interface SeenLine {
  id: string
  /** Of one base unit: a number, or Medusa's exact one. */
  unit_price: unknown
  /** What was taken off it. */
  adjustments?: ({ code?: string | null; amount: unknown } | null)[] | null
}

interface PlacedByMedusa {
  seen: SeenLine[]
  required: RefinementRequired
  promotions: Promotions
}

/**
 * Refuses a cart whose contract may not be used today. Brings the prices of any other up to date and refuses each line that an order would take at another one, or whose product is not sold under the
 * contract any more, or withheld from sale, and promotions that take off another amount. A cart that has become an order, or that belongs to no contract, is not asked about.
 */
export async function refuseUnseenPrices(trx: Knex.Transaction, cart_id: string, placed: PlacedByMedusa): Promise<Refusal[]> {
  const { seen, required, promotions } = placed
  const cart = await lockCart(trx, cart_id)
  const contract_id = cart && !cart.is_completed && cart.order_id === null ? cart.contract_id : null
  const contract = contract_id === null ? null : await termsOfContract(trx, { contract_id })
  if (!cart || !contract) {
    return []
  }
  const unusable = decideCartUse(cart, contract, today(), null)
  if (unusable.length > 0) {
    return unusable
  }
  const prices = await settlePrices(trx, null, cart_id)
  const { now } = await settlePromotions(trx, promotions, cart_id)
  const priceSeen = new Map(seen.map(({ id, unit_price }) => [id, MathBN.convert(String(unit_price)).toFixed()]))
  const refined = await refinedPrices(trx, cart_id)
  const lines = await openCartLines(trx, cart_id)
  const unseen = lines.flatMap((line) => {
    if (line.entry_key !== null && !line.is_listed) {
      return [tellNotListed(line, contract)]
    }
    const withheld = prices.get(line.id)?.withheld
    if (withheld) {
      return [tellWithheldLine(line, contract, withheld)]
    }
    const from = priceSeen.get(line.id) ?? line.unit_price
    if (line.notice?.code === "no_price") {
      return [tellNoPrice(line, contract, from)]
    }
    return MathBN.eq(from, line.unit_price) ? [] : [tellPriceChange(line, contract, { from, to: line.unit_price })]
  })
  // Who read the cart in between has settled it already: what counts is what the flow has read.
  const before = seen.flatMap(discountsOf)
  const changed = isSameDiscount(before, now) ? [] : [tellPromotionChange(cart_id, contract, { before, now })]
  return [...unseen, ...changed, ...refuseUnrefined(required, contract, lines, (line_id) => refined.has(line_id))]
}

/** What promotions took off a line as the flow has read it. */
function discountsOf({ id: line_id, adjustments }: SeenLine) {
  return (adjustments ?? []).flatMap((adjustment) => {
    const { code = null, amount } = adjustment ?? {}
    return code === null ? [] : [{ line_id, code, amount: MathBN.convert(String(amount)).toFixed() }]
  })
}
