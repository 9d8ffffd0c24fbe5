/** `npm run emulator -- <command> …`: the 1C emulator of plugin onec. Without --url, --login and --password it talks to the demo of this folder. */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root, serverDir } from "./lib/paths.mjs"
import { command, Refused } from "./lib/refused.mjs"
import { readDemo } from "./lib/demo-data.mjs"

await command(async () => {
  const cli = join(serverDir, "src/plugins/onec/src/emulator/cli.js")
  if (!existsSync(cli)) {
    throw new Refused("The server is not built yet.", "Run npm start once.")
  }
  const args = process.argv.slice(2)
  const exchange = readDemo()?.exchange
  const defaults =
    exchange && !args.includes("--login") ? ["--url", exchange.url, "--login", exchange.login, "--password", exchange.password] : []
  process.exitCode = spawnSync(process.execPath, [cli, ...args, ...defaults], { cwd: root, stdio: "inherit" }).status ?? 1
})
