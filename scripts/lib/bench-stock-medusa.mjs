import assert from "node:assert/strict"
import { join } from "node:path"
import { KontorApi } from "./api.mjs"
import { makePriceLists } from "./bench-stock-prices.mjs"
import { root } from "./paths.mjs"
import { freePort } from "./ports.mjs"
import { say, step } from "./progress.mjs"
import { startServer } from "./server.mjs"

const DATABASE = "stock"
/** What a storefront asks for: all that a list gives by itself, with the own price and the free quantity of each variant. */
const FIELDS = "fields=*variants.calculated_price,%2Bvariants.inventory_quantity"

/**
 * Runs `work` beside a Medusa of the same version that has nothing of Kontor, over a copy of the database in the same PostgreSQL, with the same price
 * types as price lists. `work` gets a client that is signed in as the same dealer.
 * @param {(stock: { api: KontorApi, addSalesChannel: () => Promise<void> }) => Promise<T>} work
 * @template T
 */
export async function withStockMedusa(world, work) {
  await step("Copying the database for stock Medusa", () =>
    world.whileNobodyIsConnected(async (maintenance) => {
      await maintenance.query(`drop database if exists ${DATABASE} with (force)`)
      await maintenance.query(`create database ${DATABASE} template kontor strategy file_copy`)
    })
  )
  const db = await world.connectTo(DATABASE)
  await step("Making price lists of the price types", async () => makePriceLists(db, await dealerOf(world)))
  await db.end()
  const port = String(await freePort())
  const env = { ...world.environment, DATABASE_URL: world.urlOf(DATABASE), PORT: port }
  const server = await step("Starting stock Medusa", () =>
    startServer(env, { cwd: join(root, "integration-tests", "bench", "stock-medusa"), name: "stock-medusa" })
  )
  try {
    const api = await world.signInto(new KontorApi(`http://localhost:${port}`, world.storeHeaders))
    await sameNumbers(world, api)
    return await work({ api, addSalesChannel: () => addSalesChannel(world) })
  } finally {
    await server.stop()
    await dropCopy(world)
  }
}

/**
 * The same pages asked of stock Medusa: the same offset, search text, and category with all below it. The order is left to Medusa, which is the fastest.
 * @param {Record<string, string[]>} kinds paths of Kontor's catalogue by kind
 */
export async function stockPaths(world, kinds) {
  const { rows } = await world.db.query(
    `select c.id, array_agg(below.id) as subtree from product_category c
      join product_category below on starts_with(below.mpath || '.', c.mpath || '.') and below.deleted_at is null where c.deleted_at is null group by c.id`
  )
  const subtrees = new Map(rows.map(({ id, subtree }) => [id, subtree]))
  const toStock = (path) => {
    const asked = new URL(path, "http://kontor").searchParams
    const query = new URLSearchParams({ limit: asked.get("limit"), offset: asked.get("offset") ?? "0", region_id: world.region.id })
    if (asked.has("q")) {
      query.set("q", asked.get("q"))
    }
    for (const id of asked.has("category_id") ? subtrees.get(asked.get("category_id")) : []) {
      query.append("category_id[]", id)
    }
    return `/store/products?${query}&${FIELDS}`
  }
  return Object.fromEntries(Object.entries(kinds).map(([kind, paths]) => [kind, paths.map(toStock)]))
}

/** The products behind catalogue entries, with the same fields. */
export const cardPaths = ({ region }, goods) =>
  goods.map(({ product_id }) => `/store/products/${product_id}?region_id=${region.id}&${FIELDS}`)

async function addSalesChannel(world) {
  const db = await world.connectTo(DATABASE)
  await db.query("insert into sales_channel (id, name) values ('sc_bench', 'Second')")
  await db.end()
}

async function dropCopy(world) {
  const maintenance = await world.connectTo("postgres")
  await maintenance.query(`drop database if exists ${DATABASE} with (force)`)
  await maintenance.end()
}

/** The customer behind the dealer's sign-in, and the price type of his contract. */
async function dealerOf({ db, contract }) {
  const { rows } = await db.query(
    `select ec.customer_id, p.key as price_type_key
      from contract c join price_type p on p.id = c.price_type_id
      join employee_membership m on m.legal_entity_id = c.legal_entity_id
      join employee_customer ec on ec.employee_id = m.employee_id
      join customer on customer.id = ec.customer_id and customer.email = 'bench@dealer.example'
      where c.id = $1`,
    [contract.id]
  )
  return rows[0]
}

/** Fair only if both tell a dealer the same of a page of goods: the price, and the free quantity, of which Medusa shows whole units. */
async function sameNumbers(world, stock) {
  const page = await world.dealer.get("/store/catalog?limit=24")
  const entries = page.entries.filter(({ price }) => price !== null)
  const ids = [...new Set(entries.map(({ product_id }) => product_id))].map((id) => `id[]=${id}`).join("&")
  const { products } = await stock.get(`/store/products?${ids}&limit=100&region_id=${world.region.id}&${FIELDS}`)
  const variants = new Map(products.flatMap((product) => product.variants.map((variant) => [variant.id, variant])))
  assert.notEqual(entries.length, 0, "The first page has no prices to compare")
  for (const entry of entries) {
    const variant = variants.get(entry.variant_id)
    const free = entry.stock.reduce((sum, { available }) => sum + Number(available), 0)
    assert.deepEqual(
      { price: variant?.calculated_price?.calculated_amount, free: variant?.inventory_quantity },
      { price: Number(entry.price), free: Math.floor(Number(free.toFixed(6))) },
      `Stock Medusa tells other numbers of ${entry.variant_id} (${entry.title})`
    )
  }
  say(`Stock Medusa gives the same price and stock for ${entries.length} entries`)
}
