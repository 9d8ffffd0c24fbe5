/** `npm run check`: format, lint with the import directions, types of server and admin, unit tests. Everything is run; any failure fails the command. */
import { endOnSignals, thenEnd } from "./lib/ending.mjs"
import { installPackages } from "./lib/install.mjs"
import { say } from "./lib/progress.mjs"
import { command } from "./lib/refused.mjs"
import { runChild } from "./lib/run.mjs"
import { testSeed } from "./lib/test-seed.mjs"

const CHECKS = [
  ["format", ["prettier", "--check", ".", "--log-level", "warn"]],
  ["lint", ["eslint", ".", "--max-warnings", "0"]],
  ["types", ["tsc", "--noEmit", "-p", "tsconfig.check.json"]],
  ["types of the admin", ["tsc", "--noEmit", "-p", "src/admin/tsconfig.json"]],
  ["types of the admin of 1C", ["tsc", "--noEmit", "-p", "src/plugins/onec/src/admin/tsconfig.json"]],
  ["unit tests", ["jest", "--silent"]],
]

await command(async () => {
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    await installPackages()
    const env = { ...process.env, TEST_TYPE: "unit", KONTOR_TEST_SEED: testSeed() }
    const failed = []
    for (const [name, args] of CHECKS) {
      say(`Checking ${name}`)
      const { code } = await runChild("npx", ["--no-install", ...args], { env })
      if (code !== 0) {
        failed.push(name)
      }
    }
    say(failed.length === 0 ? "All checks passed" : `Failed: ${failed.join(", ")}`)
    process.exitCode = failed.length === 0 ? 0 : 1
  })
})
