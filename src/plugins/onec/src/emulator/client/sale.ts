import type { Supplier } from "../generate/supplier"
import { orderPackets } from "../write/orders"
import { advance, ORDER_STATES, type OrderBase, type Receipt } from "./base"
import type { Connection } from "./connection"
import { EmulatorError } from "./error"
import { type ReceivedOrder, readOrders } from "./read-orders"
import { inSession, type OnProgress, sendPackets, type SendTotals } from "./send"

/** A server that never answers with an empty document would be asked for ever. */
const MAX_QUERIES = 10_000

/** What a fetch brought. `unmatched_*` count what 1C would have to create, because it knows nothing of the kind. */
export interface FetchResult {
  orders: number
  new: number
  same: number
  updated: number
  ignored: number
  lines: number
  unmatched_buyers: number
  unmatched_lines: number
  numbers: string[]
}

/** Ids and tax numbers that 1C would recognise. */
interface Known {
  offers: ReadonlySet<string>
  inns: ReadonlySet<string>
}

function knownTo(supplier: Supplier): Known {
  const offers = new Set<string>()
  for (const index of supplier.indexes()) {
    const product = supplier.product(index)
    offers.add(product.id)
    product.offers.forEach((offer) => offers.add(offer.id))
  }
  return { offers, inns: new Set(supplier.partners().legalEntities.flatMap((entity) => (entity.inn ? [entity.inn] : []))) }
}

function count(result: FetchResult, order: ReceivedOrder, receipt: Receipt, known: Known): void {
  result.orders++
  result[receipt]++
  result.lines += order.lines.length
  result.unmatched_buyers += known.inns.has(order.buyer.inn) ? 0 : 1
  result.unmatched_lines += order.lines.filter((line) => !known.offers.has(line.id)).length
  result.numbers.push(order.number)
}

/**
 * Fetches orders and confirms them. Orders before a refused one are already in 1C's base, and since `success` is then not sent, they
 * come again: that is how 1C does it, and the base knows them.
 * @throws EmulatorError order_refused for an order that 1C would not take
 */
export async function fetchOrdersInto(base: OrderBase, supplier: Supplier, connection: Connection, now: Date): Promise<FetchResult> {
  const result: FetchResult = {
    orders: 0,
    new: 0,
    same: 0,
    updated: 0,
    ignored: 0,
    lines: 0,
    unmatched_buyers: 0,
    unmatched_lines: 0,
    numbers: [],
  }
  let known: Known | undefined
  const take = async (orders: readonly ReceivedOrder[]): Promise<void> => {
    try {
      for (const order of orders) {
        known ??= knownTo(supplier)
        count(result, order, base.receive(order, now), known)
      }
    } finally {
      await base.save()
    }
  }
  await inSession(connection, "sale", async (session) => {
    if (connection.client === "a") {
      await take(readOrders(await session.queryOrders()).orders)
    } else {
      await session.init()
      await queryUntilEmpty(async () => {
        const answer = readOrders(await session.queryOrders())
        await take(answer.orders)
        return answer.containers
      })
    }
    await session.confirm()
  })
  return result
}

async function queryUntilEmpty(query: () => Promise<number>): Promise<void> {
  for (let queries = 1; (await query()) > 0; queries++) {
    if (queries >= MAX_QUERIES) {
      throw new EmulatorError("too_many_polls", `query: still containers after ${queries} answers, the last must be an empty document`)
    }
  }
}

export interface StatesOptions {
  /** States to go on by; 0 reports the present ones. */
  steps: number
  now: Date
}

/** Moves every open order on and tells the site. The base changes only when the site has taken the news. */
export async function sendStatesFrom(
  base: OrderBase,
  connection: Connection,
  options: StatesOptions,
  onProgress: OnProgress
): Promise<SendTotals> {
  const last = ORDER_STATES[ORDER_STATES.length - 1]
  const open = options.steps === 0 ? base.orders() : base.orders().filter((order) => order.state !== last)
  const moved = open.map((order) => advance(order, options.steps, options.now))
  const totals = await sendPackets(connection, orderPackets(moved, connection.client, options.now), onProgress)
  base.replace(moved)
  await base.save()
  return totals
}
