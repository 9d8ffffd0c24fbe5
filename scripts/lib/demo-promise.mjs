import { KontorApi } from "./api.mjs"
import { connection, emulator, SUPPLIER } from "./demo-data.mjs"
import { heading, line, rubles, table } from "./tell.mjs"

/** So many goods are ordered beyond stock, of different days where there are. */
const LINES = 6
const ARRIVALS = 200

/**
 * What is on its way can be ordered: the dealer is promised days, 1C moves its supplies, he is told and accepts.
 * @param round how often 1C has sent changes; its supplies slip from one round to the next
 */
export async function orderBeyondStock(demo, dealer, round) {
  heading("What is on its way can be ordered: a manager opens a category for pre-order")
  const arrivals = await openForPreorder(demo, dealer)
  const goods = await chosenOf(dealer, arrivals)
  if (goods.length === 0) {
    line("Nothing is on its way that nobody was promised.")
    return
  }
  heading("The dealer orders more than there is in stock, and is promised days")
  const order = await orderOf(dealer, goods)
  const before = await promisesOf(dealer, order)
  heading("1C moves its supplies, and cuts some of them")
  await emulator().sendSupplies(
    { ...SUPPLIER, asOf: new Date().toISOString().slice(0, 19), round: 1 + ((round - 1) % 2) },
    connection(demo.exchange)
  )
  const after = await promisesOf(dealer, order)
  tellPromises(goods, before, after)
  const due = after.filter(({ promise }) => promise.is_answer_due).length
  line(`${due} lines are worse off than promised: he was told by mail, and may accept, split or cancel them.`)
  if (due > 0) {
    const { lines } = await dealer.post(`/store/company-orders/${order.id}/promises`, { answer: "accept" })
    line(`He accepts the new days; answers still due: ${lines.filter(({ promise }) => promise.is_answer_due).length}.`)
  }
  line(`The manager sees who waits for what at ${demo.urls.admin}/demands, and the supplies at ${demo.urls.admin}/supplies.`)
}

/** Makes the root category with most of what is on its way one of pre-order, of those that the dealer sees. Returns what arrives of its goods. */
async function openForPreorder(demo, dealer) {
  const manager = await new KontorApi(demo.urls.api).signIn("user", demo.manager)
  const { catalog_categories: roots } = await manager.get("/admin/catalog-categories")
  // The inbox, and what a manager has switched off or hidden meanwhile, is there for the staff alone.
  const { categories: seen } = await dealer.get("/store/catalog/categories")
  const isSeen = ({ id }) => seen.some((each) => each.id === id)
  const arrivalsOf = async (category) => {
    const { arrivals } = await dealer.get(`/store/supplies/arrivals?category_id=${category.id}&limit=${ARRIVALS}`)
    return { category, arrivals }
  }
  const found = await Promise.all(roots.filter(isSeen).map(arrivalsOf))
  const { category, arrivals } = found.reduce((most, each) => (each.arrivals.length > most.arrivals.length ? each : most))
  await manager.post(`/admin/catalog-categories/${category.id}`, { type: "preorder", label: category.label })
  line(`«${category.name}» is open for pre-order; the dealer sees ${arrivals.length} arrivals of its goods.`)
  return arrivals
}

/** One arrival a day as long as there are days, with how much is to be ordered: all of the stock and half of what arrives. */
async function chosenOf(dealer, arrivals) {
  const ofDay = new Map(arrivals.map((arrival) => [arrival.expected_on, arrival]))
  const chosen = [...new Map([...ofDay.values()].map((arrival) => [arrival.variant_id, arrival])).values()].slice(0, LINES)
  return Promise.all(
    chosen.map(async ({ variant_id, expected_on, free }) => {
      const { entry } = await dealer.get(`/store/catalog/${variant_id}`)
      const stock = entry.stock.reduce((sum, { available }) => sum + Math.max(0, Number(available)), 0)
      const step = Number(entry.multiplicity)
      const wanted = Math.max(Number(entry.minimum), stock + Number(free) / 2)
      return { variant_id, expected_on, article: entry.article, stock, quantity: String(Math.ceil(wanted / step) * step) }
    })
  )
}

async function orderOf(dealer, goods) {
  const { regions } = await dealer.get("/store/regions")
  const { cart } = await dealer.post("/store/carts", { region_id: regions[0].id })
  const lines = goods.map(({ variant_id, quantity }) => ({ variant_id, quantity }))
  const result = await dealer.post(`/store/carts/${cart.id}/lines`, { lines })
  const { order } = await dealer.post(`/store/carts/${cart.id}/complete`, {})
  line(`${result.accepted} of ${lines.length} lines accepted; order ${order.number}: ${rubles(order.total)}.`)
  return order
}

async function promisesOf(dealer, order) {
  return (await dealer.get(`/store/company-orders/${order.id}/promises`)).lines
}

function tellPromises(goods, before, after) {
  const days = ({ parts, unpromised }) =>
    [
      ...parts.map(({ expected_on, quantity }) => `${quantity} on ${expected_on ?? "a day not known"}`),
      ...(Number(unpromised) > 0 ? [`${unpromised} not promised`] : []),
    ].join(", ") || "all in stock"
  const articleOf = new Map(goods.map(({ variant_id, article }) => [variant_id, article]))
  const now = new Map(after.map((waiting) => [waiting.id, waiting.promise]))
  table(
    ["article", "ordered", "in stock", "promised", "after 1C's word"],
    before.map(({ id, variant_id, quantity, promise }) => {
      const then = days(promise)
      // A line of which all has come waits no longer.
      const told = now.has(id) ? days(now.get(id)) : "all in stock"
      return [articleOf.get(variant_id) ?? "–", quantity, promise.in_stock, then, told === then ? "the same" : told]
    })
  )
}
