import { type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { type CartLine, openCartLines } from "../../database/ordering/open-cart-lines"
import { bypassedLines } from "../../database/ordering/quantity-bypass"
import { readSellables } from "../../database/ordering/read-sellables"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { entriesByVariants } from "../../database/queries/entries-by-articles"
import { withheldEntries } from "../../database/queries/withheld-entries"
import { refuseQuantity, refuseTogether } from "../order/rules/decide-order-lines"
import { NO_RULES } from "./rules/decide-line-quantity"
import { tellWithheldLine } from "./rules/tell-price"

type RuledLine = Pick<CartLine, "id" | "variant_id" | "title" | "quantity" | "entry_key"> & { is_bypassed?: boolean }

/** Each line of a cart whose quantity the rules do not allow now. A cart that has become an order, or has no contract, is not asked about. */
export async function refuseCartQuantities(db: Knex, cart_id: string): Promise<Refusal[]> {
  const cart = await contractOfCart(db, cart_id)
  const terms = cart && !cart.is_completed ? await termsOfContract(db, cart) : null
  if (!terms) {
    return []
  }
  const bypassed = await bypassedLines(db, { cart_id, contract_id: terms.id })
  return refuseLines(
    db,
    terms,
    (await openCartLines(db, cart_id)).map((line) => ({ ...line, is_bypassed: bypassed.has(line.id) }))
  )
}

/** A line of an order that staff make or change. */
export interface StaffLine {
  id: string
  variant_id: string
  title: string
  /** Base units. */
  quantity: string
  /** Whether a manager has let it past the order rules. */
  is_bypassed?: boolean
}

/**
 * The same of the lines of an order that staff make or change under a contract, and besides each whose product a rule withholds from sale: a
 * manager may pass over quantities, and not over that.
 */
export async function refuseStaffLines(
  db: Knex,
  { terms, items }: { terms: OrderTerms; items: StaffLine[] }
): Promise<{ withheld: Refusal[]; quantities: Refusal[] }> {
  const entries = await entriesByVariants(db, [...new Set(items.map(({ variant_id }) => variant_id))], terms.assortment)
  const lines = items.map((item) => {
    const found = entries.get(item.variant_id)
    const entry = found?.outcome === "found" ? found.entry : null
    return { ...item, entry_key: entry?.entry_key ?? null, article: entry?.article ?? null }
  })
  const { id: contract_id, currency_code } = terms
  const entry_keys = lines.flatMap(({ entry_key }) => entry_key ?? [])
  const rules = await withheldEntries(db, { contract_id, currency_code, day: today(), entry_keys })
  const withheld = lines.flatMap((line) => {
    const rule = line.entry_key === null ? undefined : rules.get(line.entry_key)
    return rule === undefined ? [] : [tellWithheldLine(line, terms, rule)]
  })
  return { withheld, quantities: await refuseLines(db, terms, lines) }
}

async function refuseLines(db: Knex, terms: OrderTerms, lines: RuledLine[]): Promise<Refusal[]> {
  const entry_keys = [...new Set(lines.flatMap(({ entry_key }) => entry_key ?? []))]
  const { id: contract_id, warehouse_ids, assortment: sight } = terms
  const goods = await readSellables(db, { entry_keys, contract_id, sales_channel_id: null, warehouse_ids, sight })
  const sellables = new Map(goods.map((row) => [row.entry_key, row]))
  const single = lines.flatMap((line) => {
    const sellable = line.entry_key === null ? undefined : sellables.get(line.entry_key)
    return sellable?.is_listed ? refuseQuantity(line, line.is_bypassed ? { ...sellable, ...NO_RULES } : sellable, terms) : []
  })
  return [
    ...single,
    ...refuseTogether(
      lines.filter((line) => !line.is_bypassed),
      sellables,
      terms
    ),
  ]
}
