/** `npm run crash`: kills the server in the middle of imports and of orders, and tells whether ever a half was left. */
import { apart } from "./lib/apart.mjs"
import { readCrashOptions } from "./lib/crash-options.mjs"
import { command } from "./lib/refused.mjs"

await command(async () => {
  const options = readCrashOptions(process.argv.slice(2))
  if (options === null) {
    return
  }
  await apart(".data/crash", async () => {
    const { crash } = await import("./lib/crash-run.mjs")
    await crash(options)
  })
})
