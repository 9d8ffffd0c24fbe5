import { claimFolder, releaseFolder } from "./claim.mjs"
import { beforeEnd, endAll, endOnSignals, isEnding } from "./ending.mjs"
import { installPackages } from "./install.mjs"
import { refuseTakenPort } from "./ports.mjs"
import { step } from "./progress.mjs"
import { refuseSilentRedis } from "./redis.mjs"
import { command, Refused } from "./refused.mjs"

const WATCH_MS = 2_000

/** Installs, migrates, builds, serves, and loads the demo supplier the first time; then waits for Ctrl-C or SIGTERM. */
export async function start() {
  await command(async () => {
    endOnSignals({ farewell: "Stopped cleanly; all data is kept." })
    try {
      await claimFolder()
      beforeEnd(releaseFolder)
      await serve()
    } catch (error) {
      await endAll()
      throw error
    }
  })
}

async function serve() {
  const { openDatabase, ports, serverEnvironment } = await import("./environment.mjs")
  await refuseTakenPort(ports().server, { name: "Kontor", variable: "PORT" })
  await refuseSilentRedis()
  await installPackages()
  const database = await openDatabase()
  const env = serverEnvironment(database.url)
  const { buildServer } = await import("./build.mjs")
  const { migrate } = await import("./migrate.mjs")
  const { startServer } = await import("./server.mjs")
  const { ensureDemo, ensureManager, tell } = await import("./demo-data.mjs")
  const { demoPrices } = await import("./demo-prices.mjs")
  await migrate(env, database.identity)
  await buildServer(env)
  await ensureManager(env, database.identity)
  const asked = await demoPrices()
  const server = await step("Starting the server", () => startServer({ ...env, ...asked }))
  const failure = watch(server, database)
  tell(await Promise.race([ensureDemo(), failure]))
  await failure
}

/** Rejects when server or database end though nobody stopped them: half of a Kontor is not left standing. */
function watch({ child, log }, database) {
  return new Promise((_resolve, failed) => {
    const fail = (sentence, wayOut) => {
      clearInterval(watcher)
      if (!isEnding()) {
        failed(new Refused(sentence, wayOut))
      }
    }
    const watcher = setInterval(() => {
      if (!database.runs()) {
        fail("The embedded PostgreSQL ended by itself; the server was stopped too.", "Start again: everything that was saved is kept.")
      }
    }, WATCH_MS)
    child.once("exit", (code, signal) =>
      fail(`The server ended by itself (${signal ?? `code ${code}`}).`, `Read ${log}, then start again: all data is kept.`)
    )
  })
}
