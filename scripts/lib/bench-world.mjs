import { once } from "node:events"
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { KontorApi } from "./api.mjs"
import { buildServer } from "./build.mjs"
import { claimFolder, launcherOf, releaseFolder } from "./claim.mjs"
import { ensureDatabase } from "./database.mjs"
import { emulator, ensureManager, makeDealer, readDemo } from "./demo-data.mjs"
import { beforeEnd } from "./ending.mjs"
import { serverEnvironment } from "./environment.mjs"
import { readJson, writeJson } from "./kept-json.mjs"
import { migrate } from "./migrate.mjs"
import { dataDir, root, serverDir } from "./paths.mjs"
import { freePort } from "./ports.mjs"
import { startPostgres } from "./postgres.mjs"
import { step } from "./progress.mjs"
import { Refused } from "./refused.mjs"
import { startServer } from "./server.mjs"

const stateFile = join(dataDir, "bench.json")
/** Of everything that the emulator sends. */
export const SOURCE = "bench"
/** Stay when the rest of the folder goes. */
const KEPT = new Set(["plans", "report.json", "run.json"])
/** Who else is connected to the same database. */
const OTHERS =
  "select from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()"

/**
 * A Kontor for one run: database, built server, staff session and exchange account, on free ports and in a folder of their own. A database that an earlier run kept is used again
 * when its load need not be measured and its sizes are the same. Everything ends with the command.
 */
export async function openWorld(options) {
  refuseRunningKontor()
  await claimFolder()
  beforeEnd(releaseFolder)
  const kept = readJson(stateFile)
  const isKept = !options.parts.has("load") && kept !== null && JSON.stringify(kept.supplier) === JSON.stringify(options.supplier)
  if (!isKept) {
    removeData()
  }
  const world = new World(options, isKept ? kept : {})
  await world.start(options.keep)
  return world
}

class World {
  #supplier
  #client
  #state
  #env
  #server
  #postgres

  constructor({ supplier, client }, state) {
    this.#supplier = supplier
    this.#client = client
    this.#state = state
    /** Whether the supplier's data are there already. */
    this.isLoaded = Boolean(state.supplier)
  }

  async start(keep) {
    const postgres = await openPostgres(keep)
    this.postgresLog = join(postgres.folder, "postgres.log")
    this.#postgres = postgres
    const databaseUrl = this.urlOf("kontor")
    const identity = await ensureDatabase(databaseUrl)
    this.#env = serverEnvironment(databaseUrl)
    await migrate(this.#env, identity)
    await buildKeepingFiles(this.#env)
    await ensureManager(this.#env, identity)
    this.db = await this.connectTo("kontor")
    await this.restartServer()
    await this.#signIn()
  }

  /** Address of a database of the bench's PostgreSQL. */
  urlOf(database) {
    return this.#postgres.url(database)
  }

  /** A connection that ends with the command, if not before. */
  connectTo(database) {
    return connect(this.urlOf(database))
  }

  /** Ends the server as a power cut would, and waits until PostgreSQL has let go of what it was at. */
  async killServer() {
    const { child } = this.#server
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null
    child.kill("SIGKILL")
    await ended
    while ((await this.db.query(OTHERS)).rowCount > 0) {
      await sleep(20)
    }
  }

  /** Takes server and bench off the database, which copying it needs, and puts them back. `work` gets a connection to another one. */
  async whileNobodyIsConnected(work) {
    await this.#server.stop()
    await this.db.end()
    const maintenance = await this.connectTo("postgres")
    await work(maintenance)
    await maintenance.end()
    this.db = await this.connectTo("kontor")
    await this.restartServer()
  }

  /** Starts the built server as `npm start` does, after stopping the one that runs. */
  async restartServer() {
    await this.#server?.stop()
    this.#server = await step("Starting the server", () => startServer(this.#env))
    this.url = `http://localhost:${this.#env.PORT}`
  }

  async #signIn() {
    this.admin = await new KontorApi(this.url).signIn("user", readDemo().manager)
    const { api_keys } = await this.admin.get("/admin/api-keys?type=publishable&limit=1")
    this.publishableKey = api_keys[0].token
    if (!this.#state.exchange) {
      const { exchange_account: account, secret } = await this.admin.post("/admin/exchange-accounts", {
        login: "1c-bench",
        source: SOURCE,
      })
      this.#state.exchange = { login: account.login, password: secret }
    }
    /** How the emulator reaches the exchange. */
    this.connection = { url: `${this.url}/exchange/1c`, ...this.#state.exchange, client: this.#client }
  }

  /** Makes (once) and signs in an employee of the emulator's first legal entity, who has a usable contract. */
  async signInDealer() {
    if (!this.#state.dealer) {
      const [entity] = new (emulator().Supplier)(this.#supplier).partners().legalEntities
      const person = { name: "Измерение", email: "bench@dealer.example", role: "privileged" }
      this.#state.dealer = await makeDealer(this.admin, entity, person)
    }
    this.dealer = await this.signInto(new KontorApi(this.url, this.storeHeaders))
    this.contract = (await this.dealer.get("/store/me")).active_contract
    this.region = (await this.dealer.get("/store/regions")).regions[0]
    this.#writeState()
  }

  /** The emulated supplier as he was sent last: the one that was asked for, and what parts have made of him. */
  get supplier() {
    return { ...this.#supplier, ...this.#state.changes }
  }

  /** Parts that find the same database later find him so. */
  changeSupplier(changes) {
    this.#state.changes = { ...this.#state.changes, ...changes }
    this.#writeState()
  }

  #writeState() {
    writeJson(stateFile, { ...this.#state, supplier: this.#supplier }, { mode: 0o600 })
  }

  get storeHeaders() {
    return { "x-publishable-api-key": this.publishableKey }
  }

  /** Signs the dealer in to a server with the same people. */
  signInto(api) {
    return api.signIn("customer", this.#state.dealer)
  }

  /** The next run loads anew, also when this one keeps its data. */
  forget() {
    rmSync(stateFile, { force: true })
  }

  /** What a Medusa command on the same database is started with. */
  get environment() {
    return { ...this.#env, NODE_ENV: "production" }
  }

  /** Largest memory the server has held so far, in megabytes; null where the system does not tell. */
  peakMegabytes() {
    const file = `/proc/${this.#server.child.pid}/status`
    const kilobytes = existsSync(file) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))?.[1] : undefined
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6
  }
}

/** Durable settings, as `npm start` has them. Without `keep` the data go with the command. */
async function openPostgres(keep) {
  const starting = startPostgres({ directory: join(dataDir, "postgres"), port: await freePort() })
  beforeEnd(async () => {
    const started = await starting.catch(() => null)
    await started?.stop()
    if (!keep) {
      removeData()
      // Where root's database had to live elsewhere.
      if (started) {
        rmSync(started.folder, { recursive: true, force: true })
      }
    }
  })
  return step("Starting a PostgreSQL of its own", () => starting)
}

async function connect(databaseUrl) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  beforeEnd(() => client.end())
  return client
}

function removeData() {
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : []) {
    if (!KEPT.has(name)) {
      rmSync(join(dataDir, name), { recursive: true, force: true })
    }
  }
}

/** The build is shared with `npm start`, whose uploaded files it links to. */
async function buildKeepingFiles(env) {
  const link = join(serverDir, "static")
  const target = existsSync(link) ? readlinkSync(link) : null
  await buildServer(env)
  if (target !== null) {
    rmSync(link, { force: true })
    symlinkSync(target, link)
  }
}

/** A server at work would be measured too, and a build would change the code under it. */
function refuseRunningKontor() {
  const launcher = launcherOf(join(root, ".data"))
  if (launcher !== null) {
    throw new Refused(`Kontor runs from this folder (process ${launcher}).`, `Stop it first: kill ${launcher}`)
  }
}
