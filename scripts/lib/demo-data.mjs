import { randomBytes } from "node:crypto"
import { createRequire } from "node:module"
import { join } from "node:path"
import { KontorApi } from "./api.mjs"
import { ports } from "./environment.mjs"
import { readJson, writeJson } from "./kept-json.mjs"
import { dataDir, medusaCli, root, serverDir } from "./paths.mjs"
import { say, step } from "./progress.mjs"
import { run } from "./run.mjs"

const demoFile = join(dataDir, "demo.json")
/** The 1C base that the demo plays. */
export const SOURCE = "demo"
/** Size of the demo supplier: large enough to look real, small enough to load in seconds. */
export const SUPPLIER = { products: 1200, priceTypes: 6, packPrices: 4, labelled: 12, entities: 24, warehouses: 3, seed: 1 }

/** What scripts and people need to use the demo; null before the first start. */
export function readDemo() {
  return readJson(demoFile)
}

function writeDemo(demo) {
  writeJson(demoFile, demo, { mode: 0o600 })
  return demo
}

/** What was made in this very database. The sign-ins of another one (DATABASE_URL was changed) are put aside, and found again when it comes back. */
function demoOf(database) {
  const aside = (name) => join(dataDir, "demo", `${name.replaceAll("/", "-")}.json`)
  const standing = readDemo()
  if (standing?.database === database) {
    return standing
  }
  if (standing?.database) {
    writeJson(aside(standing.database), standing, { mode: 0o600 })
  }
  return writeDemo(readJson(aside(database), { database }))
}

/**
 * Makes the manager's sign-in before the first start; KONTOR_DEMO=off leaves people and data to the operator.
 * @param database identity of the database, see {@link ensureDatabase}
 */
export async function ensureManager(env, database) {
  if (process.env.KONTOR_DEMO === "off") {
    return
  }
  const demo = demoOf(database)
  if (demo.manager) {
    return
  }
  const manager = await step("Making the manager's sign-in", () =>
    withFreeName("manager@kontor.example", async (email) => {
      const made = { email, password: password() }
      await run(process.execPath, [medusaCli, "user", "-e", made.email, "-p", made.password], {
        cwd: serverDir,
        env: { ...env, NODE_ENV: "production" },
      })
      return made
    })
  )
  writeDemo({ ...demo, manager })
}

/**
 * Loads the demo supplier through the exchange, as 1C would, and makes the dealers' sign-ins. Each part is done once: what is in the file is not done again, so a start that was cut
 * goes on where it stopped, and one with everything made asks the server nothing.
 */
export async function ensureDemo() {
  if (process.env.KONTOR_DEMO === "off") {
    return null
  }
  const url = `http://localhost:${ports().server}`
  let demo = writeDemo({ ...readDemo(), urls: { admin: `${url}/app`, api: url, docs: `${url}/docs` } })
  if (demo.exchange) {
    demo.exchange.url = `${url}/exchange/1c`
  }
  if (demo.dealers) {
    return writeDemo(demo)
  }
  const api = await new KontorApi(url).signIn("user", demo.manager)
  demo.publishable_key ??= (await api.get("/admin/api-keys?type=publishable&limit=1")).api_keys[0].token
  if (!demo.exchange) {
    demo = writeDemo({ ...demo, exchange: await withFreeName("1c-demo", (login) => makeAccount(api, url, login)) })
  }
  if (!demo.supplier) {
    await step("Loading the demo supplier through the exchange", () => loadSupplier(demo.exchange))
    await followLabels(api)
    demo = writeDemo({ ...demo, supplier: SUPPLIER })
  }
  return writeDemo({ ...demo, dealers: await step("Making the dealers' sign-ins", () => makeDealers(api)) })
}

/** A start that was killed may have made a name and not have noted its password: then the next name is taken. */
async function withFreeName(name, make) {
  for (let number = 1; ; number += 1) {
    try {
      return await make(number === 1 ? name : name.replace(/(?=@|$)/, `-${number}`))
    } catch (error) {
      if (number === 9 || !/already/.test(error.message)) {
        throw error
      }
    }
  }
}

async function makeAccount(api, url, login) {
  const { exchange_account: account, secret } = await api.post("/admin/exchange-accounts", { login, source: SOURCE })
  return { url: `${url}/exchange/1c`, login: account.login, password: secret, source: SOURCE }
}

/** The emulator as the build has it. */
export function emulator() {
  return createRequire(join(serverDir, "medusa-config.js"))("./src/plugins/onec/src/emulator")
}

async function loadSupplier(exchange) {
  const { runFull, sendCards, sendSupplies } = emulator()
  const tellFile = (event) =>
    event.kind === "file" &&
    say(`  ${event.filename}: ${(event.bytes / 1e6).toFixed(1)} MB, ${(event.sendSeconds + event.importSeconds).toFixed(1)} s`)
  const sent = await runFull(SUPPLIER, connection(exchange), tellFile)
  // Their days are counted from now: of a supply whose day is over nobody is told.
  await sendSupplies({ ...SUPPLIER, asOf: new Date().toISOString().slice(0, 19) }, connection(exchange), tellFile)
  await sendCards(SUPPLIER, connection(exchange), tellFile)
  say(
    `  ${SUPPLIER.products} products at ${SUPPLIER.priceTypes} price types and ${SUPPLIER.entities} legal entities in ${sent.seconds.toFixed(1)} s`
  )
}

/** Labels that goods bear as 1C says: by its property «Метка». */
async function followLabels(api) {
  const { labels } = await api.get("/admin/labels")
  for (const { id, name_ru } of labels.filter((label) => ["promotion", "hit", "sale"].includes(label.code))) {
    await api.post(`/admin/labels/${id}`, { rule: { kind: "property", name: "Метка", value: name_ru } })
  }
}

/** How the emulator reaches the exchange, as the built-in client of 1C. */
export function connection(exchange) {
  return { url: exchange.url, login: exchange.login, password: exchange.password, client: "a" }
}

async function makeDealers(api) {
  const { Supplier } = emulator()
  const [headEntity, childEntity] = new Supplier(SUPPLIER).partners().legalEntities
  const make = (entity, { email, ...person }) => withFreeName(email, (free) => makeDealer(api, entity, { ...person, email: free }))
  return {
    head: await make(headEntity, { name: "Анна Головина", email: "head@dealer.example", role: "superuser" }),
    child: await make(childEntity, { name: "Пётр Дочерний", email: "child@dealer.example", role: "privileged" }),
  }
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
  // Digits and letters alone: the command that makes a user would take a leading dash for a flag.
  return randomBytes(9).toString("hex")
}

/** Prints where everything is and how to sign in. */
export function tell(demo) {
  const url = `http://localhost:${ports().server}`
  const lines = [
    "",
    "Kontor is up.",
    `  Admin            ${url}/app`,
    `  Store API        ${url}/store   (publishable key: ${demo?.publishable_key ?? "see Settings → Publishable API keys"})`,
    `  API description  ${url}/docs`,
    `  1C exchange      ${url}/exchange/1c`,
  ]
  if (demo) {
    const row = (who, name, secret) => `  ${who.padEnd(50)} ${name.padEnd(26)} ${secret}`
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
