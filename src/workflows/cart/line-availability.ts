import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { readSellables, type SellableRow } from "../../database/ordering/read-sellables"
import { type OrderTerms, termsOfContract } from "../../database/ordering/terms-of-contract"
import { allocate } from "../../database/promises/allocate"
import { freeLines } from "../../database/promises/free-lines"
import { mayAnythingWait } from "../../database/promises/may-wait"
import type { PromisePart } from "../../database/promises/write-promises"
import { commonMultiple, floorTo } from "../../modules/order-rules/rules/multiples"

/** When a line of a cart could be had if it were ordered now. Base units, exact decimals. Nothing is kept for it before it is ordered. */
export interface LineAvailability {
  in_stock: string
  /** What supplies would bring, by day. */
  later: { expected_on: string; quantity: string }[]
  /** What would wait for a supply that nobody knows of yet. */
  undated: string
}

interface AskedLine {
  line_id: string
  quantity: string
  sellable: Pick<SellableRow, "entry_key" | "variant_id" | "available" | "may_wait" | "multiplicity">
}

type Terms = Pick<OrderTerms, "id" | "warehouse_ids" | "entity">

/** A line of a cart holds whole base units. */
const WHOLE = "1"

/** Of the lines that may wait and that stock does not serve whole, by line; of no others, so that a cart that is all in stock costs nothing. */
export async function lineAvailability(
  db: Knex,
  { terms, day, lines }: { terms: Terms; day: string; lines: AskedLine[] }
): Promise<Map<string, LineAvailability>> {
  const short = lines.flatMap((line) => {
    const { available, may_wait = false } = line.sellable
    return may_wait && available !== null && MathBN.gt(line.quantity, available) ? [{ ...line, in_stock: wholeSteps(line, available) }] : []
  })
  if (short.length === 0) {
    return new Map()
  }
  const demands = short.map(({ line_id, quantity, in_stock, sellable: { entry_key, variant_id } }) => ({
    ...{ id: line_id, entry_key, variant_id, legal_entity_id: terms.entity.id, contract_id: terms.id, warehouse_ids: terms.warehouse_ids },
    quantity: MathBN.sub(quantity, in_stock).toFixed(),
  }))
  const asked = { entry_keys: demands.map(({ entry_key }) => entry_key), entity_ids: [terms.entity.id] }
  const free = await freeLines(db, asked, { lock: false })
  const dayOf = new Map(free.map(({ supply_id, expected_on }) => [supply_id, expected_on]))
  const partsOf = new Map<string, PromisePart[]>()
  for (const part of await allocate(db, { demands, lines: free, day })) {
    partsOf.set(part.demand_id, [...(partsOf.get(part.demand_id) ?? []), part])
  }
  return new Map(
    short.map(({ line_id, quantity, in_stock }) => {
      const own = partsOf.get(line_id) ?? []
      const later = own.map((part) => ({ expected_on: dayOf.get(part.supply_id) ?? "", quantity: part.quantity }))
      const undated = own.reduce((left, part) => left.minus(part.quantity), MathBN.sub(quantity, in_stock)).toFixed()
      return [line_id, { in_stock, later, undated }]
    })
  )
}

function wholeSteps({ sellable }: AskedLine, available: string): string {
  return floorTo(MathBN.convert(available), commonMultiple(sellable.multiplicity, WHOLE)).toFixed()
}

/** The same of a cart; null for one under no contract, or that has become an order. */
export async function cartAvailability(db: Knex, cart_id: string): Promise<({ line_id: string } & LineAvailability)[] | null> {
  const cart = await contractOfCart(db, cart_id)
  const terms = cart && !cart.is_completed ? await termsOfContract(db, cart) : null
  if (!cart || !terms) {
    return null
  }
  if (!(await mayAnythingWait(db))) {
    return []
  }
  const lines = await openCartLines(db, cart_id)
  const entry_keys = [...new Set(lines.flatMap(({ entry_key }) => entry_key ?? []))]
  const { id: contract_id, warehouse_ids, assortment: sight } = terms
  const rows = await readSellables(db, { entry_keys, contract_id, sales_channel_id: cart.sales_channel_id, warehouse_ids, sight })
  const sellables = new Map(rows.map((row) => [row.entry_key, row]))
  const asked = lines.flatMap(({ id: line_id, entry_key, quantity }) => {
    const sellable = entry_key === null ? undefined : sellables.get(entry_key)
    return sellable?.is_listed ? [{ line_id, quantity, sellable }] : []
  })
  return [...(await lineAvailability(db, { terms, day: today(), lines: asked }))].map(([line_id, told]) => ({ line_id, ...told }))
}
