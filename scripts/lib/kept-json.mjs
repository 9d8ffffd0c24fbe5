import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

/** The JSON in `file`; `fallback` when there is no file or a power cut left half of one, for all that is kept here can be made again. */
export function readJson(file, fallback = null) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch (error) {
    if (error.code === "ENOENT" || error instanceof SyntaxError) {
      return fallback
    }
    throw error
  }
}

/** Writes beside the file and renames, so that a reader, or the next start after a kill, finds the old content or the new one and never a part. */
export function writeJson(file, value, { mode = 0o644 } = {}) {
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode })
  renameSync(beside, file)
}
