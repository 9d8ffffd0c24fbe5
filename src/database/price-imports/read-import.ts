import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceImport } from "./keep-import"

const HEAD = `
  select id, kind, subject_id, file_name, file_sha256, state, trim_scale(mark_percent)::text as mark_percent, counts, created_by, created_at,
    applied_mode, applied_at
  from price_import where id = :id`

/** A file that was tried; null for an unknown id. */
export async function readImport(db: Knex, id: string, { forUpdate = false } = {}): Promise<PriceImport | null> {
  const { rows } = await db.raw<{ rows: PriceImport[] }>(forUpdate ? `${HEAD} for update` : HEAD, { id })
  return rows[0] ?? null
}

/** A difference as it is shown. */
export interface ImportRowView {
  id: string
  status: "created" | "changed" | "removed" | "problem"
  file_row: number | null
  code: string | null
  article: string
  /** Null where the product was not found. */
  variant_id: string | null
  title: string | null
  from_quantity: string
  /** Unit of the price; null = the base unit. */
  unit: string | null
  starts_on: string | null
  ends_on: string | null
  old_amount: string | null
  new_amount: string | null
  percent: string | null
  is_marked: boolean
}

export interface ImportRowQuery {
  import_id: string
  status: string | null
  is_marked: boolean
  limit: number
  offset: number
}

const WANTED = `
  where r.import_id = :import_id and (cast(:status as text) is null or r.status = :status) and (not cast(:is_marked as boolean) or r.is_marked)`

const FOUND = `from price_import_row r ${WANTED}`
const FOUND_WITH_ENTRY = `from price_import_row r left join catalog_entry e on e.key = r.entry_key ${WANTED}`

const UNIT = `coalesce(
  (select u.name from sales_unit u where u.entry_key = r.entry_key and u.coefficient = r.coefficient order by u.code limit 1), '×' || trim_scale(r.coefficient))`

const PAGE = `
  select r.place::text as id, r.status, r.file_row, r.code, r.article, e.variant_id, e.title,
    trim_scale(r.from_quantity)::text as from_quantity, case when r.coefficient <> 1 then ${UNIT} end as unit, case when isfinite(r.starts_on) then r.starts_on::text end as starts_on,
    case when isfinite(r.ends_on) then r.ends_on::text end as ends_on, trim_scale(r.old_amount)::text as old_amount,
    trim_scale(r.new_amount)::text as new_amount, trim_scale(r.percent)::text as percent, r.is_marked
  ${FOUND_WITH_ENTRY} order by r.place limit :limit offset :offset`

/** Differences of a file in the order of the file; what is not in it comes last. */
export async function listImportRows(db: Knex, query: ImportRowQuery): Promise<{ rows: ImportRowView[]; count: number }> {
  const counted = await db.raw<{ rows: { count: number }[] }>(`select count(*)::int as count ${FOUND}`, { ...query })
  const { rows } = await db.raw<{ rows: ImportRowView[] }>(PAGE, { ...query })
  return { rows, count: counted.rows[0]?.count ?? 0 }
}
