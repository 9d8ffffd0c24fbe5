import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { growPriceWorld, makePriceWorld } from "./bench-price-world.mjs"
import { sample } from "./bench-stats.mjs"
import { readJson } from "./kept-json.mjs"
import { dataDir, medusaCli } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"
import { HEAP_FLAGS } from "./server.mjs"

const SCRIPT = "./integration-tests/bench/prices.ts"
const DATABASE = "prices"
const LISTED_GOODS = 500

/** Prices of a world of its own, made by statements in a copy of the database, beside the same as price lists of stock Medusa; then of a world that has grown. */
export async function measurePrices(world, { supplier, rows, prices: { grownEntries, grownContracts } }) {
  const size = { entries: supplier.products, contractCount: supplier.entities, listedGoods: LISTED_GOODS }
  const moreGoods = { entries: grownEntries, contractCount: size.contractCount }
  const moreContracts = { entries: grownEntries, contractCount: grownContracts }
  await step("Copying the database for prices", () =>
    world.whileNobodyIsConnected(async (maintenance) => {
      await maintenance.query(`drop database if exists ${DATABASE} with (force)`)
      await maintenance.query(`create database ${DATABASE} template kontor strategy file_copy`)
    })
  )
  const db = await world.connectTo(DATABASE)
  const time = (what, of, isPageOnly) => step(`Pricing ${what}`, () => timePrices(world, { ...of, lines: rows }, isPageOnly))
  await step(`Making prices of ${size.entries} goods and ${size.contractCount} contracts`, () => makePriceWorld(db, size))
  const figures = await time("lines, pages and the whole catalogue", size, false)
  await step(`Growing to ${grownEntries} goods`, () => growPriceWorld(db, size, moreGoods))
  const ofGoods = await time(`pages among ${grownEntries} goods`, moreGoods, true)
  await step(`Growing to ${grownContracts} contracts`, () => growPriceWorld(db, moreGoods, moreContracts))
  const ofContracts = await time(`pages among ${grownContracts} contracts`, moreContracts, true)
  await db.end()
  await dropWorld(world)
  return measurements({ figures, ofGoods, ofContracts }, size, moreContracts, rows)
}

async function dropWorld(world) {
  const maintenance = await world.connectTo("postgres")
  await maintenance.query(`drop database if exists ${DATABASE} with (force)`)
  await maintenance.end()
}

/** Figures of `integration-tests/bench/prices.ts`, in milliseconds. */
async function timePrices(world, { entries, contractCount, lines }, isPageOnly) {
  const input = join(dataDir, "prices-input.json")
  const output = join(dataDir, "prices-output.json")
  const of = { entries, contracts: contractCount, listed_goods: LISTED_GOODS, lines: Math.min(lines, entries), is_page_only: isPageOnly }
  writeFileSync(input, JSON.stringify(of))
  await run(process.execPath, [...HEAP_FLAGS, medusaCli, "exec", SCRIPT, input, output], {
    env: { ...world.environment, DATABASE_URL: world.urlOf(DATABASE) },
  })
  return readJson(output)
}

function measurements({ figures, ofGoods, ofContracts }, size, grown, rows) {
  const ms = (id, what, values, rest) => ({ id, what, unit: "ms", kontor: sample(values), ...rest })
  const page = { name: `among ${size.entries} goods, ${size.contractCount} contracts`, ...sample(figures.page) }
  const lines = Math.min(rows, size.entries)
  return [
    ms("prices_few", "prices of 50 goods for one contract", figures.few, { target: { p95_at_most: 8 } }),
    ms("prices_lines", `prices of ${lines} lines`, figures.lines, { target: { at_most: 120 } }),
    ms("prices_catalogue", `prices of all ${size.entries} goods for one contract`, figures.catalogue, { target: { at_most: 500 } }),
    ms("prices_calculate", "calculatePrices, 50 goods", figures.calculate, {
      base: { name: `the same from ${size.contractCount} price lists`, ...sample(figures.stock_calculate) },
      target: { ratio: 50 },
    }),
    ms("prices_page_goods", `page of 24 among ${grown.entries} goods`, ofGoods.page, { base: page, target: { growth_at_most: 1.3 } }),
    ms("prices_page_contracts", `page of 24 among them and ${grown.contractCount} contracts`, ofContracts.page, {
      base: page,
      target: { growth_at_most: 1.3 },
    }),
  ]
}
