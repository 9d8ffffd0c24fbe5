import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { hangImages } from "./hang-images"
import { refreshCatalogEntries } from "./refresh-catalog-entries"

/** A content in the File module, with its thumbnail as far as that is made. */
export interface StoredContent {
  file_id: string
  url: string
  thumbnail_file_id: string | null
  thumbnail_url: string | null
  is_thumbnail_done: boolean
}

/** A stored file under the path by which packages refer to it. */
export interface StoredAttachment extends StoredContent {
  source: string
  path: string
  sha256: string
  bytes: number
}

const COLUMNS = "file_id, url, thumbnail_file_id, thumbnail_url, is_thumbnail_done"

/** The file stored for this content before, whatever its path; null when it is new. */
export async function findAttachment(db: Knex, sha256: string): Promise<StoredContent | null> {
  const { rows } = await db.raw<{ rows: StoredContent[] }>(
    `select ${COLUMNS} from erp_file where sha256 = :sha256 order by is_thumbnail_done desc limit 1`,
    { sha256 }
  )
  return rows[0] ?? null
}

/**
 * Remembers a file and hangs it on the products that refer to its path. Returns the ids of the files that nothing refers to any more, when this
 * one took the place of another: its image and its thumbnail. The same content again writes nothing.
 */
export async function saveAttachment(trx: Knex.Transaction, attachment: StoredAttachment): Promise<string[]> {
  const { source, path } = attachment
  const before = await trx.raw<{ rows: StoredContent[] }>(
    `select ${COLUMNS} from erp_file where source = :source and path = :path for update`,
    { source, path }
  )
  await trx.raw(UPSERT, { ...attachment })
  const referring = await trx.raw<{ rows: { product_id: string }[] }>(
    `select distinct product_id from erp_product_image where source = :source and path = :path`,
    { source, path }
  )
  const replaced = before.rows.filter(({ file_id }) => file_id !== attachment.file_id)
  const changed = await hangImages(
    trx,
    referring.rows.map((row) => row.product_id),
    replaced.flatMap(({ url, thumbnail_url }) => [url, ...(thumbnail_url === null ? [] : [thumbnail_url])])
  )
  if (changed.length > 0) {
    await refreshCatalogEntries(trx, { productIds: changed })
  }
  return unreferred(
    trx,
    replaced.flatMap(({ file_id, thumbnail_file_id }) => [file_id, ...(thumbnail_file_id === null ? [] : [thumbnail_file_id])])
  )
}

async function unreferred(trx: Knex.Transaction, fileIds: string[]): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `select gone.id from unnest(cast(:fileIds as text[])) as gone (id)
     where not exists (select from erp_file where file_id = gone.id) and not exists (select from erp_file where thumbnail_file_id = gone.id)`,
    { fileIds }
  )
  return rows.map(({ id }) => id)
}

const UPSERT = `
  insert into erp_file as known (source, path, sha256, bytes, ${COLUMNS})
  values (:source, :path, :sha256, :bytes, :file_id, :url, :thumbnail_file_id, :thumbnail_url, :is_thumbnail_done)
  on conflict (source, path) do update set sha256 = excluded.sha256, bytes = excluded.bytes, file_id = excluded.file_id, url = excluded.url,
    thumbnail_file_id = excluded.thumbnail_file_id, thumbnail_url = excluded.thumbnail_url, is_thumbnail_done = excluded.is_thumbnail_done,
    thumbnail_attempts = 0, thumbnail_tried_at = null
  where known.sha256 <> excluded.sha256`
