import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Makes the images and thumbnails of these products what the ERP's references and the files that have come say. Images whose metadata
 * does not name the ERP were added by a person and stay. Returns the products that changed.
 *
 * @param gone addresses of files of the ERP that were just replaced
 */
export async function hangImages(trx: Knex.Transaction, productIds: string[], gone: string[] = []): Promise<string[]> {
  const changed = new Set<string>()
  for (const statement of [REMOVE_IMAGES, ADD_IMAGES, SET_THUMBNAILS]) {
    const { rows } = (await trx.raw(statement, { products: productIds, gone })) as { rows: { product_id: string }[] }
    rows.forEach((row) => changed.add(row.product_id))
  }
  return [...changed]
}

const WANTED = `
  wanted as (
    select reference.product_id, reference.position - 1 as rank, file.url, coalesce(file.thumbnail_url, file.url) as thumbnail
    from erp_product_image reference
    join erp_file file on file.source = reference.source and file.path = reference.path
    where reference.product_id = any(:products)
  )`

const REMOVE_IMAGES = `
  with ${WANTED}
  delete from image i
  where i.product_id = any(:products) and i.metadata ->> 'origin' = 'erp'
    and not exists (select from wanted w where w.product_id = i.product_id and w.rank = i.rank and w.url = i.url)
  returning i.product_id`

const ADD_IMAGES = `
  with ${WANTED}
  insert into image (id, url, rank, product_id, metadata)
  select kontor_id('img', kontor_id_time(now())), w.url, w.rank, w.product_id, '{"origin": "erp"}'
  from wanted w
  where not exists (select from image i where i.product_id = w.product_id and i.rank = w.rank and i.url = w.url and i.deleted_at is null)
  returning product_id`

/** The thumbnail is that of the first image, or while it has none the image itself; one that a person chose (it is none of the ERP's files) stays. */
const SET_THUMBNAILS = `
  with ${WANTED},
  first as (select distinct on (product_id) product_id, thumbnail from wanted order by product_id, rank)
  update product p set thumbnail = first.thumbnail, updated_at = now()
  from unnest(:products::text[]) as named (id) left join first on first.product_id = named.id
  where p.id = named.id and p.thumbnail is distinct from first.thumbnail
    and (p.thumbnail is null or p.thumbnail = any(:gone) or p.thumbnail in (select url from erp_file)
      or p.thumbnail in (select thumbnail_url from erp_file where thumbnail_url is not null))
  returning p.id as product_id`
