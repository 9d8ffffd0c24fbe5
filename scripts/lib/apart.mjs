import { endOnSignals, thenEnd } from "./ending.mjs"
import { freePort } from "./ports.mjs"

/**
 * Runs `work` on a database, files and a port of its own, whatever the environment names. The other libraries read it when they are first imported, so `work` imports them itself.
 * @param folder where its data stand, e.g. ".data/bench"
 */
export async function apart(folder, work) {
  process.env.KONTOR_DATA_DIR = folder
  process.env.PORT = String(await freePort())
  delete process.env.DATABASE_URL
  delete process.env.REDIS_URL
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    const { installPackages } = await import("./install.mjs")
    await installPackages()
    await work()
  })
}
