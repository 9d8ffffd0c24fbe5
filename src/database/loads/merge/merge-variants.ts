import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { followArticles } from "./follow-articles"
import { INSERT_VARIANT_PARTS, UPDATE_INVENTORY_SKU } from "./variant-parts"
import { DESIRED_VARIANTS, matchedVariants, UNIQUE_CODES } from "./variant-statements"

/**
 * Variants of the package: the plain item of each product and the offers beside it. An offer whose product is unknown becomes a variant
 * without a product, so that its prices and stock are not lost; the product adopts it when it comes. Gives `load_variant`.
 *
 * The catalogue reads from the metadata written here: `article`, `is_base` (the plain item), `is_withdrawn` (deleted in the ERP).
 *
 * @param hasOffers the package names offers, and not products alone
 * @param areNew none of its plain items has been heard of; only without offers
 */
export async function mergeVariants(load: LoadContext, { hasOffers, areNew }: { hasOffers: boolean; areNew: boolean }): Promise<void> {
  if (!areNew) {
    await run(load, FORGET_STALE_OFFERS)
  }
  await run(load, DESIRED_VARIANTS)
  await run(load, `analyze load_desired (external_id, product_external_id)`)
  await run(load, matchedVariants({ hasOffers, areNew }))
  await run(load, `analyze load_variant (id, external_id)`)
  await noteIssues(load, ORPHANS)
  await run(load, UNIQUE_CODES("sku", "article"))
  await run(load, UNIQUE_CODES("barcode", "barcode"))
  await noteIssues(load, DUPLICATE_ARTICLES)
  const created = await run(load, INSERT_VARIANTS)
  if (created.rowCount > 0) {
    for (const statement of INSERT_VARIANT_PARTS) {
      await run(load, statement)
    }
  }
  const changed = areNew ? { updated: 0, deleted: 0 } : await changeStanding(load)
  await adoptOrphans(load)
  await followArticles(load)
  count(load, "offers", { created: created.rowCount, ...changed })
}

async function changeStanding(load: LoadContext): Promise<{ updated: number; deleted: number }> {
  const written = await run<{ updated: number; deleted: number }>(load, UPDATE_VARIANTS)
  const changed = written.rows[0] ?? { updated: 0, deleted: 0 }
  if (changed.updated > 0) {
    await run(load, UPDATE_INVENTORY_SKU)
  }
  return changed
}

const FORGET_STALE_OFFERS = `
  delete from erp_mapping m
  using (select external_id from stage_offer union select external_id from load_product) s
  where m.source = :source and m.kind = 'offer' and m.external_id = s.external_id
    and not exists (select from product_variant v where v.id = m.internal_id and v.deleted_at is null)`

const ORPHANS = `
  select 'info' as severity, 'offer_without_product' as code,
    'The product of this offer is unknown; its prices and stock are kept until the product comes.' as message, external_id as subject
  from load_variant where product_id is null`

export const DUPLICATE_ARTICLES = `
  select 'info' as severity, 'article_duplicate' as code,
    'Article «' || (metadata ->> 'article') || '» also belongs to another item; it is kept, but not as the SKU.' as message, external_id as subject
  from load_variant where is_new and not has_characteristics and sku is null and metadata ->> 'article' is not null`

const INSERT_VARIANTS = `
  with written as (
    insert into product_variant (id, title, sku, barcode, product_id, manage_inventory, allow_backorder, variant_rank, metadata)
    select id, title, sku, barcode, product_id, true, false, case when is_base then 0 else 1 end, metadata
    from load_variant where is_new order by seq
    returning id
  )
  insert into load_touched (variant_id) select id from written`

const UPDATE_VARIANTS = `
  with written as (
    update product_variant v
    set title = l.title, sku = l.sku, barcode = l.barcode, product_id = l.product_id, metadata = l.metadata, updated_at = now()
    from load_variant l
    where not l.is_new and v.id = l.id
      and (v.title, v.sku, v.barcode, v.product_id, v.metadata) is distinct from (l.title, l.sku, l.barcode, l.product_id, l.metadata)
    returning v.id, coalesce(v.metadata ->> 'is_withdrawn', '') = 'true' as is_withdrawn
  ), touched as (insert into load_touched (variant_id) select id from written)
  select (count(*) filter (where not is_withdrawn))::int as updated, (count(*) filter (where is_withdrawn))::int as deleted from written`

/** Orphans are remembered by the product they wait for; variants of earlier packages find theirs when it comes. */
async function adoptOrphans(load: LoadContext): Promise<void> {
  await run(
    load,
    `insert into erp_mapping (source, kind, external_id, internal_id)
     select :source, 'orphan', external_id, product_external_id from load_variant where product_id is null and is_new
     on conflict (source, kind, external_id) do nothing`
  )
  await run(
    load,
    `with adopted as (
       update product_variant v set product_id = p.id, updated_at = now()
       from erp_mapping orphan
       join load_product p on p.external_id = orphan.internal_id
       join erp_mapping offer on offer.source = :source and offer.kind = 'offer' and offer.external_id = orphan.external_id
       where orphan.source = :source and orphan.kind = 'orphan' and v.id = offer.internal_id and v.product_id is null
       returning v.id
     )
     insert into load_touched (variant_id) select id from adopted`
  )
  await run(
    load,
    `delete from erp_mapping orphan using erp_mapping offer, product_variant v
     where orphan.source = :source and orphan.kind = 'orphan' and offer.source = :source and offer.kind = 'offer'
       and offer.external_id = orphan.external_id and v.id = offer.internal_id and v.product_id is not null`
  )
}
