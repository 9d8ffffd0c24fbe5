import { today } from "@kontor/framework"
import { keepServed } from "../../supplies/keep-served"
import { keepingPromises } from "../../promises/keeping-promises"
import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"
import { said } from "./said"

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = ["number", "state", "expected_on", "warehouse_id", "supplier_name", "comment"]

/**
 * Supplies and their lines, as they were told last: an older package that comes later changes nothing. Lines of a supply whose list is whole go when
 * they are not named; only rows that differ are written. A line of an unknown product is left out; a supply to an unknown warehouse is kept, and nobody
 * can draw from it.
 */
export async function mergeSupplies(load: LoadContext): Promise<void> {
  await noteIssues(load, UNKNOWN_WAREHOUSES)
  await noteIssues(load, OUTDATED_ISSUES, { asOf: load.asOf })
  await run(load, `delete from stage_supply s using ${OUTDATED}`, { asOf: load.asOf })
  await matchDocuments(load, { kind: "supply", table: "supply", idPrefix: "sply" })
  await run(load, WANTED)
  await run(load, TOLD_LINES)
  await run(load, `analyze load_told_supply_line`)
  await noteIssues(load, UNKNOWN_OFFERS)
  await noteIssues(load, INVALID_LINES)
  await run(load, WANTED_LINES)
  await run(load, `analyze load_wanted_supply_line`)
  await keepingPromises(load.trx, { outlook: { sql: OUTLOOK, bindings: {} }, day: today() }, () => writeSupplies(load))
}

async function writeSupplies(load: LoadContext): Promise<void> {
  const deleted = await run(load, DELETE, { asOf: load.asOf })
  const updated = await run(load, UPDATE, { asOf: load.asOf })
  const created = await run(load, INSERT, { asOf: load.asOf })
  await mapDocuments(load, "supply")
  count(load, "supplies", { created: created.rowCount, updated: updated.rowCount, deleted: deleted.rowCount })
  const {
    rows: [told],
  } = await run<{ lines: number }>(load, `select count(*)::int as lines from load_told_supply_line`)
  const gone = await run(load, DELETE_LINES)
  await run(load, KEEP_SERVED)
  const changed = await run(load, UPDATE_LINES)
  const added = await run(load, INSERT_LINES)
  count(load, "supply_lines", { received: told?.lines ?? 0, created: added.rowCount, updated: changed.rowCount, deleted: gone.rowCount })
  await run(load, CONFIRM, { asOf: load.asOf })
}

/**
 * A word that was said before the last one changes nothing, also of a supply that is gone; one of the same moment does. A moment that is yet to come is
 * that of a wrong clock, behind which nothing waits.
 */
const OUTDATED = `
  erp_mapping m, supply t
  where m.source = :source and m.kind = 'supply' and m.external_id = s.external_id and t.id = m.internal_id and t.as_of > :asOf and t.as_of <= now()`

const OUTDATED_ISSUES = `
  select 'info' as severity, 'supply_outdated' as code, 'Supply ' || t.number || ' was told of later than this package was formed; its word on it is passed over.' as message,
    s.external_id as subject
  from stage_supply s, ${OUTDATED}`

const UNKNOWN_WAREHOUSES = `
  select 'warning' as severity, 'supply_warehouse_unknown' as code,
    'Warehouse ' || (s.record ->> 'warehouse_external_id') || ' of supply ' || (s.record ->> 'number') || ' is unknown; nobody can draw from it.' as message,
    s.external_id as subject
  from stage_supply s
  where s.record ->> 'warehouse_external_id' is not null
    and not exists (select from erp_mapping m where m.source = :source and m.kind = 'warehouse' and m.external_id = s.record ->> 'warehouse_external_id')`

/** An unknown warehouse stays under the id of the ERP: the supply must not count for those who draw from any. */
const WANTED = `
  create temporary table load_wanted_supply on commit drop as
  select l.id, l.is_new, l.seq, l.record ->> 'number' as number, l.record ->> 'state' as state,
    coalesce((l.record ->> 'expected_on')::date, 'infinity') as expected_on,
    case when l.record -> 'warehouse_external_id' is null then coalesce(t.warehouse_id, '')
      else coalesce(w.internal_id, l.record ->> 'warehouse_external_id', '') end as warehouse_id,
    ${said("supplier_name")} as supplier_name, ${said("comment")} as comment
  from load_supply l
  left join supply t on t.id = l.id
  left join erp_mapping w on w.source = :source and w.kind = 'warehouse' and w.external_id = l.record ->> 'warehouse_external_id'
  where not l.is_deleted`

const TOLD_LINES = `
  create temporary table load_told_supply_line on commit drop as
  select l.id as supply_id, l.external_id as supply_external_id, told.offer_external_id, e.key as entry_key,
    round(told.quantity * told.coefficient, 6) as quantity, round(told.arrived * told.coefficient, 6) as arrived
  from load_supply l
  cross join lateral jsonb_to_recordset(coalesce(l.record -> 'lines', '[]'))
    as told (offer_external_id text, quantity numeric, arrived numeric, coefficient numeric)
  left join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = told.offer_external_id
  left join catalog_entry e on e.variant_id = m.internal_id
  where not l.is_deleted`

/** Ten thousand lines of one product, added up, are within what the column holds. */
const LINE_LIMIT = 100_000_000

const IS_VALID = `quantity between 0 and ${LINE_LIMIT - 1} and arrived between 0 and ${LINE_LIMIT - 1}`

const UNKNOWN_OFFERS = `
  select 'warning' as severity, 'supply_offer_unknown' as code,
    'No product or offer ' || offer_external_id || ' is known; the supplies of it are skipped.' as message, offer_external_id as subject
  from (select distinct offer_external_id from load_told_supply_line where entry_key is null) o`

const INVALID_LINES = `
  select 'warning' as severity, 'supply_line_invalid' as code,
    'The line of ' || offer_external_id || ' in supply ' || supply_external_id || ' is skipped: its quantity cannot be right.' as message,
    offer_external_id as subject
  from load_told_supply_line where entry_key is not null and not (${IS_VALID})`

/** In key order, as the table is read. */
const WANTED_LINES = `
  create temporary table load_wanted_supply_line on commit drop as
  select supply_id, entry_key, sum(quantity)::numeric(18, 6) as quantity, sum(arrived)::numeric(18, 6) as arrived
  from load_told_supply_line where entry_key is not null and ${IS_VALID}
  group by supply_id, entry_key order by supply_id, entry_key`

/** As `promises/release-promises.ts` asks for it. */
const OUTLOOK = `
  select line.supply_id, line.entry_key, coalesce(w.state, s.state) as state,
    not l.is_deleted and coalesce(w.state, s.state) not in ('arrived', 'cancelled') as is_open,
    coalesce(w.expected_on, s.expected_on) as expected_on, coalesce(w.warehouse_id, s.warehouse_id) as warehouse_id,
    case when (l.record ->> 'are_lines_whole')::boolean and not exists (
        select from load_told_supply_line n where n.supply_id = line.supply_id and n.entry_key = line.entry_key)
      then 0 else coalesce(wl.quantity, line.quantity) end as quantity,
    coalesce(wl.arrived, line.arrived) as arrived
  from load_supply l
  join supply s on s.id = l.id
  join supply_line line on line.supply_id = l.id
  left join load_wanted_supply w on w.id = l.id
  left join load_wanted_supply_line wl on wl.supply_id = line.supply_id and wl.entry_key = line.entry_key`

const DELETE = `
  update supply t set deleted_at = now(), updated_at = now(), as_of = :asOf
  from load_supply l where l.is_deleted and t.id = l.id and t.deleted_at is null`

const UPDATE = `
  update supply t set ${COLUMNS.map((column) => `${column} = w.${column}`).join(", ")}, as_of = :asOf, updated_at = now()
  from load_wanted_supply w
  where not w.is_new and t.id = w.id
    and (${COLUMNS.map((column) => `t.${column}`).join(", ")}) is distinct from (${COLUMNS.map((column) => `w.${column}`).join(", ")})`

const INSERT = `
  insert into supply (id, source, ${COLUMNS.join(", ")}, as_of)
  select id, 'erp', ${COLUMNS.join(", ")}, :asOf from load_wanted_supply where is_new order by seq`

/** A line that is named and cannot be right is not gone: what is known of it stays. */
const IS_GONE = `
  t.supply_id = l.id and not l.is_deleted and (l.record ->> 'are_lines_whole')::boolean
  and not exists (select from load_told_supply_line n where n.supply_id = t.supply_id and n.entry_key = t.entry_key)`
const DELETE_LINES = `delete from supply_line t using load_supply l where t.served = 0 and ${IS_GONE}`
const KEEP_SERVED = keepServed("load_supply l", IS_GONE)

const UPDATE_LINES = `
  update supply_line t set quantity = w.quantity, arrived = w.arrived
  from load_wanted_supply_line w
  where t.supply_id = w.supply_id and t.entry_key = w.entry_key and (t.quantity, t.arrived) is distinct from (w.quantity, w.arrived)`

const INSERT_LINES = `
  insert into supply_line (supply_id, entry_key, quantity, arrived, is_open, expected_on, warehouse_id)
  select w.supply_id, w.entry_key, w.quantity, w.arrived, s.is_open, s.expected_on, s.warehouse_id
  from load_wanted_supply_line w
  join supply s on s.id = w.supply_id
  left join supply_line t on t.supply_id = w.supply_id and t.entry_key = w.entry_key
  where t.supply_id is null
  order by w.supply_id, w.entry_key`

/** What was said again is as new as the package, changed or not. */
const CONFIRM = `
  update supply t set as_of = :asOf from load_wanted_supply w where t.id = w.id and t.as_of is distinct from :asOf`
