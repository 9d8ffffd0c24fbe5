import { noteGaps } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"
import { VARIANTS_OF_WRITTEN } from "./variants-of-written"

/**
 * Products of the ERP become Medusa products: published, or draft when the ERP deleted them, also if it is the first word of them:
 * their offers, prices and stock come nevertheless. Gives `load_product`; variants, categories, images and units follow in merges of
 * their own. True when properties are named that were never described: see {@link noteUnknownProperties}.
 *
 * @param areNew none of them has been heard of, see {@link areGoodsNew}
 */
export async function mergeProducts(load: LoadContext, areNew: boolean): Promise<boolean> {
  await matchDocuments(load, { kind: "product", table: "product", idPrefix: "prod", keepsDeleted: true, areNew })
  const hasUnknown = await tellProperties(load)
  const created = await run(load, INSERT_PRODUCTS)
  if (created.rowCount > 0) {
    await run(load, LINK_CHANNEL, { channel: load.defaults.sales_channel_id })
    await run(load, LINK_SHIPPING_PROFILE, { profile: load.defaults.shipping_profile_id })
  }
  if (!areNew) {
    const withdrawn = await run(load, WITHDRAW_PRODUCTS)
    const updated = await run(load, UPDATE_PRODUCTS)
    count(load, "products", { updated: updated.rowCount, deleted: withdrawn.rowCount })
  }
  await mapDocuments(load, "product")
  count(load, "products", { created: created.rowCount })
  return hasUnknown
}

/** Gives `load_product_metadata`: what products are told to be, by the properties that are described. True when some are not. */
export async function tellProperties(load: LoadContext): Promise<boolean> {
  await run(load, PRODUCT_METADATA)
  await run(load, `analyze load_product_metadata (id)`)
  const { rows } = await run<{ found: boolean }>(
    load,
    `select exists (select from load_product_metadata where unknown_properties > 0) as found`
  )
  return rows[0]?.found ?? false
}

/** Whether nothing on the stage has been heard of before, as a product or, since an offer may come before its product, as a plain item. Each is looked up by the key. */
export async function areGoodsNew(load: LoadContext): Promise<boolean> {
  const { rows } = await run<{ found: boolean }>(load, ANY_KNOWN)
  return rows[0]?.found === false
}

const ANY_KNOWN = `
  select exists (
    select from stage_product s
    cross join unnest(array['product', 'offer']) as known (kind)
    cross join lateral (select from erp_mapping m where m.source = :source and m.kind = known.kind and m.external_id = s.external_id limit 1) m
  ) as found`

/** Tells of properties that products of the package name and nobody described, once for each property. */
export async function noteUnknownProperties(load: LoadContext): Promise<void> {
  await noteGaps(load, "product", UNKNOWN_PROPERTIES)
}

const UNKNOWN_PROPERTIES = `
  select 'warning' as severity, 'property_unknown' as code,
    'Property ' || unknown.id || ' was never described; ' || unknown.products || ' products name it.' as message, unknown.id as subject
  from (
    select item ->> 'property_external_id' as id, count(distinct l.external_id) as products
    from load_product l cross join lateral jsonb_array_elements(l.record -> 'properties') as item
    where not exists (select from erp_property p where p.source = :source and p.external_id = item ->> 'property_external_id')
    group by 1
  ) unknown`

/**
 * What the load writes into a product's metadata; keys of other owners stay. Properties are told in words, as a person reads them. Grouped
 * by the number, which sorts several times faster than an id; their JSON is put together as text, which takes a quarter less than making an object of each.
 */
const PRODUCT_METADATA = `
  create temporary table load_product_metadata on commit drop as
  with property as materialized (
    select external_id, '{"name":' || to_json(name)::text || ',"value":' as said from erp_property where source = :source
  )
  select l.id, (l.record -> 'metadata') || case
    when l.record -> 'properties' is null then '{}'::jsonb
    else ('{"properties":[' || coalesce(named.properties, '') || ']}')::jsonb end as patch,
    named.unknown as unknown_properties
  from load_product l
  left join (
    select l.seq, count(*) filter (where p.external_id is null) as unknown,
      string_agg(p.said || coalesce(to_json(coalesce(v.value, item.value ->> 'value'))::text, 'null') || '}', ',' order by item.ordinality) as properties
    from load_product l
    cross join lateral jsonb_array_elements(l.record -> 'properties') with ordinality as item
    left join property p on p.external_id = item.value ->> 'property_external_id'
    left join erp_property_value v on v.source = :source and v.external_id = item.value ->> 'value'
    group by l.seq
  ) named on named.seq = l.seq`

const INSERT_PRODUCTS = `
  insert into product (id, title, handle, status, description, external_id, metadata)
  select l.id, l.record ->> 'name', (l.record ->> 'slug') || '-' || lower(right(l.id, 10)),
    case when l.is_deleted then 'draft' else 'published' end, l.record ->> 'description', l.external_id, m.patch
  from load_product l join load_product_metadata m on m.id = l.id
  where l.is_new`

const LINK_CHANNEL = `
  insert into product_sales_channel (id, product_id, sales_channel_id)
  select kontor_id('prodsc', :moment), id, :channel from load_product where is_new order by seq`

const LINK_SHIPPING_PROFILE = `
  insert into product_shipping_profile (id, product_id, shipping_profile_id)
  select kontor_id('prodsp', :moment), id, :profile from load_product where is_new order by seq`

/** Writes, and touches the variants of what it wrote. */
const touching = (update: string) => `
  with written as (${update} returning p.id as product_id),
       touched as (insert into load_touched (variant_id) ${VARIANTS_OF_WRITTEN})
  select product_id from written`

const WITHDRAW_PRODUCTS = touching(`
  update product p set status = 'draft', updated_at = now()
  from load_product l where l.is_deleted and not l.is_new and p.id = l.id and p.status <> 'draft'`)

const UPDATE_PRODUCTS = touching(`
  update product p
  set title = l.record ->> 'name', status = 'published', metadata = coalesce(p.metadata, '{}') || m.patch,
    description = case when l.record -> 'description' is null then p.description else l.record ->> 'description' end, updated_at = now()
  from load_product l join load_product_metadata m on m.id = l.id
  where not l.is_new and not l.is_deleted and p.id = l.id
    and (p.title, p.status, coalesce(p.metadata, '{}'), p.description) is distinct from (
      l.record ->> 'name', 'published', coalesce(p.metadata, '{}') || m.patch,
      case when l.record -> 'description' is null then p.description else l.record ->> 'description' end)`)
