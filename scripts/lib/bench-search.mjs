import { join } from "node:path"
import { growSearchWorld, makeSearchWorld } from "./bench-search-world.mjs"
import { sample } from "./bench-stats.mjs"
import { readJson } from "./kept-json.mjs"
import { dataDir, medusaCli } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"
import { HEAP_FLAGS } from "./server.mjs"

const SCRIPT = "./integration-tests/bench/search.ts"
const DATABASE = "search"

/** Search and facets over goods of a world of its own, made by statements in a copy of the database; then over more of them. */
export async function measureSearch(world, { supplier, prices: { grownEntries } }) {
  const entries = supplier.products
  await step("Copying the database for the search", () =>
    world.whileNobodyIsConnected(async (maintenance) => {
      await maintenance.query(`drop database if exists ${DATABASE} with (force)`)
      await maintenance.query(`create database ${DATABASE} template kontor strategy file_copy`)
    })
  )
  const db = await world.connectTo(DATABASE)
  await step(`Making ${entries} goods with properties`, () => makeSearchWorld(db, entries))
  const few = await step("Searching", () => timeSearch(world))
  await step(`Growing to ${grownEntries} goods`, () => growSearchWorld(db, entries, grownEntries))
  const many = await step(`Searching among ${grownEntries} goods`, () => timeSearch(world))
  await db.end()
  const maintenance = await world.connectTo("postgres")
  await maintenance.query(`drop database if exists ${DATABASE} with (force)`)
  await maintenance.end()
  return measurements(few, many, { entries, grownEntries })
}

/** Figures of `integration-tests/bench/search.ts`, in milliseconds. */
async function timeSearch(world) {
  const output = join(dataDir, "search-output.json")
  await run(process.execPath, [...HEAP_FLAGS, medusaCli, "exec", SCRIPT, output], {
    env: { ...world.environment, DATABASE_URL: world.urlOf(DATABASE) },
  })
  return readJson(output)
}

function measurements(few, many, { entries, grownEntries }) {
  const of = (id, what, key, target) => [
    { id: `search_${id}`, what, unit: "ms", kontor: sample(few[key]), target },
    {
      ...{ id: `search_${id}_grown`, what: `the same among ${grownEntries}`, unit: "ms", kontor: sample(many[key]) },
      base: { name: `among ${entries}`, ...sample(few[key]) },
      target: { growth_at_most: 2 },
    },
  ]
  return [
    ...of("texts", "search, typing errors and layouts among the texts", "texts", { p95_at_most: 30 }),
    ...of("suggestions", "suggestions as one types", "suggestions", { p95_at_most: 20 }),
    ...of("facets_category", "30 facets of a category, one property chosen from", "facets_category", { p95_at_most: 60 }),
    ...of("facets_root", "30 facets of the whole catalogue, one property chosen from", "facets_root", { p95_at_most: 120 }),
    ...of("facets_kept", "the same, nothing chosen", "facets_root_kept", { p95_at_most: 120 }),
    ...of("changed", "1,000 changed products are searchable", "changed", { at_most: 2_000 }),
    {
      id: "search_rebuild",
      what: `the catalogue of ${grownEntries} made anew`,
      unit: "ms",
      kontor: sample(many.rebuild),
      target: { at_most: 15_000 },
    },
  ]
}
