/** `npm run crash`: kills the server in the middle of imports and of orders, and tells whether ever a half was left. */
import { readCrashOptions } from "./lib/crash-options.mjs"
import { endOnSignals, thenEnd } from "./lib/ending.mjs"
import { freePort } from "./lib/ports.mjs"
import { command } from "./lib/refused.mjs"

await command(async () => {
  const options = readCrashOptions(process.argv.slice(2))
  if (options === null) {
    return
  }
  // Read by the other libraries when they are first imported; what is killed here has a database and files of its own.
  process.env.KONTOR_DATA_DIR = ".data/crash"
  process.env.PORT = String(await freePort())
  delete process.env.DATABASE_URL
  delete process.env.REDIS_URL
  endOnSignals({ code: 130 })
  await thenEnd(async () => {
    const { installPackages } = await import("./lib/install.mjs")
    await installPackages()
    const { crash } = await import("./lib/crash-run.mjs")
    await crash(options)
  })
})
