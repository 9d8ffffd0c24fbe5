import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type Binding = string | number | number[] | string[] | null

/**
 * Runs a statement that every connection prepares once: parsing it again takes as long as running a short one, and planning a statement over ten
 * tables longer still. The text must always be the same under one name. PostgreSQL keeps one plan for all values unless those made for the
 * first values were better; a statement whose text is put together from what was asked goes to `db.raw`.
 *
 * A pooler between server and database must know prepared statements (PgBouncer does from 1.21 on).
 */
export async function prepared<Row>(db: Knex, name: string, sql: string, bindings: Record<string, Binding>): Promise<Row[]> {
  const { text, names } = numbered(name, sql, bindings)
  // The values stand beside the name, past Knex, which would search the text for their places at each call.
  const { rows } = await db.raw<{ rows: Row[] }>(text).options({ name, values: names.map((each) => bindings[each] ?? null) })
  return rows
}

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
  // Knex takes a bare question mark for a place of its own.
  return { text: text.replaceAll("?", "\\?"), names }
}

const statements = new Map<string, NumberedStatement & { sql: string }>()

function numbered(name: string, sql: string, bindings: Record<string, Binding>): NumberedStatement {
  const known = statements.get(name)
  if (known?.sql === sql) {
    return known
  }
  const made = { sql, ...numberBindings(sql, bindings) }
  statements.set(name, made)
  return made
}
