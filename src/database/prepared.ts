import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { genericConnections } from "./generic-connections"

export type Binding = string | number | number[] | string[] | null

/** A connection of the pool, of which Knex has no type. */
interface Connection {
  query(statement: { name: string; text: string; values: readonly Binding[] }): Promise<{ rows: unknown[] }>
}

/** What Knex keeps of its connections: of a transaction it always hands out the one that it runs on. */
interface Connections {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): Promise<void>
}

/**
 * Runs a statement that every connection prepares once: parsing it again takes as long as running a short one, and planning a statement over ten
 * tables longer still. The text must always be the same under one name. PostgreSQL keeps one plan for all values unless those made for the
 * first values were better. A statement whose text is put together from what was asked, too seldom the same to be kept, has no name.
 *
 * It goes past Knex, which searches the text for places of values at each call and hands the answer through a builder: 0.1 ms of processor time
 * for a long text, as much as the driver takes for the rest.
 *
 * A pooler between server and database must know prepared statements (PgBouncer does from 1.21 on).
 */
export async function prepared<Row>(db: Knex, name: string | null, sql: string, bindings: Record<string, Binding>): Promise<Row[]> {
  if (name === null) {
    return (await db.raw<{ rows: Row[] }>(sql, bindings)).rows
  }
  return run<Row>(db, db.client, name, sql, bindings)
}

/**
 * The same for a statement that is asked all day long and whose plan is the same for all values, since they are hidden from the planner or never matter: it is
 * planned once a connection (see {@link genericConnections}).
 */
export function plannedOnce<Row>(db: Knex, name: string | null, sql: string, bindings: Record<string, Binding>): Promise<Row[]> {
  return name === null ? prepared<Row>(db, name, sql, bindings) : run<Row>(db, genericConnections(db), name, sql, bindings)
}

async function run<Row>(db: Knex, connections: Connections, name: string, sql: string, bindings: Record<string, Binding>): Promise<Row[]> {
  const { statement, text, names } = numbered(name, sql, bindings)
  if (isOver(db)) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Statement ${name} was asked of a transaction that is over.`)
  }
  const connection = await connections.acquireConnection()
  try {
    const { rows } = await connection.query({ name: statement, text, values: names.map((each) => bindings[each] ?? null) })
    return rows as Row[]
  } finally {
    await connections.releaseConnection(connection)
  }
}

/** Its connection may serve somebody else by now. */
const isOver = (db: Knex): boolean => "isCompleted" in db && typeof db.isCompleted === "function" && db.isCompleted() === true

/** A statement as PostgreSQL takes it: `$1` for the first of `names`, and so on. */
export interface NumberedStatement {
  text: string
  names: string[]
}

/** Puts `$1`, `$2` … in the places of `:name`, one number a name however often it occurs. What is not bound stays as it is. */
export function numberBindings(sql: string, bindings: Record<string, Binding>): NumberedStatement {
  const names: string[] = []
  const text = sql.replace(/(?<!:):(\w+)/g, (place, name: string) => {
    if (!(name in bindings)) {
      return place
    }
    if (!names.includes(name)) {
      names.push(name)
    }
    return `$${names.indexOf(name) + 1}`
  })
  return { text, names }
}

/** PostgreSQL cuts off what is longer, without a word: two statements that begin alike would be one to it. */
const NAME_MAX = 63
const DIGEST_LENGTH = 16

/** What PostgreSQL calls the statement of this name: the name itself, as far as there is room for it. */
export function statementName(name: string): string {
  if (name.length <= NAME_MAX) {
    return name
  }
  const digest = createHash("sha256").update(name).digest("hex").slice(0, DIGEST_LENGTH)
  return `${name.slice(0, NAME_MAX - DIGEST_LENGTH - 1)}-${digest}`
}

interface KnownStatement extends NumberedStatement {
  statement: string
  sql: string
}

const statements = new Map<string, KnownStatement>()

function numbered(name: string, sql: string, bindings: Record<string, Binding>): KnownStatement {
  const known = statements.get(name)
  if (known?.sql === sql) {
    return known
  }
  const made = { statement: statementName(name), sql, ...numberBindings(sql, bindings) }
  statements.set(name, made)
  return made
}
