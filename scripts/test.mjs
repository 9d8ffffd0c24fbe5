/** `npm test`: unit, module and HTTP tests on an embedded PostgreSQL of their own in a temporary folder; ends in one line with the count. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { endOnSignals, thenEnd } from "./lib/ending.mjs"
import { installPackages } from "./lib/install.mjs"
import { readJson } from "./lib/kept-json.mjs"
import { medusaCli, root } from "./lib/paths.mjs"
import { say, step } from "./lib/progress.mjs"
import { command, Refused } from "./lib/refused.mjs"
import { run, runChild } from "./lib/run.mjs"
import { addReport, noTests, summaryLine } from "./lib/test-count.mjs"
import { openTestPlace } from "./lib/test-place.mjs"
import { testSeed } from "./lib/test-seed.mjs"

const ALL = ["unit", "modules", "http"]

await command(async () => {
  const suites = chosenSuites(process.argv.slice(2))
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    await installPackages()
    const seed = testSeed()
    const place = await openTestPlace()
    const env = testEnvironment(place, seed)
    let totals = noTests
    for (const suite of suites) {
      say(`Running the ${suite} tests${seed && `, random input by seed ${seed}`}`)
      if (suite === "http") {
        await migrateTemplate(env, place.url("template1"))
      }
      const report = join(place.folder, `${suite}.json`)
      const code = await jest(suite, report, env)
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

function testEnvironment({ port, folder }, seed) {
  const env = {
    ...process.env,
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
  return env
}

/** PostgreSQL makes each new database as a copy of `template1`: with the tables in it, none of a hundred spec files has to make them. */
async function migrateTemplate(env, url) {
  const args = [medusaCli, "db:migrate", "--execute-safe-links", "--skip-scripts"]
  await step("Migrating the database that the tests copy", () => run(process.execPath, args, { env: { ...env, DATABASE_URL: url } }))
}

/** Runs a suite; resolves with jest's exit code. */
async function jest(suite, report, env) {
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
  const { code } = await runChild(process.execPath, args, { env: { ...env, TEST_TYPE: suite }, stdio: ["ignore", "ignore", "inherit"] })
  return code
}
