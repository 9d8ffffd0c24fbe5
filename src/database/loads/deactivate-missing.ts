import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { refreshCatalogEntries } from "./refresh-catalog-entries"

export interface Deactivation {
  source: string
  /** Beginning of the full export; what no catalogue package since then has held is missing. */
  since: Date
  /** Largest share of the source's published products that may be unpublished, 0 to 1. */
  share: number
}

/**
 * Takes out of sale what a full export has left out, and returns how many products that were. Refuses with `deactivation_share_exceeded`
 * when it would be more than the allowed share, since that is what a half-finished export looks like, and with `deactivation_without_export`
 * when no full catalogue has come since then. Runs in the caller's transaction.
 */
export async function deactivateMissing(trx: Knex.Transaction, input: Deactivation): Promise<number> {
  const bindings = { source: input.source, since: input.since }
  await trx.raw(MISSING, bindings)
  const { rows } = (await trx.raw(FIGURES, bindings)) as { rows: { published: number; missing: number; full_packages: number }[] }
  const { published, missing, full_packages } = rows[0] ?? { published: 0, missing: 0, full_packages: 0 }
  if (full_packages === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Source ${input.source} has sent no full catalogue since ${input.since.toISOString()}; nothing is taken out of sale.`,
      "deactivation_without_export"
    )
  }
  if (missing > published * input.share) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The export of ${input.source} lacks ${missing} of ${published} published products, more than the allowed ${Math.round(input.share * 100)} %; nothing is taken out of sale.`,
      "deactivation_share_exceeded"
    )
  }
  if (missing > 0) {
    await trx.raw(`update product p set status = 'draft', updated_at = now() from load_missing m where p.id = m.product_id`)
    await trx.raw(
      `update erp_digest d set product = null from load_missing m where d.source = :source and d.external_id = m.external_id`,
      bindings
    )
    await trx.raw(MISSING_VARIANTS)
    await refreshCatalogEntries(trx, { tempTable: "load_missing_variant" })
  }
  return missing
}

const MISSING = `
  create temporary table load_missing on commit drop as
  with seen as (select distinct unnest(product_ids) as product_id from erp_seen where source = :source and seen_at >= :since)
  select p.id as product_id, m.external_id
  from erp_mapping m join product p on p.id = m.internal_id and p.deleted_at is null and p.status = 'published'
  where m.source = :source and m.kind = 'product' and not exists (select from seen where seen.product_id = p.id)`

const MISSING_VARIANTS = `
  create temporary table load_missing_variant on commit drop as
  select v.id as variant_id from load_missing m join product_variant v on v.product_id = m.product_id`

const FIGURES = `
  select
    (select count(*)::int from erp_mapping m join product p on p.id = m.internal_id and p.deleted_at is null and p.status = 'published'
     where m.source = :source and m.kind = 'product') as published,
    (select count(*)::int from load_missing) as missing,
    (select count(*)::int from erp_seen where source = :source and seen_at >= :since and is_full) as full_packages`
