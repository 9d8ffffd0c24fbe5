/** The file `postmaster.pid` of a PostgreSQL cluster: line 1 its process, 4 its port, 7 its shared memory, 8 its state. */
import { join, resolve } from "node:path"
import { readFileSync, writeFileSync } from "node:fs"
import { commandLine } from "./processes.mjs"

/** No system gives a process this number. */
const NO_PROCESS = 2 ** 31 - 2

/** What the file says; null when there is none. */
export function parsePidFile(text) {
  const lines = text?.split("\n").map((line) => line.trim()) ?? []
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), isReady: lines[7] === "ready" } : null
}

/** The file with the number of its process replaced by one that nobody has. */
export function withoutProcess(text) {
  return text.replace(/^\s*-?\d+/, String(NO_PROCESS))
}

/** Whether a command line is that of a PostgreSQL over this folder. */
export function isPostmaster(words, data) {
  const at = words.indexOf("-D")
  return /(^|\/)postgres$/.test(words[0] ?? "") && at > 0 && resolve(words[at + 1] ?? "") === resolve(data)
}

/** The server that runs over the folder; null when none does, whatever the file says. */
export function runningPostmaster(data) {
  const noted = parsePidFile(readPidFile(data))
  return noted && isPostmaster(commandLine(noted.pid), data) ? noted : null
}

/**
 * A kill or a power cut leaves the file behind, and its number may by now belong to another program, which PostgreSQL would take for itself and refuse to start. Only the number goes:
 * by the rest PostgreSQL sees whether processes of the killed server still use its memory.
 */
export function disownPidFile(data) {
  const text = readPidFile(data)
  if (text !== undefined && !runningPostmaster(data)) {
    writeFileSync(join(data, "postmaster.pid"), withoutProcess(text))
  }
}

function readPidFile(data) {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8")
  } catch (error) {
    if (error.code === "ENOENT") {
      return undefined
    }
    throw error
  }
}
