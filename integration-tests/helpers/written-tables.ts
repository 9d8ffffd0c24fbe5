import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Rows inserted, updated or deleted in this transaction since `before`, by table; temporary tables do not count. PostgreSQL's own figures
 * may still hold what earlier transactions of the connection wrote, hence the difference.
 */
export async function writtenTables(trx: Knex.Transaction, before: Record<string, number> = {}): Promise<Record<string, number>> {
  const { rows } = (await trx.raw(
    `select relname, (n_tup_ins + n_tup_upd + n_tup_del)::int as written from pg_stat_xact_user_tables
     where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0 order by relname`
  )) as { rows: { relname: string; written: number }[] }
  const sinceThen = rows.map((row): [string, number] => [row.relname, row.written - (before[row.relname] ?? 0)])
  return Object.fromEntries(sinceThen.filter(([, written]) => written > 0))
}
