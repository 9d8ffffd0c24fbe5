import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { EmulatorError } from "./error"

function isMissing(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT"
}

export function unreadable(path: string, reason: string): EmulatorError {
  return new EmulatorError("base_unreadable", `${path}: ${reason}; delete it to begin anew`)
}

/**
 * A part of 1C's base as it was written; null when there is none yet.
 * @throws EmulatorError base_unreadable
 */
export async function readBaseFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"))
  } catch (error) {
    if (isMissing(error)) {
      return null
    }
    throw error instanceof SyntaxError ? unreadable(path, error.message) : error
  }
}

/** Writes beside the file and renames, so that a killed emulator leaves the old base or the new one. */
export async function writeBaseFile(path: string, content: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, JSON.stringify(content, null, 1))
  await rename(temporary, path)
}
