import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Forgets what the ERP said of goods that were edited here: it owns them, so its next word, though the same, must be compared again.
 * Takes ids of products, variants and inventory levels alike; prices cannot be edited here and stay remembered. Returns the number of
 * things forgotten.
 */
export async function forgetEdited(db: Knex, ids: string[]): Promise<number> {
  const { rowCount } = (await db.raw(FORGET_EDITED, { ids })) as { rowCount: number | null }
  return rowCount ?? 0
}

const FORGET_EDITED = `
  with edited as materialized (
    select unnest(:ids::text[]) as id
    union
    select product_id from product_variant where id = any(:ids::text[])
    union
    select link.variant_id from inventory_level level
    join product_variant_inventory_item link on link.inventory_item_id = level.inventory_item_id and link.deleted_at is null
    where level.id = any(:ids::text[])
  )
  update erp_digest d set product = null, offer = null, stock = null
  from edited join erp_mapping m on m.kind in ('product', 'offer') and m.internal_id = edited.id
  where d.source = m.source and d.external_id = m.external_id and num_nonnulls(d.product, d.offer, d.stock) > 0`
