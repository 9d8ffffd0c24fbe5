import { spawn } from "node:child_process"
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { dataDir, medusaCli, serverDir } from "./paths.mjs"
import { Refused } from "./refused.mjs"

const runFile = join(dataDir, "run.json")
const STOP_MS = 20_000

/** Refuses when a Kontor of this folder runs, and ends a server that an unclean stop of its launcher left behind. */
export async function clearEarlierRun() {
  if (!existsSync(runFile)) {
    return
  }
  const { launcher, server } = JSON.parse(readFileSync(runFile, "utf8"))
  if (launcher !== process.pid && isKontor(launcher)) {
    throw new Refused(`Kontor already runs from this folder (process ${launcher}).`, `Use it, or stop it with: kill ${launcher}`)
  }
  if (server && isKontor(server)) {
    await stopProcess(server)
  }
  rmSync(runFile, { force: true })
}

/** Starts the built server; resolves when it answers on /health. */
export async function startServer(env) {
  mkdirSync(join(dataDir, "logs"), { recursive: true })
  const log = join(dataDir, "logs", "server.log")
  const child = spawn(process.execPath, ["--max-old-space-size=1536", medusaCli, "start", "--port", env.PORT], {
    cwd: serverDir,
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
    // Its own group: Ctrl-C reaches the launcher alone, which stops server and database in order.
    detached: true,
  })
  const output = createWriteStream(log, { flags: "a" })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  writeFileSync(runFile, JSON.stringify({ launcher: process.pid, server: child.pid }))
  await healthy(child, env.PORT, log)
  return {
    child,
    log,
    stop: async () => {
      await stopProcess(child.pid)
      rmSync(runFile, { force: true })
    },
  }
}

async function healthy(child, port, log) {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      break
    }
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const tail = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n")
  throw new Refused(`The server did not come up. Its last words:\n${tail}`, `Read ${log}.`)
}

/** Asks the process to end, and ends it when it does not within the time. */
async function stopProcess(pid) {
  signal(pid, "SIGTERM")
  const deadline = Date.now() + STOP_MS
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      signal(pid, "SIGKILL")
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    // A zombie answers the signal but is gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))
  } catch {
    return false
  }
}

/** A process number is used again after a reboot: only one that runs our scripts counts. */
function isKontor(pid) {
  try {
    return isAlive(pid) && /scripts\/start\.mjs|@medusajs\/cli\/cli\.js/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"))
  } catch {
    return false
  }
}
