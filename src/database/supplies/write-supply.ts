import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SupplyState } from "../../modules/supply/rules/move-supply"
import { keepServed } from "./keep-served"

/** What a person decides of a supply. */
export interface SupplyHead {
  number: string
  state: SupplyState
  /** YYYY-MM-DD; null = not known. */
  expected_on: string | null
  warehouse_id: string | null
  supplier_name: string | null
  comment: string | null
}

/** Base units, exact decimals. */
export interface WrittenLine {
  entry_key: number
  quantity: string
  arrived: string
}

const COLUMNS = "number, state, expected_on, warehouse_id, supplier_name, comment"
const VALUES = `
  :number, :state, coalesce(cast(:expected_on as date), 'infinity'), coalesce(:warehouse_id, ''), cast(:supplier_name as text), cast(:comment as text)`

const INSERT = `insert into supply (id, source, ${COLUMNS}, as_of) values (:id, 'portal', ${VALUES}, now())`
const UPDATE = `
  update supply set (${COLUMNS}) = (${VALUES}), as_of = now(), updated_at = clock_timestamp(), deleted_at = null
  where id = :id and (${COLUMNS}, deleted_at) is distinct from (${VALUES}, null::timestamptz)`

const WANTED = `
  with wanted as (
    select w.entry_key, w.quantity, w.arrived from jsonb_to_recordset(cast(:lines as jsonb)) as w (entry_key int, quantity numeric(18, 6), arrived numeric(18, 6))
  )`
const IS_GONE = "t.supply_id = :id and not exists (select from wanted w where w.entry_key = t.entry_key)"
const DELETE_LINES = `${WANTED} delete from supply_line t where t.served = 0 and ${IS_GONE}`
const KEEP_SERVED = `${WANTED} ${keepServed(null, IS_GONE)}`
const UPDATE_LINES = `${WANTED}
  update supply_line t set quantity = w.quantity, arrived = w.arrived from wanted w
  where t.supply_id = :id and t.entry_key = w.entry_key and (t.quantity, t.arrived) is distinct from (w.quantity, w.arrived)`
const INSERT_LINES = `${WANTED}
  insert into supply_line (supply_id, entry_key, quantity, arrived, is_open, expected_on, warehouse_id)
  select s.id, w.entry_key, w.quantity, w.arrived, s.is_open, s.expected_on, s.warehouse_id
  from wanted w join supply s on s.id = :id
  where not exists (select from supply_line t where t.supply_id = s.id and t.entry_key = w.entry_key)
  order by w.entry_key`
const TOUCH = `update supply set as_of = now(), updated_at = clock_timestamp() where id = :id`

/** Writes a supply of the portal; lines that are null stay, others are all there are. True when something changed. */
export async function writeSupply(
  trx: Knex.Transaction,
  { id, isNew, head, lines }: { id: string; isNew: boolean; head: SupplyHead; lines: WrittenLine[] | null }
): Promise<boolean> {
  const changedHead = await changed(trx, isNew ? INSERT : UPDATE, { id, ...head })
  if (lines === null) {
    return changedHead
  }
  const bindings = { id, lines: JSON.stringify(lines) }
  const gone = await changed(trx, DELETE_LINES, bindings)
  const kept = await changed(trx, KEEP_SERVED, bindings)
  const moved = await changed(trx, UPDATE_LINES, bindings)
  const added = await changed(trx, INSERT_LINES, bindings)
  const changedLines = gone || kept || moved || added
  if (changedLines && !changedHead) {
    await trx.raw(TOUCH, { id })
  }
  return changedHead || changedLines
}

async function changed(trx: Knex.Transaction, sql: string, bindings: Record<string, Knex.RawBinding>): Promise<boolean> {
  const { rowCount } = await trx.raw<{ rowCount: number | null }>(sql, bindings)
  return (rowCount ?? 0) > 0
}
