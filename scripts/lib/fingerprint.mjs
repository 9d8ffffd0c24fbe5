import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./paths.mjs"

const SKIPPED = new Set(["node_modules", ".medusa", "__tests__", ".data", "docs"])

/** A hash over the content of files and folders (relative to the project); changes when any of them changes. */
export function fingerprint(paths, accept = () => true) {
  const hash = createHash("sha256")
  for (const file of paths
    .flatMap((path) => files(join(root, path)))
    .filter(accept)
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
 * Remembers in `file` under which fingerprint a step was last done, and does it again only when that changed.
 * @returns whether the work was done now.
 */
export async function whenChanged(file, name, print, work) {
  const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  if (state[name] === print) {
    return false
  }
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ ...state, [name]: print }, null, 2))
  return true
}
