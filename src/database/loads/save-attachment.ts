import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { hangImages } from "./hang-images"
import { refreshCatalogEntries } from "./refresh-catalog-entries"

/** A stored file under the path by which packages refer to it. */
export interface StoredAttachment {
  source: string
  path: string
  sha256: string
  bytes: number
  file_id: string
  url: string
}

/** The file stored for this content before, whatever its path; null when it is new. */
export async function findAttachment(db: Knex, sha256: string): Promise<{ file_id: string; url: string } | null> {
  const { rows } = (await db.raw(`select file_id, url from erp_file where sha256 = :sha256 limit 1`, { sha256 })) as {
    rows: { file_id: string; url: string }[]
  }
  return rows[0] ?? null
}

/**
 * Remembers a file and hangs it on the products that refer to its path. Returns the id of the file that nothing refers to any more,
 * when this one took its place. The same content again writes nothing.
 */
export async function saveAttachment(trx: Knex.Transaction, attachment: StoredAttachment): Promise<string | null> {
  const { source, path } = attachment
  const before = (await trx.raw(`select file_id from erp_file where source = :source and path = :path for update`, { source, path })) as {
    rows: { file_id: string }[]
  }
  await trx.raw(UPSERT, { ...attachment })
  const referring = (await trx.raw(`select distinct product_id from erp_product_image where source = :source and path = :path`, {
    source,
    path,
  })) as { rows: { product_id: string }[] }
  const changed = await hangImages(
    trx,
    referring.rows.map((row) => row.product_id)
  )
  if (changed.length > 0) {
    await refreshCatalogEntries(trx, { productIds: changed })
  }
  const replaced = before.rows[0]?.file_id
  return replaced && replaced !== attachment.file_id && !(await isReferred(trx, replaced)) ? replaced : null
}

async function isReferred(trx: Knex.Transaction, fileId: string): Promise<boolean> {
  const { rows } = (await trx.raw(`select exists (select from erp_file where file_id = :fileId) as referred`, { fileId })) as {
    rows: { referred: boolean }[]
  }
  return rows[0]?.referred === true
}

const UPSERT = `
  insert into erp_file as known (source, path, sha256, bytes, file_id, url) values (:source, :path, :sha256, :bytes, :file_id, :url)
  on conflict (source, path) do update set sha256 = excluded.sha256, bytes = excluded.bytes, file_id = excluded.file_id, url = excluded.url
  where known.sha256 <> excluded.sha256`
