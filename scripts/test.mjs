/** `npm test`: unit, module and HTTP tests on an embedded PostgreSQL of their own in a temporary folder; ends in one line with the count. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEnd, endOnSignals, thenEnd } from "./lib/ending.mjs"
import { installPackages } from "./lib/install.mjs"
import { readJson } from "./lib/kept-json.mjs"
import { root } from "./lib/paths.mjs"
import { freePort } from "./lib/ports.mjs"
import { startPostgres } from "./lib/postgres.mjs"
import { say, step } from "./lib/progress.mjs"
import { command, Refused } from "./lib/refused.mjs"
import { runChild } from "./lib/run.mjs"
import { addReport, noTests, summaryLine } from "./lib/test-count.mjs"
import { testSeed } from "./lib/test-seed.mjs"

const ALL = ["unit", "modules", "http"]

await command(async () => {
  const suites = chosenSuites(process.argv.slice(2))
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    await installPackages()
    const seed = testSeed()
    const place = await openPlace()
    let totals = noTests
    for (const suite of suites) {
      say(`Running the ${suite} tests${seed && `, random input by seed ${seed}`}`)
      const report = join(place.folder, `${suite}.json`)
      const code = await jest(suite, report, { ...place, seed })
      totals = addReport(totals, readJson(report), code)
    }
    const line = summaryLine(totals)
    mkdirSync(join(root, ".data"), { recursive: true })
    writeFileSync(join(root, ".data", "test-summary.txt"), `${line}\n`)
    console.log(line)
    process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1
  })
})

function chosenSuites(given) {
  const unknown = given.find((suite) => !ALL.includes(suite))
  if (unknown !== undefined) {
    throw new Refused(`There are no tests named "${unknown}".`, `Choose from: ${ALL.join(", ")}; without a name all are run.`)
  }
  return given.length > 0 ? given : ALL
}

/** A folder for this run with a database server in it; both go with the end of the command. */
async function openPlace() {
  const folder = mkdtempSync(join(tmpdir(), "kontor-test-"))
  // The database server may run as another user.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const starting = startPostgres({ directory: join(folder, "postgres"), port, durable: false })
  beforeEnd(async () => {
    const postgres = await starting.catch(() => null)
    await postgres?.stop()
    for (const place of [folder, postgres?.folder]) {
      if (place) {
        rmSync(place, { recursive: true, force: true })
      }
    }
  })
  await step("Starting a PostgreSQL for the tests", () => starting)
  return { folder, port }
}

/** Runs a suite; resolves with jest's exit code. */
async function jest(suite, report, { port, folder, seed }) {
  const env = {
    ...process.env,
    TEST_TYPE: suite,
    NODE_ENV: "test",
    NODE_OPTIONS: "--experimental-vm-modules --no-warnings",
    TMPDIR: folder,
    DB_HOST: "localhost",
    DB_PORT: String(port),
    DB_USERNAME: "kontor",
    DB_PASSWORD: "trusted",
    KONTOR_DATA_DIR: join(folder, "data"),
    JWT_SECRET: "test-jwt-secret",
    COOKIE_SECRET: "test-cookie-secret",
    MEDUSA_DISABLE_TELEMETRY: "true",
    KONTOR_TEST_SEED: seed,
  }
  delete env.DATABASE_URL
  delete env.REDIS_URL
  const args = [
    join(root, "node_modules", "jest", "bin", "jest.js"),
    "--json",
    `--outputFile=${report}`,
    // Kept beside the packages: the folder for temporary files goes with the run.
    `--cacheDirectory=${join(root, "node_modules", ".cache", "jest")}`,
    "--maxWorkers=2",
    "--forceExit",
    "--testTimeout=120000",
  ]
  // The report goes to the file; standard output would repeat it as one huge line.
  const { code } = await runChild(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] })
  return code
}
