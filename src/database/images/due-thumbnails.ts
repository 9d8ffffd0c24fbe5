import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SHOWN_IMAGES } from "../../modules/content/rules/shown-image"

/** Where images lie of which thumbnails are made: those of products that the ERP sent or the staff uploaded, and those of content. */
export type ImageSource = "erp" | "staff" | "content"

const TABLES: Record<ImageSource, { table: string; condition: string }> = {
  erp: { table: "erp_file", condition: "true" },
  staff: { table: "uploaded_image", condition: "true" },
  content: {
    table: "content_file",
    condition: `deleted_at is null and mime_type in (${SHOWN_IMAGES.map((type) => `'${type}'`).join(", ")})`,
  },
}

/** A process that ends leaves what it took; others take it up after ten minutes, three times at most. */
const DUE = `not is_thumbnail_done and thumbnail_attempts < 3 and (thumbnail_tried_at is null or thumbnail_tried_at < now() - interval '10 minutes')`

const claim = ({ table, condition }: { table: string; condition: string }) => `
  with due as materialized (
    select file_id from ${table} where ${condition} and ${DUE} order by thumbnail_tried_at nulls first limit :limit for update skip locked
  ),
  taken as (
    update ${table} f set thumbnail_tried_at = now(), thumbnail_attempts = f.thumbnail_attempts + 1
    where f.file_id in (select file_id from due) returning f.file_id
  )
  select distinct file_id from taken`

/** Takes images that have no thumbnail yet, for the caller alone; their ids in the File module. */
export async function claimImages(db: Knex, { source, limit }: { source: ImageSource; limit: number }): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { file_id: string }[] }>(claim(TABLES[source]), { limit })
  return rows.map(({ file_id }) => file_id)
}

/** Gives back images that there was no time for. */
export async function releaseImages(db: Knex, { source, file_ids }: { source: ImageSource; file_ids: string[] }): Promise<void> {
  await db.raw(
    `update ${TABLES[source].table} set thumbnail_tried_at = null, thumbnail_attempts = thumbnail_attempts - 1
     where file_id = any(:file_ids) and not is_thumbnail_done`,
    { file_ids }
  )
}

/** A thumbnail that lies in the File module; null where the image needs none. */
export interface MadeThumbnail {
  file_id: string
  thumbnail: { file_id: string; url: string } | null
}

const keep = (table: string, columns: string, values: string) => `
  with made as (select * from jsonb_to_recordset(cast(:made as jsonb)) as m (file_id text, thumbnail jsonb)),
  kept as (
    update ${table} f set is_thumbnail_done = true, ${columns} = ${values}
    from made m where f.file_id = m.file_id and not f.is_thumbnail_done returning f.file_id
  )
  select distinct file_id from kept`

const KEEP: Record<ImageSource, string> = {
  erp: keep("erp_file", "(thumbnail_file_id, thumbnail_url)", "(m.thumbnail ->> 'file_id', m.thumbnail ->> 'url')"),
  staff: keep("uploaded_image", "(thumbnail_file_id, thumbnail_url)", "(m.thumbnail ->> 'file_id', m.thumbnail ->> 'url')"),
  content: keep("content_file", "thumbnail_file_id", "m.thumbnail ->> 'file_id'"),
}

/** Keeps thumbnails with their images; the ids of the images that had none. What is not among them is gone, or was done by somebody else. */
export async function keepThumbnails(trx: Knex, { source, made }: { source: ImageSource; made: MadeThumbnail[] }): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { file_id: string }[] }>(KEEP[source], { made: JSON.stringify(made) })
  return rows.map(({ file_id }) => file_id)
}

const SHOWING = `
  select distinct reference.product_id
  from erp_file file join erp_product_image reference on reference.source = file.source and reference.path = file.path
  where file.file_id = any(:file_ids)`

/** Products that one of these images of the ERP belongs to. */
export async function productsOfImages(trx: Knex, file_ids: string[]): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { product_id: string }[] }>(SHOWING, { file_ids })
  return rows.map(({ product_id }) => product_id)
}
