import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { readJson, writeJson } from "./kept-json.mjs"
import { root } from "./paths.mjs"

const SKIPPED = new Set(["node_modules", ".medusa", "__tests__", ".data", "docs"])

/** A hash over the content of files and folders (relative to the project); changes when any of them changes. `accept` is asked with the path from the project's root. */
export function fingerprint(paths, accept = () => true) {
  const hash = createHash("sha256")
  for (const file of paths
    .flatMap((path) => files(join(root, path)))
    .filter((file) => accept(file.slice(root.length)))
    .sort()) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

function files(path) {
  if (!existsSync(path)) {
    return []
  }
  if (statSync(path).isFile()) {
    return [path]
  }
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => files(join(path, entry.name)))
}

/**
 * Remembers in `file` under which fingerprint a step was last done, and does it again only when that changed. While the step runs it counts as not done: a step that was cut is done
 * again, even when its sources are changed back.
 * @returns whether the work was done now.
 */
export async function whenChanged(file, name, print, work) {
  if (readJson(file, {})[name] === print) {
    return false
  }
  const remember = (value) => writeJson(file, { ...readJson(file, {}), [name]: value })
  if (existsSync(file)) {
    remember(undefined)
  }
  await work()
  remember(print)
  return true
}
