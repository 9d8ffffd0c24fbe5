import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fillCart, writeForm } from "./bench-cart.mjs"
import { requestsByKind } from "./bench-catalogue.mjs"
import { chooseGoods, raiseStock } from "./bench-goods.mjs"
import { placeOrder } from "./bench-order.mjs"
import { emulator } from "./demo-data.mjs"
import { dataDir } from "./paths.mjs"
import { say } from "./progress.mjs"

/** Settings of auto_explain: every statement, with what it really did. */
const SETTINGS = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_buffers": "on",
  "auto_explain.log_nested_statements": "off",
  "auto_explain.log_parameter_max_length": "200",
}
/** Plans of statements with thousands of parameters repeat them; nobody reads more than this of one action. */
const MAX_CHARACTERS = 2_000_000

/**
 * Does each hot action once more with PostgreSQL telling the plans of the statements as they are really sent, and writes them to
 * `.data/bench/plans`, one file an action. Nothing measured before is touched: the server is started anew for it.
 */
export async function writePlans(world, options) {
  const folder = join(dataDir, "plans")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, value] of Object.entries(SETTINGS)) {
    await world.db.query(`alter database kontor set ${name} = '${value}'`)
  }
  await world.restartServer()
  for (const [name, act] of Object.entries(await actions(world, options))) {
    const from = statSync(world.postgresLog).size
    await act()
    const log = readFileSync(world.postgresLog).subarray(from).toString("utf8")
    writeFileSync(join(folder, `${name}.txt`), log.slice(0, MAX_CHARACTERS))
  }
  say(`Plans are in ${folder}`)
}

async function actions(world, options) {
  const kinds = await requestsByKind(world)
  const goods = await chooseGoods(world, options.rows)
  await raiseStock(world, goods)
  const form = await writeForm(goods)
  const pages = Object.entries(kinds).flatMap(([kind, paths]) => {
    const path = paths[Math.floor(paths.length / 2)]
    return path === undefined ? [] : [[`catalogue-${kind}`, () => world.dealer.get(path)]]
  })
  return {
    ...Object.fromEntries(pages),
    "order-form": () => fillCart(world, goods, form),
    "place-order": () => placeOrder(world, goods.slice(0, options.lines)),
    load: () => {
      world.forget()
      return emulator().runFull(anotherSupplier(options.supplier), world.connection)
    },
  }
}

/** Goods that the database does not know yet: the plans of a first load, beside all that is there. One file of each kind shows all statements. */
function anotherSupplier(supplier) {
  return { ...supplier, seed: supplier.seed + 1, products: Math.min(supplier.products, 5_000), entities: Math.min(supplier.entities, 50) }
}
