/** Runs a Medusa command against the embedded (or given) database, e.g. `node scripts/with-database.mjs medusa db:generate company`. */
import { endOnSignals, thenEnd } from "./lib/ending.mjs"
import { installPackages } from "./lib/install.mjs"
import { medusaCli } from "./lib/paths.mjs"
import { command, Refused } from "./lib/refused.mjs"
import { runChild } from "./lib/run.mjs"

await command(async () => {
  const [program, ...args] = process.argv.slice(2)
  if (!program) {
    throw new Refused("A program to run is missing.", "For example: node scripts/with-database.mjs medusa user -e you@example.com -p …")
  }
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    await installPackages()
    const { openDatabase, serverEnvironment } = await import("./lib/environment.mjs")
    const database = await openDatabase({ keepRunning: true })
    const [file, first] = program === "medusa" ? [process.execPath, [medusaCli]] : [program, []]
    const { code } = await runChild(file, [...first, ...args], { env: serverEnvironment(database.url) })
    process.exitCode = code ?? 1
  })
})
