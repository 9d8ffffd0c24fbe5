import { chooseGoods, raiseStock } from "./bench-goods.mjs"
import { countRows, since } from "./row-counts.mjs"

/** A dealer places a cart of many lines. */
export async function orderJob(world, count) {
  const goods = await chooseGoods(world, count)
  await raiseStock(world, goods)
  const lines = goods.map(({ variant_id, quantity }) => ({ variant_id, quantity: String(quantity) }))
  const prepare = async () => {
    const { cart } = await world.dealer.post("/store/carts", { region_id: world.region.id })
    const { accepted } = await world.dealer.post(`/store/carts/${cart.id}/lines`, { lines })
    if (accepted !== lines.length) {
      throw new Error(`Of ${lines.length} lines ${accepted} came into the cart`)
    }
    const place = () => world.dealer.post(`/store/carts/${cart.id}/complete`, {})
    return { begin: place, repeat: () => placeTwice(place) }
  }
  const { begin } = await prepare()
  const before = await countRows(world.db)
  await begin()
  const states = [
    { name: "nothing of it", rows: {} },
    { name: "all of it", rows: since(before, await countRows(world.db)) },
  ]
  return { what: `an order of ${lines.length} lines`, states, prepare }
}

/** However often the button is pressed, it is one order. */
async function placeTwice(place) {
  const [first, second] = [await place(), await place()]
  if (!first.order || second.order?.id !== first.order.id) {
    throw new Error(`One cart was answered ${JSON.stringify([first, second]).slice(0, 500)}`)
  }
}
