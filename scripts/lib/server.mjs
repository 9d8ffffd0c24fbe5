import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { forgetChild, noteChild } from "./claim.mjs"
import { beforeEnd } from "./ending.mjs"
import { dataDir, medusaCli, serverDir } from "./paths.mjs"
import { endGroup, identify, signalGroup } from "./processes.mjs"
import { Refused } from "./refused.mjs"

const UP_MS = 180_000
const LOG_BYTES = 20_000_000

/**
 * Starts the built server, or another Medusa in the folder `cwd`; resolves when it answers on /health. Its log is named `name`.
 * @returns {Promise<{ child: import("node:child_process").ChildProcess, log: string, stop: () => Promise<void> }>}
 * @throws {Refused} with its last words when it does not come up.
 */
export async function startServer(env, { cwd = serverDir, name = "server" } = {}) {
  const log = join(dataDir, "logs", `${name}.log`)
  const child = spawnServer(env, cwd, log)
  noteChild(child.pid)
  const born = identify(child.pid)
  const stop = () => endGroup(born)
  const takeBack = beforeEnd(stop)
  const atExit = () => signalGroup(child.pid, "SIGTERM")
  process.once("exit", atExit)
  child.once("exit", () => {
    process.off("exit", atExit)
    takeBack()
    forgetChild(child.pid)
  })
  await healthy(child, env.PORT, log)
  return { child, log, stop }
}

/**
 * On a machine with much memory V8 lets garbage gather: collecting after a growth of 40 % keeps the peak of a load of 35,000 products near 525 MB (490 after 20 %, 555 after 70 %), and takes a tenth less of
 * the server's processor than after 20 %. V8 starts four threads that help to collect, however few processors there are: on two, beside PostgreSQL, they wait for each other, and the rest of the
 * process and PostgreSQL for them. A young generation of 32 MB takes 6 % less of the processor than one of 16 MB while a package is read, for some 40 MB. No --max-old-space-size: V8 applies it
 * to workers too, over the heap limit of those that read untrusted order files.
 */
export const HEAP_FLAGS = [
  "--heap-growing-percent=40",
  "--max-semi-space-size=32",
  `--v8-pool-size=${Math.min(4, Math.max(1, availableParallelism() - 1))}`,
]

/**
 * The C library of Linux gives each busy thread an arena of its own and rarely returns one: two instead of sixteen took 46 MB off the peak of the same load.
 */
const ARENAS = "2"

/** The log is the server's own descriptor and no pipe, so that it outlives a killed launcher. In its own group, since Ctrl-C is for the launcher, which stops server and database in order. */
function spawnServer(env, cwd, log) {
  mkdirSync(join(dataDir, "logs"), { recursive: true })
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) {
    renameSync(log, `${log}.1`)
  }
  const output = openSync(log, "a")
  try {
    return spawn(process.execPath, [...HEAP_FLAGS, medusaCli, "start", "--port", env.PORT], {
      cwd,
      env: { MALLOC_ARENA_MAX: ARENAS, ...env, NODE_ENV: "production" },
      stdio: ["ignore", output, output],
      detached: true,
    })
  } finally {
    closeSync(output)
  }
}

async function healthy(child, port, log) {
  const deadline = Date.now() + UP_MS
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const tail = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n")
  throw new Refused(`The server did not come up. Its last words:\n${tail}`, `Read ${log}.`)
}
