import { run, type LoadContext } from "../load-context"

/**
 * Gives the article of a plain item to those characteristics of its product that have none of their own: the ERP need not name them again
 * when the article changes, or when the product comes after its offers.
 */
export async function followArticles(load: LoadContext): Promise<void> {
  await run(
    load,
    `with written as (
       update product_variant v set metadata = coalesce(v.metadata, '{}') || jsonb_build_object('article', base.article), updated_at = now()
       from load_variant base
       where base.is_base and base.article is not null and base.article is distinct from base.old_article
         and v.product_id = base.product_id and v.id <> base.id and v.deleted_at is null
         and v.metadata ->> 'article' is not distinct from base.old_article
       returning v.id
     )
     insert into load_touched (variant_id) select id from written`
  )
}
