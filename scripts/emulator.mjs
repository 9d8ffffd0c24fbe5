/**
 * `npm run emulator -- <command> …`: the 1C emulator of plugin onec. Without --url, --login and --password it talks to the demo of this folder, as the
 * 1C that the demo was loaded from: of its sizes, where no others are told.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root, serverDir } from "./lib/paths.mjs"
import { command, Refused } from "./lib/refused.mjs"
import { readDemo } from "./lib/demo-data.mjs"

/** A supplier of the emulator's config as flags, but for those that are told. */
function flagsOf(supplier, told) {
  return Object.entries(supplier).flatMap(([field, value]) => {
    const flag = `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    return told.some((arg) => arg === flag || arg.startsWith(`${flag}=`)) ? [] : [flag, String(value)]
  })
}

await command(async () => {
  const cli = join(serverDir, "src/plugins/onec/src/emulator/cli.js")
  if (!existsSync(cli)) {
    throw new Refused("The server is not built yet.", "Run npm start once.")
  }
  const args = process.argv.slice(2)
  const { exchange, supplier = {} } = readDemo() ?? {}
  const isOfDemo = exchange && !args.includes("--login") && args[0] !== "write"
  const defaults = isOfDemo
    ? ["--url", exchange.url, "--login", exchange.login, "--password", exchange.password, ...flagsOf(supplier, args)]
    : []
  process.exitCode = spawnSync(process.execPath, [cli, ...args, ...defaults], { cwd: root, stdio: "inherit" }).status ?? 1
})
