/** `npm test`: unit, module and HTTP tests on an embedded PostgreSQL of their own in a temporary folder; ends in one line with the count. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { spawn } from "node:child_process"
import { installPackages } from "./lib/install.mjs"
import { root } from "./lib/paths.mjs"
import { say } from "./lib/progress.mjs"
import { command } from "./lib/refused.mjs"

const SUITES = process.argv.slice(2).filter((argument) => !argument.startsWith("-"))
const ALL = ["unit", "modules", "http"]

await command(async () => {
  await installPackages()
  const { freePort, startPostgres } = await import("./lib/postgres.mjs")
  const folder = mkdtempSync(join(tmpdir(), "kontor-test-"))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const postgres = await startPostgres({ directory: join(folder, "postgres"), port, durable: false })
  const stop = () => {
    postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const name of ["SIGINT", "SIGTERM"]) {
    process.once(name, () => {
      stop()
      process.exit(1)
    })
  }
  try {
    const totals = { passed: 0, failed: 0, skipped: 0 }
    let clean = true
    for (const suite of SUITES.length > 0 ? SUITES : ALL) {
      say(`Running the ${suite} tests`)
      const report = join(folder, `${suite}.json`)
      const code = await jest(suite, report, { port, folder })
      const result = JSON.parse(readFileSync(report, "utf8"))
      totals.passed += result.numPassedTests
      totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
      totals.skipped += result.numPendingTests
      clean &&= code === 0
    }
    const line = `tests: ${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ""}`
    mkdirSync(join(root, ".data"), { recursive: true })
    writeFileSync(join(root, ".data", "test-summary.txt"), `${line}\n`)
    console.log(line)
    process.exitCode = clean && totals.failed === 0 && totals.passed > 0 ? 0 : 1
  } finally {
    stop()
  }
})

function jest(suite, report, { port, folder }) {
  const env = {
    ...process.env,
    TEST_TYPE: suite,
    NODE_ENV: "test",
    NODE_OPTIONS: "--experimental-vm-modules --no-warnings --max-old-space-size=4096",
    DB_HOST: "localhost",
    DB_PORT: String(port),
    DB_USERNAME: "kontor",
    DB_PASSWORD: "trusted",
    KONTOR_DATA_DIR: join(folder, "data"),
    JWT_SECRET: "test-jwt-secret",
    COOKIE_SECRET: "test-cookie-secret",
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
  delete env.DATABASE_URL
  delete env.REDIS_URL
  const args = [
    join(root, "node_modules", "jest", "bin", "jest.js"),
    "--json",
    `--outputFile=${report}`,
    "--maxWorkers=2",
    "--forceExit",
    "--testTimeout=120000",
  ]
  return new Promise((done, failed) => {
    // The report goes to the file; standard output would repeat it as one huge line.
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] })
    child.once("error", failed)
    child.once("close", done)
  })
}
