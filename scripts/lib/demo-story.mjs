import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { KontorApi } from "./api.mjs"
import { connection, emulator, readDemo, SUPPLIER } from "./demo-data.mjs"
import { writeOrderForm } from "./demo-form.mjs"
import { orderBeyondStock } from "./demo-promise.mjs"
import { dataDir } from "./paths.mjs"
import { Refused } from "./refused.mjs"
import { heading, line, rubles, table } from "./tell.mjs"

const FORM_ROWS = 40
const PAGE = 100
const basePath = join(dataDir, "emulator", "base.json")
const roundFile = join(dataDir, "emulator", "round.json")

/** The whole main job, told with its figures. Throws when a step does not give what it should. */
export async function playDemo() {
  const demo = readDemo()
  if (!demo?.dealers || !(await fetch(`${demo.urls.api}/health`).catch(() => null))?.ok) {
    throw new Refused("Kontor does not run, or runs without its demo data.", "Start it in another terminal: npm start")
  }
  const round = await changesFromErp(demo)
  const dealer = await signIn(demo, demo.dealers.child)
  const goods = await lookAround(dealer, demo)
  const cart = await pricedLive(dealer, await orderFromFile(dealer, goods))
  const order = await placeOrder(dealer, cart)
  await erpTakesOrder(demo)
  await erpAnswers(demo, dealer, order)
  await headSees(demo, order)
  await orderBeyondStock(demo, dealer, round)
  line("\nThat was the whole job. The same is to be seen in the admin:")
  line(`  ${demo.urls.admin}/orders and ${demo.urls.admin}/exchange   (${demo.manager.email} / ${demo.manager.password})`)
}

/** Returns the number of the round. */
async function changesFromErp(demo) {
  const round = nextRound()
  heading(`1C sends what has changed (round ${round})`)
  const sent = await emulator().runChanges({ ...SUPPLIER, round }, connection(demo.exchange), (event) => {
    if (event.kind === "file") {
      line(
        `${event.filename}: ${(event.bytes / 1024).toFixed(0)} KB, committed in ${(event.sendSeconds + event.importSeconds).toFixed(1)} s`
      )
    }
  })
  line(`${sent.sessions} sessions of CommerceML over HTTP, ${sent.seconds.toFixed(1)} s together.`)
  return round
}

async function signIn(demo, person) {
  heading(`${person.name} signs in`)
  const dealer = await new KontorApi(demo.urls.api, { "x-publishable-api-key": demo.publishable_key }).signIn("customer", person)
  const me = await dealer.get("/store/me")
  line(`Role ${me.employee.role}; sees ${me.legal_entities.map((entity) => entity.name).join(", ")}.`)
  const { active_contract: contract } = me
  line(
    `Orders under contract ${contract.number} with ${contract.supplier_entity.name}: price type «${contract.price_type.name}», ${contract.currency_code.toUpperCase()}.`
  )
  return dealer
}

async function lookAround(dealer, demo) {
  heading("He looks at the catalogue: own price beside the retail price, stock, unit and multiplicity")
  const { count, orderable } = await orderableGoods(dealer)
  const began = performance.now()
  const word = orderable[0].title.split(/[\s-]+/)[0]
  const found = await dealer.get(`/store/catalog?q=${encodeURIComponent(word)}&limit=24`)
  line(`${count} goods; «${word}» finds ${found.count} in ${(performance.now() - began).toFixed(0)} ms.`)
  table(
    ["article", "name", "own", "retail", "stock", "unit", "step"],
    orderable
      .slice(0, 8)
      .map((entry) => [
        entry.article,
        entry.title.slice(0, 38),
        entry.price,
        entry.retail_price ?? "–",
        entry.stock.map((warehouse) => warehouse.available).join(" + ") || "0",
        entry.units[0].name,
        entry.multiplicity,
      ])
  )
  const head = await new KontorApi(demo.urls.api, { "x-publishable-api-key": demo.publishable_key }).signIn("customer", demo.dealers.head)
  const sample = orderable[0]
  const seenByHead = await head.get(`/store/catalog?q=${encodeURIComponent(sample.article)}&limit=24`)
  const same = seenByHead.entries.find((entry) => entry.variant_id === sample.variant_id)
  line(
    `${sample.article} costs him ${rubles(sample.price)}; under the head's contract it is ${same?.price ? rubles(same.price) : "not sold"}.`
  )
  return orderable
}

/** The first hundred goods that he may order: other bases may have sent goods that have no price for him. */
async function orderableGoods(dealer) {
  const orderable = []
  let cursor = "start"
  let count = 0
  while (cursor && orderable.length < PAGE) {
    const page = await dealer.get(`/store/catalog?limit=${PAGE}&cursor=${encodeURIComponent(cursor)}&sort=name`)
    orderable.push(...page.entries.filter((entry) => entry.is_orderable))
    cursor = page.next_cursor
    count = page.count
  }
  if (orderable.length === 0) {
    throw new Refused(`None of ${count} goods has a price for this dealer.`, "Send the demo's goods again: npm run emulator -- full")
  }
  return { count, orderable }
}

/** Free quantity over all warehouses, in whole base units. */
const inStock = (entry) => entry.stock.reduce((sum, warehouse) => sum + Math.max(0, Math.floor(Number(warehouse.available))), 0)

async function orderFromFile(dealer, goods) {
  heading("He uploads an order form (XLSX) with some mistakes")
  const { regions } = await dealer.get("/store/regions")
  const { cart } = await dealer.post("/store/carts", { region_id: regions[0].id })
  // Characteristics of one product share its article; the form names plain goods.
  const plain = goods.filter((entry) => entry.article && entry.variant_title === null)
  const sold = plain.filter((entry) => inStock(entry) >= 4 * Number(entry.multiplicity) + Number(entry.minimum))
  const { buffer, mistakes } = await writeOrderForm(sold.slice(0, FORM_ROWS))
  const began = performance.now()
  const result = await dealer.upload(`/store/carts/${cart.id}/order-form`, buffer, "order.xlsx")
  line(
    `${result.file.rows} rows read, ${result.accepted} accepted, ${result.refused} refused in ${(performance.now() - began).toFixed(0)} ms. ${mistakes} mistakes were made on purpose:`
  )
  const refused = result.lines.filter((row) => row.status === "refused")
  table(
    ["row", "article", "code", "nearest"],
    refused.map((row) => [
      row.row,
      row.article ?? "–",
      row.code,
      [row.nearest?.lower, row.nearest?.upper].filter(Boolean).join(" or ") || "–",
    ])
  )
  if (refused.length !== mistakes) {
    throw new Error(`Refused are ${refused.length} rows, expected ${mistakes}: ${refused.map((row) => row.code).join(", ")}`)
  }
  const corrected = refused.filter((row) => row.nearest?.upper).map((row) => ({ article: row.article, quantity: row.nearest.upper }))
  const second = await dealer.post(`/store/carts/${cart.id}/lines`, { lines: corrected })
  line(`He takes the nearest quantities: ${second.accepted} of ${corrected.length} accepted.`)
  const { cart: filled } = await dealer.get(`/store/carts/${cart.id}?fields=id,total,currency_code,items.id`)
  line(`The cart, read by Medusa's own route: ${filled.items.length} lines, ${rubles(filled.total)}.`)
  return filled
}

/** The cart with the sum that it has by the ERP's own word; an installation where nobody is asked goes on with its own prices. */
async function pricedLive(dealer, cart) {
  heading("He has 1C price the cart as it stands")
  const began = performance.now()
  const { refined, not_refined, changes } = (await dealer.post(`/store/carts/${cart.id}/refine`, {})).cart
  if (refined === null) {
    line(`1C was not asked, or said nothing (${not_refined.code}): our prices hold.`)
    return cart
  }
  const { amount: total, vat } = (await dealer.get(`/store/carts/${cart.id}`)).cart.pricing.totals
  line(`${refined.document}: ${changes.length} lines have another price, in ${(performance.now() - began).toFixed(0)} ms.`)
  line(`The cart comes to ${rubles(total)} instead of ${rubles(cart.total)}${vat ? `, VAT ${rubles(vat)}` : ""}.`)
  return { ...cart, total }
}

async function placeOrder(dealer, cart) {
  heading("He places the order")
  const began = performance.now()
  const { order } = await dealer.post(`/store/carts/${cart.id}/complete`, { comment: "Позвоните перед отгрузкой" })
  line(`Order ${order.number}: ${order.line_count} lines, ${rubles(order.total)}, in ${(performance.now() - began).toFixed(0)} ms.`)
  const again = await dealer.post(`/store/carts/${cart.id}/complete`, {})
  line(`A second click gives the same order: ${again.order.number}.`)
  if (again.order.id !== order.id || Number(order.total) !== Number(cart.total)) {
    throw new Error(`The order (${order.total}) is not the cart (${cart.total}), or a repeat made another order`)
  }
  return order
}

async function erpTakesOrder(demo) {
  heading("1C fetches the orders")
  const config = { ...SUPPLIER, basePath }
  const first = await emulator().fetchOrders(config, connection(demo.exchange))
  line(`Fetched: ${told(first)}.`)
  const second = await emulator().fetchOrders(config, connection(demo.exchange))
  line(`Asked again: ${told(second)}.`)
}

/** What 1C made of the orders that it fetched, as far as there is any of a kind. */
function told({ orders, lines, numbers, new: made, updated, same, ignored, unmatched_buyers, unmatched_lines }) {
  const counts = { new: made, updated, "as they were": same, ignored, "of buyers that 1C does not know": unmatched_buyers }
  const parts = Object.entries({ ...counts, "lines with goods that it does not know": unmatched_lines }).filter(([, count]) => count > 0)
  return orders === 0
    ? "nothing that is not in 1C already"
    : `${numbers.join(", ")}, ${lines} lines; ${parts.map(([what, count]) => `${count} ${what}`).join(", ")}`
}

async function erpAnswers(demo, dealer, order) {
  heading("1C sends the state back")
  await emulator().sendStates({ ...SUPPLIER, basePath }, connection(demo.exchange))
  const seen = (await dealer.get(`/store/company-orders/${order.id}`)).order
  line(`The dealer sees: «${seen.erp?.status}», 1C's number ${seen.erp?.number} of ${seen.erp?.date}, as of ${seen.erp?.as_of}.`)
  if (!seen.erp?.number) {
    throw new Error("The state of 1C did not reach the order")
  }
}

async function headSees(demo, order) {
  heading("The head of the holding sees the child's order; a stranger does not")
  const head = await new KontorApi(demo.urls.api, { "x-publishable-api-key": demo.publishable_key }).signIn("customer", demo.dealers.head)
  const { orders } = await head.get(`/store/company-orders?q=${order.number}`)
  line(
    `${demo.dealers.head.name}: ${orders.map((found) => `${found.number} of ${found.legal_entity.name}, ${rubles(found.total)}`).join("; ")}`
  )
  const anonymous = await fetch(`${demo.urls.api}/store/company-orders/${order.id}`, {
    headers: { "x-publishable-api-key": demo.publishable_key },
  })
  line(`Somebody who is not signed in: ${anonymous.status}.`)
  if (orders.length !== 1 || anonymous.status !== 401) {
    throw new Error("The order is not seen by those who should see it, or by those who should not")
  }
}

/** 1C does not send the same change twice; the number of the last round is kept. */
function nextRound() {
  const round = existsSync(roundFile) ? JSON.parse(readFileSync(roundFile, "utf8")).round + 1 : 1
  mkdirSync(dirname(roundFile), { recursive: true })
  writeFileSync(roundFile, JSON.stringify({ round }))
  return round
}
