import { setTimeout as sleep } from "node:timers/promises"
import { sample } from "./bench-stats.mjs"
import { emulator } from "./demo-data.mjs"
import { say, step } from "./progress.mjs"

/** An idle PostgreSQL connection tells its counters after ten seconds at the latest. */
const COUNTERS_MS = 11_000
/** Tables that tell what was delivered and done; everything else is data. */
const LOG_TABLES = /^(erp_inbox|erp_seen|exchange_run|exchange_run_issue|workflow_execution|onec_.*)$/

/** Sends the whole supplier, twice; the second time nothing may be written. */
export async function measureLoad(world, supplier) {
  const atStart = world.peakMegabytes()
  const first = await send(world, supplier, "Sending the whole supplier (first load)")
  const peak = world.peakMegabytes()
  const before = await writtenRows(world.db)
  const again = await send(world, supplier, "Sending the same package again")
  const written = difference(before, await writtenRows(world.db))
  const { products, prices } = first.totals
  return [
    {
      id: "load_products",
      what: "first load, goods: products",
      unit: "1/s",
      kontor: rate(first.goods, "products"),
      target: { at_least: 2_500 },
    },
    {
      id: "load_prices",
      what: "first load, files with prices: prices",
      unit: "1/s",
      kontor: rate(first.offers, "prices"),
      target: { at_least: 60_000 },
    },
    {
      id: "load_whole",
      what: `first load, whole (${products} products, ${prices} prices)`,
      unit: "s",
      kontor: sample([first.totals.seconds]),
      details: {
        ...first.totals,
        products_per_second: products / first.totals.seconds,
        prices_per_second: prices / first.totals.seconds,
        files: first.files,
      },
    },
    {
      id: "load_memory",
      what: "first load, server's memory at its peak",
      unit: "MB",
      kontor: sample([peak ?? Number.NaN]),
      target: { at_most: 600 },
      details: { after_start_mb: atStart },
    },
    {
      id: "load_again",
      what: "same package again",
      unit: "s",
      kontor: sample([again.totals.seconds]),
      base: { name: "first load", ...sample([first.totals.seconds]) },
      target: { ratio: 3 },
      details: { files: again.files },
    },
    {
      id: "load_again_rows",
      what: "same package again, rows written",
      unit: "",
      kontor: sample([written.total]),
      target: { at_most: 0 },
      details: { tables: written.tables },
    },
  ]
}

/** The load that other measurements need, with no figures of its own. */
export async function loadOnly(world, supplier) {
  await send(world, supplier, "Sending the whole supplier (not measured)")
}

async function send(world, supplier, title) {
  const files = []
  const totals = await step(title, () =>
    emulator().runFull(supplier, world.connection, (event) => {
      if (event.kind === "file") {
        const seconds = event.sendSeconds + event.importSeconds
        files.push({ filename: event.filename, seconds, send_seconds: event.sendSeconds, bytes: event.bytes, ...event.rows })
        say(`  ${event.filename}: ${(event.bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`)
      }
    })
  )
  return {
    totals,
    files,
    goods: files.filter(({ products }) => products > 0),
    offers: files.filter(({ prices }) => prices > 0),
  }
}

/** Rows a second over all files together: what a person waits for. */
function rate(files, field) {
  const sum = (name) => files.reduce((total, file) => total + file[name], 0)
  return { ...sample(files.map((file) => file[field] / file.seconds)), median: sum(field) / sum("seconds") }
}

/** Rows that were ever inserted, changed or deleted, by table. */
async function writtenRows(db) {
  await sleep(COUNTERS_MS)
  const { rows } = await db.query(
    "select relname, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables where schemaname = 'public'"
  )
  return new Map(rows.filter(({ relname }) => !LOG_TABLES.test(relname)).map(({ relname, written }) => [relname, Number(written)]))
}

function difference(before, after) {
  const tables = Object.fromEntries(
    [...after].map(([name, written]) => [name, written - (before.get(name) ?? 0)]).filter((entry) => entry[1] > 0)
  )
  return { tables, total: Object.values(tables).reduce((sum, written) => sum + written, 0) }
}
