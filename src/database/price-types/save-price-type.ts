import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { ownedByErp, type PriceTypeChange, type PriceTypeOwners } from "../../modules/contract-pricing/rules/owned-by-erp"
import { mirrorRetailPrices } from "../loads/merge/mirror-retail-prices"

/** All of a price type that staff may decide. */
export interface PriceTypeFacts {
  name: string
  includes_vat: boolean
  is_retail: boolean
  region: string | null
  fallback_id: string | null
}

export interface SavedPriceType {
  before: PriceTypeFacts
  after: PriceTypeFacts
  /** The type that lost the retail mark to this one; null = none did. */
  former_retail_id: string | null
}

const FACTS = "name, includes_vat, is_retail, region, fallback_id"

const KNOWN = `select ${FACTS}, source, region_from_erp, fallback_from_erp from price_type where id = :id and deleted_at is null for update`

const UPDATE = `
  update price_type set name = :name, includes_vat = :includes_vat, is_retail = :is_retail, region = :region, fallback_id = :fallback_id, updated_at = now()
  where id = :id`

/** An index allows one retail type, so the old one is cleared first. */
const CLEAR_RETAIL = `update price_type set is_retail = false, updated_at = now() where is_retail and deleted_at is null and id <> :id returning id`

/**
 * Changes a price type by hand. Where another type becomes retail, its prices are repeated in Medusa's own table.
 *
 * @throws MedusaError NOT_FOUND; `erp_owned` for fields that the ERP decides; `fallback_to_self`; `price_type_unknown` for the fallback
 */
export async function savePriceType(trx: Knex.Transaction, id: string, change: PriceTypeChange): Promise<SavedPriceType> {
  const { rows } = await trx.raw<{ rows: (PriceTypeFacts & PriceTypeOwners)[] }>(KNOWN, { id })
  const known = rows[0]
  if (!known) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price type with id: ${id} was not found`)
  }
  const owned = ownedByErp(known, change)
  if (owned.length > 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${owned.join(", ")} of price type ${id} come from the ERP and are changed there.`,
      "erp_owned"
    )
  }
  await refuseFallback(trx, id, change.fallback_id)
  const { source: _s, region_from_erp: _r, fallback_from_erp: _f, ...before } = known
  const after: PriceTypeFacts = {
    name: change.name ?? before.name,
    includes_vat: change.includes_vat ?? before.includes_vat,
    is_retail: change.is_retail ?? before.is_retail,
    region: change.region === undefined ? before.region : change.region,
    fallback_id: change.fallback_id === undefined ? before.fallback_id : change.fallback_id,
  }
  return { before, after, former_retail_id: await writePriceType(trx, id, before, after) }
}

/** Writes the facts back as they were; the retail mark goes to the type that had it. */
export async function restorePriceType(trx: Knex.Transaction, id: string, saved: SavedPriceType): Promise<void> {
  await writePriceType(trx, id, saved.after, saved.before)
  if (saved.former_retail_id !== null) {
    await trx.raw(`update price_type set is_retail = true where id = :id`, { id: saved.former_retail_id })
    await mirror(trx)
  }
}

async function writePriceType(trx: Knex.Transaction, id: string, before: PriceTypeFacts, after: PriceTypeFacts): Promise<string | null> {
  const becomesRetail = after.is_retail && !before.is_retail
  const cleared = becomesRetail ? (await trx.raw<{ rows: { id: string }[] }>(CLEAR_RETAIL, { id })).rows : []
  await trx.raw(UPDATE, { id, ...after })
  if (becomesRetail) {
    await mirror(trx)
  }
  return cleared[0]?.id ?? null
}

/** Repeats the prices of the type that is retail now. */
export async function mirror(trx: Knex.Transaction, table: "load_price_change" | "type_price" = "type_price"): Promise<void> {
  const { rows } = await trx.raw<{ rows: { moment: string }[] }>(`select kontor_id_time(now()) as moment`)
  await mirrorRetailPrices({ trx, source: "portal", moment: rows[0]?.moment ?? "" }, table)
}

async function refuseFallback(trx: Knex.Transaction, id: string, fallbackId: string | null | undefined): Promise<void> {
  if (fallbackId === id) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Price type ${id} cannot fall back to itself.`, "fallback_to_self")
  }
  if (fallbackId != null) {
    const { rows } = await trx.raw<{ rows: object[] }>(`select from price_type where id = :id and deleted_at is null`, { id: fallbackId })
    if (rows.length === 0) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no price type ${fallbackId} to fall back to.`, "price_type_unknown")
    }
  }
}
