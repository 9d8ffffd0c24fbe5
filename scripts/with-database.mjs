/** Runs a Medusa command against the embedded (or given) database, e.g. `node scripts/with-database.mjs medusa db:generate company`. */
import { spawnSync } from "node:child_process"
import { installPackages } from "./lib/install.mjs"
import { medusaCli, root } from "./lib/paths.mjs"
import { command } from "./lib/refused.mjs"

await command(async () => {
  await installPackages()
  const { openDatabase, serverEnvironment } = await import("./lib/environment.mjs")
  const [program, ...args] = process.argv.slice(2)
  const database = await openDatabase()
  try {
    const [file, first] = program === "medusa" ? [process.execPath, [medusaCli]] : [program, []]
    const { status } = spawnSync(file, [...first, ...args], { cwd: root, stdio: "inherit", env: serverEnvironment(database.url) })
    process.exitCode = status ?? 1
  } finally {
    database.stop()
  }
})
