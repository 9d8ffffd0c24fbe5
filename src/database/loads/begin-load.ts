import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LoadContext, LoadOptions, StoreDefaults } from "./load-context"

/** What a load is begun with. */
export interface LoadInput {
  /** Names the ERP base. */
  source: string
  /** The run that the issues and figures belong to. */
  runId: string
  receivedAt: Date
  defaults: StoreDefaults
  options: LoadOptions
}

/** Begins a load in the caller's transaction, and sets that up for statements over many rows. */
export async function beginLoad(trx: Knex.Transaction, input: LoadInput): Promise<LoadContext> {
  await trx.raw(SETTINGS)
  const { rows } = (await trx.raw(`select kontor_id_time(now()) as moment`)) as { rows: { moment: string }[] }
  return {
    trx,
    source: input.source,
    runId: input.runId,
    moment: rows[0]?.moment ?? "",
    asOf: input.receivedAt,
    defaults: input.defaults,
    options: input.options,
    counts: {},
    issueCount: 0,
    gaps: new Set(),
  }
}

/**
 * Large sorts and joins stay in memory; compiling a statement that runs once costs more than it saves; and joins over keys need no finer
 * statistics than a tenth of the usual sample gives.
 */
const SETTINGS = `set local work_mem = '64MB'; set local jit = off; set local default_statistics_target = 10`
