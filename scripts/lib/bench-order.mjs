import { sample, timed } from "./bench-stats.mjs"
import { step } from "./progress.mjs"

/** Placing carts of many lines: prices and stock checked again, the order, its reservations and its place in the queue to 1C. */
export async function measureOrders(world, goods, { lines, repeats }, stock) {
  const items = goods.slice(0, lines)
  const times = await step(`Placing ${items.length} lines, ${repeats} times`, async () => {
    const taken = []
    for (let repeat = 0; repeat < repeats; repeat++) {
      taken.push(await placeOrder(world, items))
    }
    return taken
  })
  return [
    {
      id: "order",
      what: `placing an order of ${items.length} lines`,
      unit: "s",
      kontor: sample(times.map((ms) => ms / 1000)),
      base: { name: `completeCartWorkflow, ${stock.lines} lines`, ...sample(stock.complete_cart_ms.map((ms) => ms / 1000)) },
      lines: { kontor: items.length, base: stock.lines },
      target: { at_most: 2.5, ratio: 4 },
    },
  ]
}

/** @returns milliseconds of the request that places the order; filling the cart is not counted. */
export async function placeOrder(world, items) {
  const { cart } = await world.dealer.post("/store/carts", { region_id: world.region.id })
  const filled = await world.dealer.post(`/store/carts/${cart.id}/lines`, {
    lines: items.map(({ variant_id, quantity }) => ({ variant_id, quantity: String(quantity) })),
  })
  const { ms, result } = await timed(() => world.dealer.post(`/store/carts/${cart.id}/complete`, {}))
  if (filled.accepted !== items.length || result.order.line_count !== items.length) {
    throw new Error(`Of ${items.length} lines ${filled.accepted} came into the cart and ${result.order.line_count} into the order`)
  }
  return ms
}
