/** `npm run bench`: measures Kontor beside stock Medusa on the same data and prints a table of ratios. It never fails on time. */
import { apart } from "./lib/apart.mjs"
import { readOptions } from "./lib/bench-options.mjs"
import { progressTo } from "./lib/progress.mjs"
import { command } from "./lib/refused.mjs"

await command(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options === null) {
    return
  }
  if (options.json) {
    progressTo(process.stderr)
  }
  await apart(".data/bench", async () => {
    const { bench } = await import("./lib/bench-run.mjs")
    await bench(options)
  })
})
