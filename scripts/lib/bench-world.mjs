import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { KontorApi } from "./api.mjs"
import { dataDir, root, serverDir } from "./paths.mjs"
import { ensureDatabase, freePort, startPostgres } from "./postgres.mjs"
import { step } from "./progress.mjs"
import { Refused } from "./refused.mjs"

const stateFile = join(dataDir, "bench.json")
/** Stays when the rest of the folder goes. */
const RESULTS = new Set(["plans", "report.json"])

/**
 * A Kontor for one run: database, built server, staff session and exchange account, all on free ports and in a folder of their own.
 * A database that an earlier run kept is used again when its load need not be measured and its sizes are the same.
 */
export async function openWorld(options) {
  refuseRunningKontor()
  const kept = readState()
  const isLoaded = !options.parts.has("load") && JSON.stringify(kept?.supplier) === JSON.stringify(options.supplier)
  const world = new World(options, isLoaded ? kept : {})
  world.stopOnSignals()
  try {
    await world.start()
  } catch (error) {
    await world.stop()
    throw error
  }
  return world
}

class World {
  #options
  #state
  #undo = []
  #env
  #server
  #stopping

  constructor(options, state) {
    this.#options = options
    this.#state = state
    this.isLoaded = Boolean(state.supplier)
    /** Aborted when the run ends; children of a measurement listen to it. */
    this.ending = new AbortController()
  }

  async start() {
    if (!this.isLoaded) {
      removeData()
    }
    process.env.PORT = String(await freePort())
    const postgres = await step("Starting a PostgreSQL for the bench", async () =>
      startPostgres({ directory: join(dataDir, "postgres"), port: await freePort() })
    )
    this.#undo.push(() => {
      postgres.stop()
      if (!this.#options.keep) {
        rmSync(postgres.folder, { recursive: true, force: true })
        removeData()
      }
    })
    this.postgresLog = join(postgres.folder, "postgres.log")
    this.databaseUrl = postgres.url("kontor")
    await ensureDatabase(this.databaseUrl)
    await this.#prepareServer()
    await this.#connect()
    await this.startServer()
    await this.#signIn()
  }

  async #prepareServer() {
    const { serverEnvironment } = await import("./environment.mjs")
    const { migrate } = await import("./migrate.mjs")
    const { ensureManager } = await import("./demo-data.mjs")
    this.#env = serverEnvironment(this.databaseUrl)
    await migrate(this.#env)
    await buildKeepingFiles(this.#env)
    await ensureManager(this.#env)
  }

  async #connect() {
    const { default: pg } = await import("pg")
    const client = new pg.Client({ connectionString: this.databaseUrl })
    await client.connect()
    this.#undo.push(() => client.end())
    this.db = client
  }

  /** Starts the built server as `npm start` does, or starts it anew. */
  async startServer() {
    const { startServer } = await import("./server.mjs")
    if (this.#server) {
      await this.#server.stop()
    } else {
      this.#undo.push(() => this.#server?.stop())
    }
    this.#server = await step("Starting the server", () => startServer(this.#env))
    this.url = `http://localhost:${this.#env.PORT}`
  }

  async #signIn() {
    const { readDemo } = await import("./demo-data.mjs")
    this.admin = await new KontorApi(this.url).signIn("user", readDemo().manager)
    const { api_keys } = await this.admin.get("/admin/api-keys?type=publishable&limit=1")
    this.publishableKey = api_keys[0].token
    if (!this.#state.exchange) {
      const { exchange_account: account, secret } = await this.admin.post("/admin/exchange-accounts", {
        login: "1c-bench",
        source: "bench",
      })
      this.#state.exchange = { login: account.login, password: secret }
    }
    /** How the emulator reaches the exchange, as the client built into 1C. */
    this.connection = { url: `${this.url}/exchange/1c`, ...this.#state.exchange, client: "a" }
  }

  /** Makes (once) and signs in an employee of the emulator's first legal entity, who has a usable contract. */
  async signInDealer() {
    const { emulator, makeDealer } = await import("./demo-data.mjs")
    const { supplier } = this.#options
    if (!this.#state.dealer) {
      const [entity] = new (emulator().Supplier)(supplier).partners().legalEntities
      const person = { name: "Измерение", email: "bench@dealer.example", role: "privileged" }
      this.#state.dealer = await makeDealer(this.admin, entity, person)
    }
    this.dealer = await new KontorApi(this.url, { "x-publishable-api-key": this.publishableKey }).signIn("customer", this.#state.dealer)
    const { active_contract: contract } = await this.dealer.get("/store/me")
    this.contract = contract
    this.region = (await this.dealer.get("/store/regions")).regions[0]
    this.#state.supplier = supplier
    writeFileSync(stateFile, JSON.stringify(this.#state), { mode: 0o600 })
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

  stopOnSignals() {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.once(name, () => void this.stop().then(() => process.exit(130)))
    }
  }

  /** Ends server and database; removes the data unless they are to be kept. Called again, it waits for the first call. */
  stop() {
    this.#stopping ??= this.#undoAll()
    return this.#stopping
  }

  async #undoAll() {
    this.ending.abort()
    for (const undo of this.#undo.splice(0).reverse()) {
      await undo()
    }
  }
}

function readState() {
  return existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, "utf8")) : null
}

function removeData() {
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : []) {
    if (!RESULTS.has(name)) {
      rmSync(join(dataDir, name), { recursive: true, force: true })
    }
  }
}

/** The build is shared with `npm start`, whose uploaded files it links to. */
async function buildKeepingFiles(env) {
  const { buildServer } = await import("./build.mjs")
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
  const file = join(root, ".data", "run.json")
  const launcher = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).launcher : null
  if (launcher !== null && existsSync(`/proc/${launcher}`)) {
    throw new Refused(`Kontor runs from this folder (process ${launcher}).`, `Stop it first: kill ${launcher}`)
  }
}
