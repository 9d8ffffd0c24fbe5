import { spawn } from "node:child_process"
import { createWriteStream, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { dataDir, medusaCli, root } from "./paths.mjs"
import { step } from "./progress.mjs"
import { Refused } from "./refused.mjs"

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
  await step(`Stock Medusa: ${items.length} lines to a cart and its completion, ${repeats} times`, () => execute(world, [input, output]))
  return JSON.parse(readFileSync(output, "utf8"))
}

function execute(world, args) {
  const log = join(dataDir, "logs", "stock-flows.log")
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ["--max-old-space-size=4096", medusaCli, "exec", SCRIPT, ...args], {
      cwd: root,
      env: world.environment,
      stdio: ["ignore", "pipe", "pipe"],
      signal: world.ending.signal,
    })
    const output = createWriteStream(log)
    child.stdout.pipe(output, { end: false })
    child.stderr.pipe(output, { end: false })
    child.once("error", failed)
    child.once("close", (code) => {
      output.end()
      if (code === 0) {
        return done()
      }
      const tail = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n")
      return failed(new Refused(`Stock Medusa's workflows ended with code ${code}:\n${tail}`, `Read ${log}.`))
    })
  })
}
