/** `npm run bench`: measures Kontor beside stock Medusa on the same data and prints a table of ratios. It never fails on time. */
import { readOptions } from "./lib/bench-options.mjs"
import { endOnSignals, thenEnd } from "./lib/ending.mjs"
import { freePort } from "./lib/ports.mjs"
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
  // The other libraries read from the environment where they work when they are first imported; the bench has a database and files of its own.
  process.env.KONTOR_DATA_DIR = ".data/bench"
  process.env.PORT = String(await freePort())
  delete process.env.DATABASE_URL
  delete process.env.REDIS_URL
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    const { installPackages } = await import("./lib/install.mjs")
    await installPackages()
    const { bench } = await import("./lib/bench-run.mjs")
    await bench(options)
  })
})
