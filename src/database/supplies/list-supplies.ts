import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SupplyState } from "../../modules/supply/rules/move-supply"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"

/** A supply as staff see it in a list. Quantities are sums over its lines, exact decimals of base units. */
export interface SupplyListing {
  id: string
  number: string
  source: "erp" | "portal"
  state: SupplyState
  /** YYYY-MM-DD; null = not known. */
  expected_on: string | null
  warehouse: { id: string; name: string | null } | null
  supplier_name: string | null
  comment: string | null
  as_of: string
  /** The version that a change is made to. */
  updated_at: string
  line_count: number
  quantity: string
  arrived: string
  promised: string
  free: string
}

export interface SupplyFilter {
  id?: string | undefined
  state?: SupplyState | "open" | undefined
  source?: "erp" | "portal" | undefined
  warehouse_id?: string | undefined
  /** Expected on this day or later, YYYY-MM-DD. */
  from?: string | undefined
  /** Expected on this day or sooner. */
  to?: string | undefined
  /** Part of the number, of the supplier, or an article. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof SupplyFilter, string> = {
  id: "s.id = :id",
  state: "(case when :state = 'open' then s.is_open else s.state = :state end)",
  source: "s.source = :source",
  warehouse_id: "s.warehouse_id = :warehouse_id",
  from: "s.expected_on >= cast(:from as date)",
  to: "s.expected_on <= cast(:to as date)",
  q: `(s.number ilike :q or s.supplier_name ilike :q
    or exists (select from supply_line l join catalog_entry e on e.key = l.entry_key where l.supply_id = s.id and e.article ilike :q))`,
}

/** The version of a supply `s`, as text that says all of it. */
export const SUPPLY_VERSION = `to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Open ones first, the next to come before; then those that are over, the last one first. */
const ORDER = "s.is_open desc, case when s.is_open then s.expected_on end, s.expected_on desc, s.id"

const sql = (conditions: string[]) => `
  with found as materialized (select s.* from supply s where ${["s.deleted_at is null", ...conditions].join(" and ")}),
  page as (select * from found s order by ${ORDER} limit :limit offset :offset)
  select counted.total_count, s.id, s.number, s.source, s.state, case when s.expected_on < 'infinity' then s.expected_on::text end as expected_on,
    case when s.warehouse_id <> '' then json_build_object(
      'id', s.warehouse_id, 'name', (select w.name from stock_location w where w.id = s.warehouse_id and w.deleted_at is null)
    ) end as warehouse,
    s.supplier_name, s.comment, to_jsonb(s.as_of) #>> '{}' as as_of, ${SUPPLY_VERSION} as updated_at, lines.*
  from (select count(*)::int as total_count from found) as counted
  left join page s on true
  left join lateral (
    select count(*)::int as line_count, ${sumOf("quantity")}, ${sumOf("arrived")}, ${sumOf("promised")}, ${sumOf("free")}
    from supply_line l where l.supply_id = s.id
  ) lines on true
  order by ${ORDER}`

function sumOf(column: string): string {
  return `trim_scale(coalesce(sum(l.${column}), 0))::text as ${column}`
}

/** Supplies that are found, and how many there are in all. */
export async function listSupplies(
  db: Knex,
  { filter, limit, offset }: { filter: SupplyFilter; limit: number; offset: number }
): Promise<{ supplies: SupplyListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<SupplyListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: supplies, count } = countedPage(rows)
  return { supplies, count }
}

/** One supply; null when there is none, or it was deleted. */
export async function supplyListing(db: Knex, { id }: { id: string }): Promise<SupplyListing | null> {
  const { supplies } = await listSupplies(db, { filter: { id }, limit: 1, offset: 0 })
  return supplies[0] ?? null
}
