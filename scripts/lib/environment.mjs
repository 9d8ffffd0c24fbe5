import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { dataDir } from "./paths.mjs"
import { ensureDatabase, startPostgres } from "./postgres.mjs"
import { step } from "./progress.mjs"

export const PORT = Number(process.env.PORT ?? 9000)
export const PG_PORT = Number(process.env.KONTOR_PG_PORT ?? 54329)

/** The database the server talks to: the one of DATABASE_URL, or the embedded one, started here. `stop` stops only what was started here. */
export async function openDatabase() {
  if (process.env.DATABASE_URL) {
    await ensureDatabase(process.env.DATABASE_URL)
    return { url: process.env.DATABASE_URL, stop: () => {} }
  }
  const postgres = await step("Starting the embedded PostgreSQL", () =>
    startPostgres({ directory: join(dataDir, "postgres"), port: PG_PORT })
  )
  const url = postgres.url("kontor")
  await ensureDatabase(url)
  return { url, stop: postgres.stop }
}

/** What Medusa's commands and the server are started with. Secrets are made once and kept in the data folder unless the environment gives them. */
export function serverEnvironment(databaseUrl) {
  const secrets = keptSecrets()
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    KONTOR_DATA_DIR: dataDir,
    KONTOR_URL: process.env.KONTOR_URL ?? `http://localhost:${PORT}`,
    JWT_SECRET: process.env.JWT_SECRET ?? secrets.jwt,
    COOKIE_SECRET: process.env.COOKIE_SECRET ?? secrets.cookie,
    MEDUSA_DISABLE_TELEMETRY: "true",
    PORT: String(PORT),
  }
}

function keptSecrets() {
  const file = join(dataDir, "secrets.json")
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const secret = () => randomBytes(32).toString("hex")
    writeFileSync(file, JSON.stringify({ jwt: secret(), cookie: secret() }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, "utf8"))
}
