/** `npm run demo`: plays the main job against the running server and tells it step by step. Each run plays the next round of 1C's changes and leaves one more order. */
import { installPackages } from "./lib/install.mjs"
import { command } from "./lib/refused.mjs"

await command(async () => {
  await installPackages()
  const { playDemo } = await import("./lib/demo-story.mjs")
  await playDemo()
})
