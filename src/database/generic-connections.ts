import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The process hands statements over one at a time and reads each answer before it does anything with it: more than a few at once only wait for the same
 * processors, and each further connection would plan all of the statements for itself.
 */
const CONNECTIONS_MAX = 4
/** What a connection has planned is lost with it. */
const IDLE_MS = 15 * 60_000

const ONE_PLAN = "set plan_cache_mode = force_generic_plan"

/**
 * A pooler that gives each transaction another connection would hand the setting on to whoever comes next: statements that are planned for their values
 * would be planned for any. `KONTOR_POOLER=transaction` leaves it out.
 */
const isSetting = process.env.KONTOR_POOLER !== "transaction"

type Client = Knex["client"]

const clients = new WeakMap<object, Client>()

/**
 * Connections beside those of `db` on which PostgreSQL plans a prepared statement once and for any values. Elsewhere it plans it for the values of each of the
 * first five calls before it compares: of a catalogue page that takes 10 ms each time, on each connection, for each shape of a page. They go when those of
 * `db` go. A transaction has its own connection, and nothing else will do.
 */
export function genericConnections(db: Pick<Knex, "client" | "isTransaction">): Client {
  const { client } = db
  if (db.isTransaction || !client.pool || !client.connectionSettings) {
    return client
  }
  const known = clients.get(client)
  if (known) {
    return known
  }
  const beside = knex({
    client: "pg",
    // As they are: a password among them is hidden from copying.
    connection: () => client.connectionSettings,
    searchPath: client.searchPath,
    pool: {
      min: 0,
      max: CONNECTIONS_MAX,
      // As Medusa's own: while PostgreSQL starts again or has no room, who asks waits for the next try or for a connection that comes free.
      propagateCreateError: false,
      idleTimeoutMillis: IDLE_MS,
      afterCreate: (connection: { query(sql: string, done: (error: Error | null) => void): void }, done: (error: Error | null) => void) =>
        isSetting ? connection.query(ONE_PLAN, done) : done(null),
    },
  })
  client.pool.on("poolDestroyRequest", () => {
    clients.delete(client)
    void beside.destroy()
  })
  clients.set(client, beside.client)
  return beside.client
}
