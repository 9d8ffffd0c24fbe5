import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { readJson } from "./kept-json.mjs"
import { dataDir, medusaCli } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"

const SCRIPT = "./integration-tests/bench/stock-flows.ts"

/**
 * Runs Medusa's own workflows over the same goods, database and machine, in a process of their own: without HTTP, and in a cart without a
 * contract, so that nothing of Kontor's slows them down.
 * @returns {Promise<{ lines: number, add_to_cart_ms: number[], complete_cart_ms: number[] }>}
 */
export async function runStockFlows(world, goods, { lines, repeats }) {
  const input = join(dataDir, "stock-input.json")
  const output = join(dataDir, "stock-output.json")
  const items = goods.slice(0, lines).map(({ variant_id, quantity }) => ({ variant_id, quantity }))
  writeFileSync(input, JSON.stringify({ items, repeats, region_id: world.region.id }))
  await step(`Stock Medusa: ${items.length} lines to a cart and its completion, ${repeats} times`, () =>
    run(process.execPath, ["--max-old-space-size=4096", medusaCli, "exec", SCRIPT, input, output], { env: world.environment })
  )
  return readJson(output)
}
