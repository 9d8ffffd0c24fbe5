/** `npm run check`: format, lint with the import directions, types of server and admin, unit tests. Everything is run; any failure fails the command. */
import { spawnSync } from "node:child_process"
import { installPackages } from "./lib/install.mjs"
import { root } from "./lib/paths.mjs"
import { say } from "./lib/progress.mjs"

await installPackages()
const checks = [
  ["format", ["prettier", "--check", ".", "--log-level", "warn"]],
  ["lint", ["eslint", ".", "--max-warnings", "0"]],
  ["types", ["tsc", "--noEmit", "-p", "tsconfig.check.json"]],
  ["types of the admin", ["tsc", "--noEmit", "-p", "src/admin/tsconfig.json"]],
  ["types of the admin of 1C", ["tsc", "--noEmit", "-p", "src/plugins/onec/src/admin/tsconfig.json"]],
  ["unit tests", ["jest", "--silent"]],
]
const failed = checks.filter(([name, [program, ...args]]) => {
  say(`Checking ${name}`)
  const { status } = spawnSync("npx", ["--no-install", program, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, TEST_TYPE: "unit", NODE_OPTIONS: "--max-old-space-size=4096" },
  })
  return status !== 0
})
say(failed.length === 0 ? "All checks passed" : `Failed: ${failed.map(([name]) => name).join(", ")}`)
process.exitCode = failed.length === 0 ? 0 : 1
