import { loadavg } from "node:os"
import { measureCarts } from "./bench-cart.mjs"
import { measureCatalogue } from "./bench-catalogue.mjs"
import { writePlans } from "./bench-explain.mjs"
import { chooseGoods, raiseStock } from "./bench-goods.mjs"
import { loadOnly, measureLoad } from "./bench-load.mjs"
import { measureMerge } from "./bench-merge.mjs"
import { measureOrders } from "./bench-order.mjs"
import { measurePromises } from "./bench-promise.mjs"
import { measurePrices } from "./bench-prices.mjs"
import { printReport } from "./bench-report.mjs"
import { measureSearch } from "./bench-search.mjs"
import { runStockFlows } from "./bench-stock.mjs"
import { measureStorefront } from "./bench-storefront.mjs"
import { openWorld } from "./bench-world.mjs"
import { isEnding } from "./ending.mjs"
import { say, step } from "./progress.mjs"

/** Brings up a Kontor of its own, measures what the options ask for and prints the report. */
export async function bench(options) {
  const load = loadavg()[0]
  if (load > 1.5) {
    say(`The machine is busy (load ${load.toFixed(1)}): the figures will be worse than they could be.`)
  }
  const world = await openWorld(options)
  const measured = await measure(world, options)
  printReport({ options, load_average: load, measured, database: await describeDatabase(world.db) })
  if (options.explain) {
    await writePlans(world, options)
  }
}

async function measure(world, options) {
  const measured = []
  if ([...options.parts].some((part) => part !== "prices" && part !== "search")) {
    await measureWithSupplier(world, options, measured)
  }
  if (options.parts.has("prices")) {
    await attempt("prices", async () => measured.push(...(await measurePrices(world, options))))
  }
  if (options.parts.has("search")) {
    await attempt("search", async () => measured.push(...(await measureSearch(world, options))))
  }
  return measured
}

/** What needs the emulated supplier's data. */
async function measureWithSupplier(world, options, measured) {
  const { parts, supplier } = options
  if (parts.has("load")) {
    measured.push(...(await measureLoad(world, supplier)))
  } else if (!world.isLoaded) {
    await loadOnly(world, supplier)
  }
  await world.signInDealer()
  // What autovacuum does within a minute after a load; without it the figures would depend on when it happens to run.
  await step("Vacuuming and analysing", () => world.db.query("vacuum (analyze)"))
  if (parts.has("merge")) {
    await attempt("merge", async () => measured.push(...(await measureMerge(world, options.merged))))
  }
  if (parts.has("catalogue")) {
    await attempt("catalogue", async () => measured.push(...(await measureCatalogue(world))))
  }
  if (parts.has("storefront")) {
    await attempt("storefront", async () => measured.push(...(await measureStorefront(world, options))))
  }
  if (parts.has("cart") || parts.has("order")) {
    await attempt("cart and order", () => measureOrdering(world, options, measured))
  }
  if (parts.has("promise")) {
    await attempt("promise", async () => measured.push(...(await measurePromises(world, options))))
  }
}

async function measureOrdering(world, options, measured) {
  const goods = await chooseGoods(world, options.rows)
  await raiseStock(world, goods)
  const stock = await runStockFlows(world, goods, options)
  if (options.parts.has("cart")) {
    measured.push(...(await measureCarts(world, goods, options, stock)))
  }
  if (options.parts.has("order")) {
    measured.push(...(await measureOrders(world, goods, options, stock)))
  }
}

/** A part that fails must not take the figures of the others with it; the command ends with an error all the same. */
async function attempt(name, work) {
  try {
    await work()
  } catch (error) {
    if (isEnding()) {
      throw error
    }
    process.stderr.write(`\nNot measured: ${name}. ${error.stack}\n`)
    process.exitCode = 1
  }
}

/** How much there is of what was measured. */
async function describeDatabase(db) {
  const counts = {
    products: "select count(*) from product where deleted_at is null",
    entries: "select count(*) from catalog_entry",
    listed_entries: "select count(*) from catalog_entry where is_listed",
    prices: "select count(*) from type_price",
    price_types: "select count(*) from price_type",
    contracts: "select count(*) from contract",
    megabytes: "select pg_database_size(current_database()) / 1000000 as count",
  }
  const described = {}
  for (const [name, query] of Object.entries(counts)) {
    described[name] = Number((await db.query(query)).rows[0].count)
  }
  return described
}
