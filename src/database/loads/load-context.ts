import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Aspect } from "./stage/digest-gate"

/** What a load did to one kind of thing. `received` counts rows of the package, the others rows of the database. */
export interface KindCounts {
  received: number
  created: number
  updated: number
  deleted: number
  unchanged: number
}

export type LoadCounts = Record<string, KindCounts>

/** Settings of a load that the installation decides; see the options of the erp module. */
export interface LoadOptions {
  retailPriceTypeName: string
  multiplicityRequisites: string[]
  minimumRequisites: string[]
  positionRequisites: string[]
  defaultWarehouseName: string
  timeZone: string
}

/** Medusa's own things that every loaded product hangs on. */
export interface StoreDefaults {
  sales_channel_id: string
  shipping_profile_id: string
}

/** One load: everything runs in `trx`, against the stage tables that live as long as it. */
export interface LoadContext {
  trx: Knex.Transaction
  source: string
  /** The run that the load is logged as. */
  runId: string
  /** First ten characters of every id that this load makes. */
  moment: string
  /** When the ERP formed the package, or else when it came. */
  asOf: Date
  defaults: StoreDefaults
  options: LoadOptions
  counts: LoadCounts
  /** All issues, the kept ones and those beyond the limit. */
  issueCount: number
  /** Aspects in which something referred to is unknown yet, so that the same words must be read again. */
  gaps: Set<Aspect>
}

/** What a statement of a load needs of it; a change by hand that does the same as a load has no more. */
export type LoadStatement = Pick<LoadContext, "trx" | "source" | "moment">

/** Runs one statement of the load; `:source` and `:moment` are always bound. */
export async function run<Row = Record<string, unknown>>(
  load: LoadStatement,
  statement: string,
  bindings: Record<string, Knex.RawBinding> = {}
): Promise<{ rows: Row[]; rowCount: number }> {
  const result = (await load.trx.raw(statement, { source: load.source, moment: load.moment, ...bindings })) as {
    rows: Row[]
    rowCount: number | null
  }
  return { rows: result.rows, rowCount: result.rowCount ?? 0 }
}

/** Adds to the figures of a kind. What was received and neither created, updated nor deleted stands as unchanged. */
export function count(load: LoadContext, kind: string, change: Partial<Omit<KindCounts, "unchanged">>): void {
  const known = load.counts[kind] ?? { received: 0, created: 0, updated: 0, deleted: 0, unchanged: 0 }
  const next = {
    received: known.received + (change.received ?? 0),
    created: known.created + (change.created ?? 0),
    updated: known.updated + (change.updated ?? 0),
    deleted: known.deleted + (change.deleted ?? 0),
  }
  load.counts[kind] = { ...next, unchanged: Math.max(0, next.received - next.created - next.updated - next.deleted) }
}
