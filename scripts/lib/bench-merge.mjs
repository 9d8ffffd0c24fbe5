import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { requestsByKind } from "./bench-catalogue.mjs"
import { sample, timed } from "./bench-stats.mjs"
import { SOURCE } from "./bench-world.mjs"
import { readJson } from "./kept-json.mjs"
import { dataDir, medusaCli } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"

const SCRIPT = "./integration-tests/bench/merge-prices.ts"
/** Pages turned before, to compare with those that are turned meanwhile. */
const PAGES = 100
const TARGETS = { changed: 120_000, unchanged: 250_000 }

/** Merges many staged prices, in a process of its own, while a dealer turns pages of the catalogue. */
export async function measureMerge(world, prices) {
  const pages = Object.values(await requestsByKind(world)).flat()
  const turn = async (index) => (await timed(() => world.dealer.get(pages[index % pages.length]))).ms
  const before = []
  await step(`Turning ${PAGES} catalogue pages`, async () => {
    for (let index = 0; index < PAGES; index += 1) {
      before.push(await turn(index))
    }
  })
  const meanwhile = []
  const merges = await step(`Merging ${prices} staged prices: new, unchanged, changed`, async () => {
    const merging = mergePrices(world, prices)
    let isOver = false
    const over = merging.finally(() => (isOver = true)).catch(() => undefined)
    for (let index = 0; !isOver; index += 1) {
      meanwhile.push({ at: Date.now(), ms: await turn(index) })
    }
    await over
    return merging
  })
  const during = meanwhile.filter(({ at }) => merges.some((merge) => at >= merge.began_at && at < merge.ended_at))
  return [
    ...merges.map((merge) => ({
      id: `merge_${merge.name}`,
      what: `staged prices merged, all ${merge.name}`,
      unit: "1/s",
      kontor: sample([prices / merge.seconds]),
      ...(TARGETS[merge.name] ? { target: { at_least: TARGETS[merge.name] } } : {}),
      details: merge,
    })),
    {
      id: "merge_pages",
      what: "catalogue page of 24 meanwhile",
      unit: "ms",
      kontor: sample(during.map(({ ms }) => ms)),
      base: { name: "before", ...sample(before) },
      target: { growth_at_most: 2 },
    },
  ]
}

async function mergePrices(world, prices) {
  const input = join(dataDir, "merge-input.json")
  const output = join(dataDir, "merge-output.json")
  writeFileSync(input, JSON.stringify({ source: SOURCE, prices }))
  await run(process.execPath, [medusaCli, "exec", SCRIPT, input, output], { env: world.environment })
  return readJson(output)
}
