import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceDifference } from "../../modules/contract-pricing/rules/compare-prices"
import type { FileSubject } from "./subjects/subject"

/** How many rows of each status a file makes; `unchanged` prices are counted and not kept. */
export interface ImportCounts {
  created: number
  changed: number
  removed: number
  problem: number
  marked: number
  unchanged: number
}

/** "replace": what is not in the file goes; "add": it stays; "edit": what is named without a price goes, and nothing else is kept of the comparison. */
export type ImportMode = "replace" | "add" | "edit"

/** A file that was tried, and perhaps applied: of prices, stock or sort numbers. */
export interface PriceImport {
  id: string
  kind: FileSubject["kind"]
  subject_id: string
  file_name: string
  file_sha256: string
  /** State of the prices that it was compared with. */
  state: string
  mark_percent: string
  counts: ImportCounts
  created_by: string | null
  created_at: Date
  applied_mode: ImportMode | null
  applied_at: Date | null
}

export type NewPriceImport = Omit<PriceImport, "created_at" | "applied_mode" | "applied_at">

/** A preview is looked at once; the audit log remembers for good what was applied. */
const KEPT_DAYS = 30
/** Rows written by one statement. */
const BATCH = 5_000

const FORGET = `delete from price_import where created_at < now() - make_interval(days => ${KEPT_DAYS})`

const HEAD = `
  insert into price_import (id, kind, subject_id, file_name, file_sha256, state, mark_percent, counts, created_by)
  values (:id, :kind, :subject_id, :file_name, :file_sha256, :state, :mark_percent, cast(:counts as jsonb), :created_by)`

const ROWS = `
  insert into price_import_row (import_id, place, file_row, status, code, article, entry_key, from_quantity, starts_on, ends_on, old_ends_on,
    coefficient, old_coefficient, old_amount, new_amount, percent, is_marked)
  select :id, r.place, r.file_row, r.status, r.code, r.article, r.entry_key, r.from_quantity, coalesce(r.starts_on, '-infinity'),
    coalesce(r.ends_on, 'infinity'), case when r.old_amount is not null then coalesce(r.old_ends_on, 'infinity') end, r.coefficient, r.old_coefficient,
    r.old_amount, r.new_amount, r.percent, r.is_marked
  from jsonb_to_recordset(cast(:rows as jsonb)) as r (place int, file_row int, status text, code text, article text, entry_key int,
    from_quantity numeric, starts_on date, ends_on date, old_ends_on date, coefficient numeric, old_coefficient numeric, old_amount numeric, new_amount numeric,
    percent numeric, is_marked boolean)`

/** Keeps what was found, in the order in which it is shown. Those of long ago are forgotten. */
export async function keepImport(trx: Knex.Transaction, head: NewPriceImport, differences: readonly PriceDifference[]): Promise<void> {
  await trx.raw(FORGET)
  await trx.raw(HEAD, { ...head, counts: JSON.stringify(head.counts) })
  for (let from = 0; from < differences.length; from += BATCH) {
    const rows = differences.slice(from, from + BATCH).map((row, place) => ({ place: from + place, ...row }))
    await trx.raw(ROWS, { id: head.id, rows: JSON.stringify(rows) })
  }
}
