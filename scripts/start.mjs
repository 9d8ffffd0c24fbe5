/** `npm start`: everything from a fresh clone to a serving Kontor. Kept free of imports, so that an old Node gets a sentence and not a syntax error. */
const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Kontor needs Node 20.19 or newer; this is ${process.versions.node}.\nWhat to do: install a current Node (nodejs.org, nvm install 22) and run the command again.`
  )
  process.exit(1)
}
const { start } = await import("./lib/start.mjs")
await start()
