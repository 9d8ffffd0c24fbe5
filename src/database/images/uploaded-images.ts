import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** An image in the File module, and where everybody finds it. */
export interface UploadedImage {
  file_id: string
  url: string
}

const NOTE = `
  insert into uploaded_image (url, file_id)
  select i.url, i.file_id from jsonb_to_recordset(cast(:images as jsonb)) as i (url text, file_id text)
  on conflict do nothing`

/** Remembers which file an address is that of, so that a thumbnail can be made of it. */
export async function noteUploadedImages(db: Knex, images: UploadedImage[]): Promise<void> {
  await db.raw(NOTE, { images: JSON.stringify(images) })
}

const FORGET = `
  delete from uploaded_image where file_id = :file_id
  returning url, thumbnail_file_id`

const SHOWING = `
  select p.id from product p where p.thumbnail = any(:urls)
  union select v.product_id from product_variant v where v.thumbnail = any(:urls) and v.product_id is not null`

/** Forgets an image that was removed; its thumbnail, which nobody needs any more, and the products that showed it. */
export async function forgetUploadedImage(trx: Knex, file_id: string): Promise<{ thumbnails: string[]; product_ids: string[] }> {
  const { rows } = await trx.raw<{ rows: { url: string; thumbnail_file_id: string | null }[] }>(FORGET, { file_id })
  const product_ids = await productsShowing(
    trx,
    rows.map(({ url }) => url)
  )
  return { thumbnails: rows.flatMap(({ thumbnail_file_id }) => thumbnail_file_id ?? []), product_ids }
}

/** Products that the staff gave one of these uploaded images as their thumbnail. */
export async function productsOfUploads(trx: Knex, file_ids: string[]): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { url: string }[] }>(`select url from uploaded_image where file_id = any(:file_ids)`, { file_ids })
  return productsShowing(
    trx,
    rows.map(({ url }) => url)
  )
}

async function productsShowing(trx: Knex, urls: string[]): Promise<string[]> {
  if (urls.length === 0) {
    return []
  }
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(SHOWING, { urls })
  return rows.map(({ id }) => id)
}
