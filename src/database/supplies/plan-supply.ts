import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { SUPPLY_VERSION } from "./list-supplies"
import type { SupplyChange, ToldLine } from "./save-supply"
import type { SupplyHead } from "./write-supply"

/** A supply as a file tells it: what is null is kept, or not known of a new one. */
export interface ToldSupply {
  number: string
  expected_on: string | null
  /** Name of a stock location. */
  warehouse: string | null
  supplier: string | null
  lines: ToldLine[]
}

interface Standing extends SupplyHead {
  id: string
  updated_at: string
}

const STANDING = `
  select s.id, s.number, s.state, case when s.expected_on < 'infinity' then s.expected_on::text end as expected_on,
    nullif(s.warehouse_id, '') as warehouse_id, s.supplier_name, s.comment, ${SUPPLY_VERSION} as updated_at
  from supply s where s.source = 'portal' and s.deleted_at is null and s.number = :number`

const WAREHOUSE = `select id from stock_location where lower(name) = lower(:warehouse) and deleted_at is null order by id limit 1`

/** The change that makes of what stands under the number, in the version that was read, what the file tells. Throws INVALID_DATA `warehouse_unknown`. */
export async function planSupply(db: Knex, told: ToldSupply): Promise<SupplyChange> {
  const { number, warehouse, lines } = told
  const { rows } = await db.raw<{ rows: Standing[] }>(STANDING, { number })
  const { id, updated_at, ...standing } = rows[0] ?? NEW
  const head: SupplyHead = {
    number,
    state: standing.state,
    expected_on: told.expected_on ?? standing.expected_on,
    warehouse_id: warehouse === null ? standing.warehouse_id : await warehouseNamed(db, warehouse),
    supplier_name: told.supplier ?? standing.supplier_name,
    comment: standing.comment,
  }
  return { id, updated_at, head, lines }
}

const NEW: Omit<SupplyHead, "number"> & { id: null; updated_at: null } = {
  id: null,
  updated_at: null,
  state: "planned",
  expected_on: null,
  warehouse_id: null,
  supplier_name: null,
  comment: null,
}

async function warehouseNamed(db: Knex, warehouse: string): Promise<string> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(WAREHOUSE, { warehouse })
  const [found] = rows
  if (!found) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no warehouse ${warehouse}.`, "warehouse_unknown")
  }
  return found.id
}
