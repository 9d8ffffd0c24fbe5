import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { KontorApi } from "./api.mjs"
import { PORT } from "./environment.mjs"
import { dataDir, medusaCli, root, serverDir } from "./paths.mjs"
import { say, step } from "./progress.mjs"
import { run } from "./run.mjs"

const demoFile = join(dataDir, "demo.json")
const MANAGER = "manager@kontor.example"
const SOURCE = "demo"
/** Size of the demo supplier: large enough to look real, small enough to load in seconds. */
export const SUPPLIER = { products: 1200, priceTypes: 6, entities: 24, warehouses: 3, seed: 1 }

/** What scripts and people need to use the demo; null before the first start. */
export function readDemo() {
  return existsSync(demoFile) ? JSON.parse(readFileSync(demoFile, "utf8")) : null
}

function writeDemo(demo) {
  writeFileSync(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  return demo
}

/** Makes the manager's sign-in before the first start; KONTOR_DEMO=off leaves people and data to the operator. */
export async function ensureManager(env) {
  if (process.env.KONTOR_DEMO === "off" || readDemo()?.manager) {
    return
  }
  const manager = { email: MANAGER, password: password() }
  await step("Making the manager's sign-in", () =>
    run(process.execPath, [medusaCli, "user", "-e", manager.email, "-p", manager.password], {
      cwd: serverDir,
      env: { ...env, NODE_ENV: "production" },
    })
  )
  writeDemo({ manager })
}

/**
 * Loads the demo supplier through the exchange, as 1C would, and makes the dealers' sign-ins. Each part is done once: what is in the file is not done again, so a start that was cut
 * goes on where it stopped.
 */
export async function ensureDemo() {
  if (process.env.KONTOR_DEMO === "off") {
    return null
  }
  const url = `http://localhost:${PORT}`
  let demo = { ...readDemo(), urls: { admin: `${url}/app`, api: url, docs: `${url}/docs` } }
  const api = new KontorApi(url)
  await api.signIn("user", demo.manager)
  demo.publishable_key ??= (await api.get("/admin/api-keys?type=publishable&limit=1")).api_keys[0].token
  if (!demo.exchange) {
    const { exchange_account: account, secret } = await api.post("/admin/exchange-accounts", { login: "1c-demo", source: SOURCE })
    demo = writeDemo({ ...demo, exchange: { url: `${url}/exchange/1c`, login: account.login, password: secret, source: SOURCE } })
  }
  demo.exchange.url = `${url}/exchange/1c`
  if (!demo.supplier) {
    await step("Loading the demo supplier through the exchange", () => loadSupplier(demo.exchange))
    demo = writeDemo({ ...demo, supplier: SUPPLIER })
  }
  if (!demo.dealers) {
    demo = writeDemo({ ...demo, dealers: await step("Making the dealers' sign-ins", () => makeDealers(api)) })
  }
  return writeDemo(demo)
}

/** The emulator as the build has it. */
export function emulator() {
  return createRequire(join(serverDir, "medusa-config.js"))("./src/plugins/onec/src/emulator")
}

async function loadSupplier(exchange) {
  const { runFull } = emulator()
  const sent = await runFull(
    SUPPLIER,
    connection(exchange),
    (event) =>
      event.kind === "file" &&
      say(`  ${event.filename}: ${(event.bytes / 1e6).toFixed(1)} MB, ${(event.sendSeconds + event.importSeconds).toFixed(1)} s`)
  )
  say(
    `  ${SUPPLIER.products} products at ${SUPPLIER.priceTypes} price types and ${SUPPLIER.entities} legal entities in ${sent.seconds.toFixed(1)} s`
  )
}

/** How the emulator reaches the exchange, as the built-in client of 1C. */
export function connection(exchange) {
  return { url: exchange.url, login: exchange.login, password: exchange.password, client: "a" }
}

async function makeDealers(api) {
  const { Supplier } = emulator()
  const [headEntity, childEntity] = new Supplier(SUPPLIER).partners().legalEntities
  const head = await makeDealer(api, headEntity, { name: "Анна Головина", email: "head@dealer.example", role: "superuser" })
  const child = await makeDealer(api, childEntity, { name: "Пётр Дочерний", email: "child@dealer.example", role: "privileged" })
  return { head, child }
}

/** Gives the legal entity of the emulator an employee who signs in with a new password. */
export async function makeDealer(api, entity, person) {
  const { legal_entities: found } = await api.get(`/admin/legal-entities?q=${encodeURIComponent(entity.inn)}&limit=1`)
  const credentials = { email: person.email, password: password() }
  await api.post(`/admin/legal-entities/${found[0].id}/employees`, { ...person, password: credentials.password })
  return { ...credentials, name: person.name, legal_entity: found[0].name }
}

/** Words of one's own would be guessed; this is read off the screen once. */
function password() {
  return randomBytes(9).toString("base64url")
}

/** Prints where everything is and how to sign in. */
export function tell(demo) {
  const url = `http://localhost:${PORT}`
  const lines = [
    "",
    "Kontor is up.",
    `  Admin            ${url}/app`,
    `  Store API        ${url}/store   (publishable key: ${demo?.publishable_key ?? "see Settings → Publishable API keys"})`,
    `  API description  ${url}/docs`,
    `  1C exchange      ${url}/exchange/1c`,
  ]
  if (demo) {
    const row = (who, name, secret) => `  ${who.padEnd(34)} ${name.padEnd(26)} ${secret}`
    lines.push(
      "",
      "Demo sign-ins:",
      row("Manager (admin)", demo.manager.email, demo.manager.password),
      row(`Head of the holding (${demo.dealers.head.legal_entity})`, demo.dealers.head.email, demo.dealers.head.password),
      row(`Child's employee (${demo.dealers.child.legal_entity})`, demo.dealers.child.email, demo.dealers.child.password),
      row("1C exchange account", demo.exchange.login, demo.exchange.password),
      "",
      `The same as JSON: ${demoFile.replace(`${root}/`, "")}`,
      "See the whole job played: npm run demo"
    )
  }
  process.stdout.write(`${lines.join("\n")}\n\nCtrl-C stops everything.\n`)
}
