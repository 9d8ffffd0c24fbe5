import { Refused } from "./refused.mjs"

const NO_SUCH_DATABASE = "3D000"
const ALREADY_MADE = "42P04"
const NOT_ALLOWED = "42501"

/**
 * Makes the database of the address when it is missing.
 * @returns {Promise<string>} its identity, which stays through another address or port and differs for a database that was dropped and made again.
 * @throws {Refused} when the server does not answer, refuses the sign-in, or lets its user make no database.
 */
export async function ensureDatabase(url) {
  const target = parse(url)
  try {
    return await identify(target)
  } catch (error) {
    if (error.code !== NO_SUCH_DATABASE) {
      throw unusable(target, error)
    }
  }
  await make(target)
  return await identify(target).catch((error) => {
    throw unusable(target, error)
  })
}

async function identify(target) {
  const { rows } = await query(target, "SELECT oid::text FROM pg_database WHERE datname = current_database()")
  const cluster = await query(target, "SELECT system_identifier::text FROM pg_control_system()").catch((error) => {
    // A host may keep this function from its customers; the address has to do then.
    if (error.code === NOT_ALLOWED) {
      return { rows: [{ system_identifier: target.host }] }
    }
    throw error
  })
  return `${cluster.rows[0].system_identifier}/${rows[0].oid}`
}

async function make(target) {
  const name = decodeURIComponent(target.pathname.slice(1))
  const beside = new URL(target)
  beside.pathname = "/postgres"
  try {
    await query(beside, `CREATE DATABASE "${name.replaceAll('"', '""')}"`)
  } catch (error) {
    if (error.code !== ALREADY_MADE) {
      throw unusable(target, error, `The database ${name} is missing and could not be made`)
    }
  }
}

async function query(target, sql) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 15_000 })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

function parse(url) {
  const target = URL.canParse(url) ? new URL(url) : null
  if (!/^postgres(ql)?:$/.test(target?.protocol ?? "") || target.pathname.length < 2) {
    throw new Refused("DATABASE_URL is not the address of a PostgreSQL database.", "Write it as postgres://user:password@host:5432/name")
  }
  return target
}

/** The address is named without its password. */
function unusable(target, error, what = "The database cannot be used") {
  const reason = error.message || error.errors?.map((each) => each.message).join("; ") || error.code
  return new Refused(
    `${what} (${target.username}@${target.host}): ${reason}`,
    "Check DATABASE_URL, that its server runs, and the rights of its user."
  )
}
