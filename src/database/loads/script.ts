import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LoadContext } from "./load-context"
import { transactionClient } from "./transaction-client"

/** What a statement of a script gives. */
export interface ScriptResult {
  rows: Record<string, unknown>[]
}

/**
 * Statements of a load that are noted while `write` runs, and then sent as one: between two statements the process would have to get round to sending the next, which
 * takes longer than most of them while it reads a package. So `write` must not go by what they give: each seems to have no rows and to have written one.
 *
 * @returns the result of each statement, in their order
 */
export async function runAsScript(load: LoadContext, write: (load: LoadContext) => Promise<void>): Promise<ScriptResult[]> {
  const statements: string[] = []
  const note = (sql: string, bindings: Record<string, Knex.RawBinding> = {}) => {
    statements.push(load.trx.raw(sql, bindings).toQuery())
    return Promise.resolve({ rows: [], rowCount: 1 })
  }
  const trx = new Proxy(load.trx, { get: (target, name) => (name === "raw" ? note : (Reflect.get(target, name) as unknown)) })
  await write({ ...load, trx, counts: {}, gaps: new Set() })
  const client = await transactionClient(load.trx)
  const results: unknown = await client.query(statements.join(";\n"))
  return results as ScriptResult[]
}
