import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { toldRefinement } from "../../database/ordering/refinement-of-cart"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { contractWarehouses } from "../../database/queries/contract-warehouses"
import { cartDiscounts } from "../../database/promotions/cart-discounts"
import { withheldEntries } from "../../database/queries/withheld-entries"
import { cartThresholds } from "./price-cart"
import { tellMoney } from "./rules/tell-money"
import { tellNotices } from "./rules/tell-price"
import type { CartLinesPricing } from "./types"

/** What the lines of a cart carry with them, as they were priced last, and where its sum stands; null for a cart under no contract, or that has become an order. */
export async function cartPricing(db: Knex, cart_id: string): Promise<CartLinesPricing | null> {
  const cart = await contractOfCart(db, cart_id)
  const terms = cart && !cart.is_completed ? await termsOfContract(db, cart) : null
  if (!cart || !terms) {
    return null
  }
  const lines = await openCartLines(db, cart_id)
  const day = today()
  const { state } = await cartThresholds(db, { terms, day, lines })
  const { contract_id } = cart
  const entry_keys = lines.flatMap(({ entry_key }) => entry_key ?? [])
  const withheld = await withheldEntries(db, { contract_id, currency_code: terms.currency_code, day, entry_keys })
  const money = tellMoney(lines, terms, await cartDiscounts(db, cart_id))
  return {
    ...{ changes: tellNotices(lines, terms, withheld), threshold: state, refinement: await toldRefinement(db, cart_id), ...money.told },
    warehouses: await contractWarehouses(db, terms),
    lines: [...money.lines].map(([line_id, line]) => ({ line_id, ...line })),
  }
}
