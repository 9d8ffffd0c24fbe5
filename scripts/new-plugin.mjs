/** `npm run new:plugin <name>`: scaffolds a plugin that works at once: module, migration, workflow, routes, subscriber, job, link, admin widget and manifest. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { root } from "./lib/paths.mjs"
import { pluginFiles } from "./lib/plugin-template.mjs"
import { command, Refused } from "./lib/refused.mjs"

/** The list of plugins that ends medusa-config.ts, its opening comment included. */
const CONFIG_LIST = /(\n {2}\[\n {4}\/\/ .*\n)((?: {4}\{ name: .*\n)*)( {2}\]\n\))/

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: "string" } } })
  const project = resolve(values.root ?? root)
  const [name] = positionals
  if (!name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new Refused(
      `"${name ?? ""}" cannot name a plugin.`,
      "Use small letters, digits and single hyphens, at most 40, e.g.: npm run new:plugin delivery-slots"
    )
  }
  const folder = join(project, "src", "plugins", name)
  if (existsSync(folder)) {
    throw new Refused(`src/plugins/${name} exists already.`, "Choose another name, or remove the folder.")
  }
  const files = pluginFiles(name)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const entered = enterInConfig(join(project, "medusa-config.ts"), name)
  console.log(`Made src/plugins/${name} (${Object.keys(files).length} files).`)
  console.log(entered ? "Entered it in medusa-config.ts." : `Add it to the list at the end of medusa-config.ts: { name: "${name}" },`)
  console.log("Next: npm install (links the package), npm start (migrates, builds, serves). Its README says what is where.")
})

/** Adds the plugin's one line to the list that ends the configuration. */
function enterInConfig(file, name) {
  const config = readFileSync(file, "utf8")
  if (!CONFIG_LIST.test(config)) {
    return false
  }
  writeFileSync(
    file,
    config.replace(CONFIG_LIST, (_all, open, lines, close) => `${open}${lines}    { name: "${name}" },\n${close}`)
  )
  return true
}
