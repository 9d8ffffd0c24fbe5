import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { ensureDatabase } from "./database.mjs"
import { beforeEnd } from "./ending.mjs"
import { readJson, writeJson } from "./kept-json.mjs"
import { dataDir } from "./paths.mjs"
import { portOf } from "./ports.mjs"
import { startPostgres } from "./postgres.mjs"
import { step } from "./progress.mjs"

/** Ports of the server and of the embedded PostgreSQL. */
export function ports() {
  return { server: portOf("PORT", 9000), postgres: portOf("KONTOR_PG_PORT", 54_329) }
}

/**
 * The database the server talks to: the one of DATABASE_URL, or the embedded one, started here and stopped at the end of the command. A server that ran before is left running
 * when `keepRunning` is set, for it belongs to somebody else.
 * @returns {Promise<{ url: string, identity: string, runs: () => boolean }>} `identity` as {@link ensureDatabase} gives it; `runs` tells whether the embedded server still lives.
 */
export async function openDatabase({ keepRunning = false } = {}) {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, identity: await ensureDatabase(process.env.DATABASE_URL), runs: () => true }
  }
  const starting = startPostgres({ directory: join(dataDir, "postgres"), port: ports().postgres })
  // Registered before it is up: a signal meanwhile waits for it, and leaves no server behind.
  beforeEnd(async () => {
    const started = await starting.catch(() => null)
    if (started && (started.isNew || !keepRunning)) {
      await started.stop()
    }
  })
  const postgres = await step("Starting the embedded PostgreSQL", () => starting)
  const url = postgres.url("kontor")
  return { url, identity: await ensureDatabase(url), runs: postgres.runs }
}

/** What Medusa's commands and the server are started with. Secrets are made once and kept in the data folder unless the environment gives them. */
export function serverEnvironment(databaseUrl) {
  const secrets = keptSecrets()
  const port = ports().server
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    KONTOR_DATA_DIR: dataDir,
    KONTOR_URL: process.env.KONTOR_URL ?? `http://localhost:${port}`,
    JWT_SECRET: process.env.JWT_SECRET ?? secrets.jwt,
    COOKIE_SECRET: process.env.COOKIE_SECRET ?? secrets.cookie,
    MEDUSA_DISABLE_TELEMETRY: "true",
    PORT: String(port),
  }
}

function keptSecrets() {
  const file = join(dataDir, "secrets.json")
  const kept = readJson(file)
  if (kept?.jwt && kept.cookie) {
    return kept
  }
  const made = { jwt: randomBytes(32).toString("hex"), cookie: randomBytes(32).toString("hex") }
  writeJson(file, made, { mode: 0o600 })
  return made
}
