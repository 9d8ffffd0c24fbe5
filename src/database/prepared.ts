import type { Knex } from "@medusajs/framework/mikro-orm/knex"

type Binding = string | number | number[] | string[] | null

/**
 * Runs a statement that every connection prepares once: planning a statement over ten tables takes longer than running it. The text must
 * always be the same under one name, and its best plan must not depend on the values; a statement for which it does goes to `db.raw`.
 *
 * A pooler between server and database must know prepared statements (PgBouncer does from 1.21 on).
 */
export async function prepared<Row>(db: Knex, name: string, sql: string, bindings: Record<string, Binding>): Promise<Row[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(sql, bindings).options({ name })
  return rows
}
