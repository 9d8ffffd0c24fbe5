/** `npm run bench`: measures Kontor beside stock Medusa on the same data and prints a table of ratios. It never fails on time. */
import { readOptions } from "./lib/bench-options.mjs"
import { command } from "./lib/refused.mjs"

await command(async () => {
  const options = readOptions(process.argv.slice(2))
  if (options === null) {
    return
  }
  // The other libraries read where they work from the environment when they are first imported; the bench has a database and files of its own.
  process.env.KONTOR_DATA_DIR = ".data/bench"
  delete process.env.DATABASE_URL
  delete process.env.REDIS_URL
  const { progressTo } = await import("./lib/progress.mjs")
  if (options.json) {
    progressTo(process.stderr)
  }
  const { installPackages } = await import("./lib/install.mjs")
  await installPackages()
  const { bench } = await import("./lib/bench-run.mjs")
  await bench(options)
})
