import { command } from "./refused.mjs"
import { installPackages } from "./install.mjs"
import { say, step } from "./progress.mjs"

/** Installs, migrates, builds, serves, and loads the demo supplier the first time; then waits for Ctrl-C or SIGTERM. */
export async function start() {
  await command(async () => {
    const { refuseTakenPort } = await import("./postgres.mjs")
    const { PORT, openDatabase, serverEnvironment } = await import("./environment.mjs")
    const { clearEarlierRun, startServer } = await import("./server.mjs")
    await clearEarlierRun()
    await refuseTakenPort(PORT, "Kontor", "PORT")
    await installPackages()

    const undo = []
    const stopAll = async () => {
      for (const stop of undo.splice(0).reverse()) {
        await stop()
      }
    }
    const stopped = onSignals(async (name) => {
      say(`${name}: stopping`)
      await stopAll()
      say("Stopped cleanly; all data is kept.")
      process.exit(0)
    })
    try {
      const database = await openDatabase()
      undo.push(database.stop)
      const env = serverEnvironment(database.url)
      const { buildServer } = await import("./build.mjs")
      const { migrate } = await import("./migrate.mjs")
      const { ensureDemo, ensureManager, tell } = await import("./demo-data.mjs")
      await migrate(env)
      await buildServer(env)
      await ensureManager(env)
      const server = await step("Starting the server", () => startServer(env))
      undo.push(server.stop)
      server.child.once("exit", async (code) => {
        if (undo.length > 0) {
          say(`The server ended by itself (code ${code}). Its log: ${server.log}`)
          await stopAll()
          process.exit(1)
        }
      })
      tell(await ensureDemo(env))
    } catch (error) {
      await stopAll()
      throw error
    }
    await stopped
  })
}

/** Resolves never; the handler ends the process. A second signal while stopping is ignored. */
function onSignals(handler) {
  let handled = false
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      if (!handled) {
        handled = true
        void handler(name)
      }
    })
  }
  return new Promise(() => {})
}
