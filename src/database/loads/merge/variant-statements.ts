/**
 * What the package says of each variant: the plain item as its product describes it, laid over by the offer of the same id, and the
 * offers with characteristics. Fields that nobody mentioned stay absent.
 */
export const DESIRED_VARIANTS = `
  create temporary table load_desired on commit drop as
  select
    coalesce(o.external_id, p.external_id) as external_id,
    coalesce(o.record ->> 'product', p.external_id) as product_external_id,
    p.id as base_of,
    coalesce(o.seq, p.seq) as seq,
    (p.id is not null or (o.record ->> 'is_base')::boolean) as is_base,
    coalesce((o.record ->> 'is_deleted')::boolean, false) as is_deleted,
    p.record ->> 'name' as product_name,
    o.record ->> 'title' as characteristics_title,
    o.record ->> 'name' as offer_name,
    o.record -> 'characteristics' as characteristics,
    coalesce(p.record -> 'article', o.record -> 'article') as article_said,
    coalesce(o.record -> 'barcode', p.record -> 'barcode') as barcode_said
  from (select * from load_product where not is_deleted) p
  full join stage_offer o on o.external_id = p.external_id`

/** What an offer takes from elsewhere: its product, and the plain item beside it. */
const AROUND_OFFERS = `
    left join erp_mapping owned on owned.source = :source and owned.kind = 'product' and owned.external_id = desired.product_external_id
    left join product owner on owner.id = owned.internal_id and owner.deleted_at is null
    left join erp_mapping base_known on not desired.is_base and base_known.source = :source and base_known.kind = 'offer'
      and base_known.external_id = desired.product_external_id
    left join product_variant base on base.id = base_known.internal_id
    left join load_desired base_desired on not desired.is_base and base_desired.external_id = desired.product_external_id`

/** Products alone tell all of their plain items. Asked all the same, each of those joins would read whole tables. */
const AROUND_NOTHING = `
    cross join (select null::text as id, null::text as title) owner
    cross join (select null::jsonb as metadata) base
    cross join (select null::jsonb as article_said) base_desired`

const STANDING = `
    left join erp_mapping known on known.source = :source and known.kind = 'offer' and known.external_id = desired.external_id
    left join product_variant v on v.id = known.internal_id`

const NONE_STANDING = `
    cross join (select null::text as id, null::text as product_id, null::text as title, null::text as sku, null::text as barcode, null::jsonb as metadata) v`

/**
 * The variant of each desired one, old or new, as it should become. `article_said` and `barcode_said` are JSON, so that "not mentioned" (SQL NULL)
 * and "none" (JSON null) differ. A characteristic without an article of its own is found by that of its product.
 */
export const matchedVariants = ({ hasOffers, areNew }: { hasOffers: boolean; areNew: boolean }) => `
  create temporary table load_variant on commit drop as
  select d.external_id, d.product_external_id, d.seq, d.is_base, d.id, d.inventory_item_id, d.price_set_id, d.is_new, d.product_id,
    d.characteristics is not null as has_characteristics,
    coalesce(d.title, d.product_external_id) as title,
    nullif(d.article, '') as sku, nullif(d.code, '') as barcode, d.old_sku, d.old_barcode, d.article, d.old_metadata ->> 'article' as old_article, d.code as barcode_wanted,
    (d.old_metadata - array['article', 'is_base', 'is_withdrawn'])
      || case when d.article is null then '{}'::jsonb else jsonb_build_object('article', d.article) end
      || case when d.is_base then '{"is_base": true}'::jsonb else '{}'::jsonb end
      || case when d.is_deleted then '{"is_withdrawn": true}'::jsonb else '{}'::jsonb end
      || case when d.characteristics is null then '{}'::jsonb else jsonb_build_object('characteristics', d.characteristics) end as metadata
  from (
    select desired.*,
      coalesce(v.id, kontor_id('variant', :moment)) as id, v.id is null as is_new,
      kontor_id('iitem', :moment) as inventory_item_id, kontor_id('pset', :moment) as price_set_id,
      coalesce(desired.base_of, owner.id, v.product_id) as product_id,
      coalesce(v.metadata, '{}') as old_metadata, v.sku as old_sku, v.barcode as old_barcode,
      case when desired.is_base then coalesce(desired.product_name, owner.title, desired.offer_name, v.title)
        else coalesce(desired.characteristics_title, case when v.metadata -> 'characteristics' is not null then v.title end, desired.offer_name, v.title) end as title,
      coalesce(
        case when desired.article_said is null then v.metadata ->> 'article' else desired.article_said #>> '{}' end,
        case when not desired.is_base then coalesce(base_desired.article_said #>> '{}', base.metadata ->> 'article') end) as article,
      case when desired.barcode_said is null then v.barcode else desired.barcode_said #>> '{}' end as code
    from load_desired desired
    ${areNew ? NONE_STANDING : STANDING}
    ${hasOffers ? AROUND_OFFERS : AROUND_NOTHING}
  ) d
  where not (d.is_new and d.is_deleted)
  order by d.seq`

/**
 * Takes a code that must be unique (SKU, barcode) away from all but the first variant that claims it, and from all while another holds it.
 * The plain item goes before its characteristics. Who cannot have it gets none; the article stays in the metadata.
 */
export const UNIQUE_CODES = (column: "sku" | "barcode", wanted: "article" | "barcode") => {
  const claim = wanted === "article" ? "article" : "barcode_wanted"
  const inventory = column === "sku" ? "or exists (select from inventory_item i where i.sku = c.claim and i.deleted_at is null)" : ""
  return `
  with claimed as (
    select id, ${claim} as claim, row_number() over (partition by ${claim} order by is_new, not is_base, seq) as turn
    from load_variant where nullif(${claim}, '') is not null and old_${column} is distinct from ${claim}
  )
  update load_variant l set ${column} = null from claimed c
  where l.id = c.id
    and (c.turn > 1 or exists (select from product_variant v where v.${column} = c.claim and v.deleted_at is null) ${inventory})`
}
