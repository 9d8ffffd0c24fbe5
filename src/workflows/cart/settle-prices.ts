import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MadeCart } from "../../database/ordering/contract-of-cart"
import { lockCart } from "../../database/ordering/lock-cart"
import { lockCartLines, openCartLines, type PricedCartLine } from "../../database/ordering/open-cart-lines"
import { type CartLinePrice, repriceCartLines } from "../../database/ordering/reprice-cart-lines"
import { refinedPrices } from "../../database/ordering/refined-prices"
import { toldRefinement } from "../../database/ordering/refinement-of-cart"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { contractWarehouses } from "../../database/queries/contract-warehouses"
import { laddersTellAll } from "../../database/queries/price/plugin-adjustments"
import { withheldEntries } from "../../database/queries/withheld-entries"
import { type PricedCart, priceCart } from "./price-cart"
import type { Promotions } from "./promotions"
import { decideCartUse } from "./rules/decide-cart-use"
import { decideLinePrices, type PriceNow } from "./rules/decide-line-prices"
import { tellMoney } from "./rules/tell-money"
import { tellNotices } from "./rules/tell-price"
import { withErpWord } from "./rules/with-erp-word"
import { arePromotionsOutdated, settlePromotions } from "./settle-promotions"
import type { CartPricing, ToldLineMoney } from "./types"

const NONE: ReadonlySet<string> = new Set()
const UNKNOWN: ReadonlyMap<string, PriceNow> = new Map()

interface SettleOptions {
  put?: ReadonlySet<string>
  wait?: boolean
  without?: ReadonlySet<string>
}

/** Whether a cart holds other prices, or other promotions, than it would get now. Reads only, and takes no lock. */
export async function isOutdated(db: Knex, promotions: Promotions, cart: MadeCart): Promise<boolean> {
  const terms = cart.is_completed ? null : await termsOfContract(db, cart)
  if (!terms || decideCartUse(cart, terms, today(), null).length) {
    return false
  }
  const { changes } = await changesOf(db, { cart_id: cart.id, terms }, await openCartLines(db, cart.id), { put: NONE, known: UNKNOWN })
  return changes.length > 0 || (await arePromotionsOutdated(db, promotions, cart.id))
}

/**
 * Brings the prices of an open cart up to date, and what promotions take off them, under the lock that writing lines and placing take too. A cart under no usable contract stays
 * as it is: nothing can be placed from it.
 *
 * @param promotions null leaves them to Medusa's own refresh, which is about to compute them
 * @param put ids of lines that the dealer has just put, whose prices change in silence
 * @param without ids of promotions that are to leave it
 * @param wait false leaves a cart as it is that somebody else writes or places: he prices it
 * @returns what its lines cost, by id; nothing of a cart that stays as it is
 */
export async function settlePrices(
  trx: Knex.Transaction,
  promotions: Promotions | null,
  cart_id: string,
  { put = NONE, wait = true, without = NONE }: SettleOptions = {}
): Promise<ReadonlyMap<string, PriceNow>> {
  const cart = await lockCart(trx, cart_id, { wait })
  if (!cart || cart.is_completed || cart.order_id !== null || cart.contract_id === null) {
    return UNKNOWN
  }
  const terms = await termsOfContract(trx, { contract_id: cart.contract_id })
  if (!terms || decideCartUse(cart, terms, today(), null).length) {
    return UNKNOWN
  }
  const { changes, prices } = await changesOf(trx, { cart_id, terms }, await lockCartLines(trx, cart_id), { put, known: UNKNOWN })
  await repriceCartLines(trx, { cart_id, terms, prices: changes })
  if (promotions) {
    await settlePromotions(trx, promotions, cart_id, without)
  }
  return prices
}

interface LinesToSettle {
  cart_id: string
  terms: OrderTerms
  promotions: Promotions
  /** Prices of lines that the dealer has just put, by id, by the ladders of their goods. */
  put: ReadonlyMap<string, PriceNow>
}

/** What became of the prices of a cart. */
export interface SettledCart {
  pricing: CartPricing
  /** What each line costs, by id. */
  prices: ReadonlyMap<string, PriceNow>
  /** What each line comes to, by id. */
  money: ReadonlyMap<string, ToldLineMoney>
}

/** The same of a cart that is locked already and whose terms are known; tells what the lines carry with them then. */
export async function settleLines(trx: Knex.Transaction, { cart_id, terms, promotions, put }: LinesToSettle): Promise<SettledCart> {
  const lines = await lockCartLines(trx, cart_id)
  const known = laddersTellAll() ? put : UNKNOWN
  const { changes, prices, state } = await changesOf(trx, { cart_id, terms }, lines, { put: new Set(put.keys()), known })
  await repriceCartLines(trx, { cart_id, terms, prices: changes })
  const changeOf = new Map(changes.map(({ line_id, unit_price, notice }) => [line_id, { unit_price, notice }]))
  const settled = lines.map((line) => ({ ...line, ...changeOf.get(line.id) }))
  const refinement = await toldRefinement(trx, cart_id)
  const { now: discounts } = await settlePromotions(trx, promotions, cart_id)
  const money = tellMoney(settled, terms, discounts)
  const withheld = await withheldEntries(trx, { ...priceTermsOf(terms), entry_keys: settled.flatMap(({ entry_key }) => entry_key ?? []) })
  const notices = { changes: tellNotices(settled, terms, withheld), warehouses: await contractWarehouses(trx, terms) }
  return {
    pricing: { ...notices, threshold: state, refinement, ...money.told },
    prices,
    money: money.lines,
  }
}

/** What prices under these terms are asked by today. */
const priceTermsOf = ({ id: contract_id, currency_code }: OrderTerms) => ({ contract_id, currency_code, day: today() })

async function changesOf(
  db: Knex,
  { cart_id, terms }: Pick<LinesToSettle, "cart_id" | "terms">,
  lines: PricedCartLine[],
  { put, known }: { put: ReadonlySet<string>; known: ReadonlyMap<string, PriceNow> }
): Promise<PricedCart & { changes: CartLinePrice[] }> {
  const priced = await priceCart(db, { terms, day: today(), lines, known })
  const prices = withErpWord(priced.prices, await refinedPrices(db, cart_id), terms.currency_code)
  return { ...priced, prices, changes: decideLinePrices(lines, prices, { put, at: new Date().toISOString() }) }
}
