import { setTimeout as sleep } from "node:timers/promises"
import { timed } from "./bench-stats.mjs"
import { loadOnly } from "./bench-load.mjs"
import { openWorld } from "./bench-world.mjs"
import { importJob } from "./crash-import.mjs"
import { orderJob } from "./crash-order.mjs"
import { countRows, sameRows, since } from "./row-counts.mjs"
import { say, step } from "./progress.mjs"
import { table } from "./tell.mjs"

/** The moments go a little beyond what the work takes undisturbed: it varies, and what comes after the answer may be cut too. */
const AS_LONG = 1.2

/** Brings up a Kontor of its own, kills its server at moments spread over imports and orders, and prints what was found each time. */
export async function crash(options) {
  const supplier = { products: options.products, priceTypes: 3, entities: 5, warehouses: 2, seed: 1 }
  const world = await openWorld({ parts: new Set(["load"]), supplier, client: "a", keep: false })
  await loadOnly(world, supplier)
  await world.signInDealer()
  const found = [
    // First: an article that two bases have sent means no goods of their own to choose.
    ...(await killOften(world, await orderJob(world, options.lines), options.orders)),
    ...(await killOften(world, await importJob(world, supplier), options.imports)),
  ]
  process.stdout.write("\n")
  table(
    ["killed in the middle of", "after", "of", "answer", "then there was", "after the repeat", ""],
    found.map(({ what, moment, ms, answer, left, repeated, isWhole }) => [
      what,
      `${Math.round(moment)} ms`,
      `${Math.round(ms)} ms`,
      answer,
      left ?? "A PART",
      repeated ?? "A PART",
      isWhole ? "" : "HALF DONE",
    ])
  )
  const halves = found.filter(({ isWhole }) => !isWhole).length
  process.stdout.write(`\n${found.length} kills, ${halves} times something half done\n`)
  process.exitCode = halves > 0 ? 1 : 0
}

/**
 * A job is `{ what, states, prepare }`: `states` tells which rows come of it, from nothing to all, by name; `prepare` gets ready for one attempt and gives `begin`,
 * which may fail, and `repeat`, which may not.
 */
async function killOften(world, { what, states, prepare }, times) {
  const ms = await step(`Measuring ${what} that nobody disturbs`, async () => {
    const { begin } = await prepare()
    return (await timed(begin)).ms
  })
  const found = []
  for (let turn = 0; turn < times; turn += 1) {
    const moment = (AS_LONG * ms * (turn + 0.5)) / times
    const attempt = await prepare()
    const before = await countRows(world.db)
    const answer = attempt.begin().then(
      () => "came",
      () => "did not come"
    )
    await sleep(moment)
    await world.killServer()
    const left = since(before, await countRows(world.db))
    await world.restartServer()
    const refusal = await attempt.repeat().then(
      () => null,
      (error) => error.message
    )
    const repeated = since(before, await countRows(world.db))
    const [leftName, repeatedName] = [left, repeated].map((rows) => states.find((state) => sameRows(state.rows, rows))?.name)
    const isWhole = leftName !== undefined && refusal === null && repeatedName === states.at(-1).name
    if (!isWhole) {
      say(`  the repeat: ${refusal ?? "came"}; left: ${JSON.stringify(left)}; after the repeat: ${JSON.stringify(repeated)}`)
    }
    found.push({ what, moment, ms, answer: await answer, left: leftName, repeated: repeatedName, isWhole })
  }
  return found
}
