import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isForDealer, type Reader, readerBindings } from "./content-of-dealer"

/** Where a content file lies, and what is shown of it. */
export interface KeptFile {
  file_id: string
  name: string
  mime_type: string
  bytes: number
  thumbnail_file_id: string | null
}

const COLUMNS = `f.file_id, f.name, f.mime_type, f.bytes, f.thumbnail_file_id`

/** The file of an item that the reader sees; null where he does not, or where it has none. */
export async function fileOfItem(db: Knex, { reader, id }: { reader: Reader; id: string }): Promise<KeptFile | null> {
  const { rows } = await db.raw<{ rows: KeptFile[] }>(
    `select ${COLUMNS} from content_item i join content_file f on f.id = i.file_id where i.id = :id and ${isForDealer(reader)}`,
    { ...readerBindings(reader), id }
  )
  return rows[0] ?? null
}

/** A content file by its id, as staff may have it. */
export async function contentFile(db: Knex, { id }: { id: string }): Promise<KeptFile | null> {
  const { rows } = await db.raw<{ rows: KeptFile[] }>(`select ${COLUMNS} from content_file f where f.id = :id and f.deleted_at is null`, {
    id,
  })
  return rows[0] ?? null
}

interface Orphan {
  id: string
  file_id: string
  thumbnail_file_id: string | null
}

/** More are taken by the next run. */
const ORPHANS_MAX = 200

/** Files that no item has, a day after they came: whoever uploaded them has long saved his form, or closed it. */
const ORPHANS = `
  select f.id, f.file_id, f.thumbnail_file_id from content_file f
  where f.created_at < now() - interval '1 day'
    and not exists (select from content_item i where i.file_id = f.id and i.deleted_at is null)
  order by f.created_at limit ${ORPHANS_MAX} for update of f skip locked`

/** What was deleted keeps no file: the row that names it is kept for the log alone. */
const RELEASE = `update content_item set file_id = null where file_id = any(:ids) and deleted_at is not null`

/** Forgets files that no item has any more; the ids of the File module that are to be removed. */
export async function forgetOrphans(trx: Knex.Transaction): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: Orphan[] }>(ORPHANS)
  const ids = rows.map(({ id }) => id)
  await trx.raw(RELEASE, { ids })
  await trx.raw(`delete from content_file where id = any(:ids)`, { ids })
  return rows.flatMap(({ file_id, thumbnail_file_id }) => [file_id, ...(thumbnail_file_id === null ? [] : [thumbnail_file_id])])
}
