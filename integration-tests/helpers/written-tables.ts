import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Rows inserted, updated or deleted in this transaction since `before`, by table; temporary tables do not count. PostgreSQL's own figures
 * may still hold what earlier transactions of the connection wrote, hence the difference.
 */
export function writtenTables(trx: Knex.Transaction, before: Record<string, number> = {}): Promise<Record<string, number>> {
  return figures(trx, "n_tup_ins + n_tup_upd + n_tup_del", before)
}

/** Rows read in this transaction since `before`, by scans of the table and by its indexes alike, by table. */
export function readTables(trx: Knex.Transaction, before: Record<string, number> = {}): Promise<Record<string, number>> {
  return figures(trx, "coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)", before)
}

async function figures(trx: Knex.Transaction, figure: string, before: Record<string, number>): Promise<Record<string, number>> {
  const { rows } = await trx.raw<{ rows: { relname: string; rows: number }[] }>(
    `select relname, (${figure})::int as rows from pg_stat_xact_user_tables
     where schemaname = 'public' and ${figure} > 0 order by relname`
  )
  const sinceThen = rows.map((row): [string, number] => [row.relname, row.rows - (before[row.relname] ?? 0)])
  return Object.fromEntries(sinceThen.filter(([, count]) => count > 0))
}
