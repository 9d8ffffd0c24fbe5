import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A document's content in the File module. */
export interface StoredDocumentContent {
  file_id: string
  mime_type: string
}

/** A stored document under the path by which packages refer to it. */
export interface StoredDocumentFile extends StoredDocumentContent {
  source: string
  path: string
  sha256: string
  bytes: number
  /** As dealers save it. */
  name: string
}

/** The file stored for this content before, whatever its path; null when it is new. */
export async function findDocumentFile(db: Knex, sha256: string): Promise<StoredDocumentContent | null> {
  const { rows } = await db.raw<{ rows: StoredDocumentContent[] }>(
    `select file_id, mime_type from erp_document_file where sha256 = :sha256 limit 1`,
    { sha256 }
  )
  return rows[0] ?? null
}

/**
 * Held by who brings files of documents, and by who brings documents that name them, until the end of the transaction. Otherwise the two, coming at the same
 * time, would not see each other, and the document would stay without its file, or with one that has just been removed.
 */
export async function lockDocumentFiles(trx: Knex.Transaction, source: string): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kontor.document-files.' || :source, 0))`, { source })
}

/**
 * Remembers a file and gives it to the documents of the ERP that name its path. Returns the ids of the files that nothing refers to any more, when this
 * one took the place of another. The same content again writes nothing.
 */
export async function saveDocumentFile(trx: Knex.Transaction, file: StoredDocumentFile): Promise<string[]> {
  const { source, path } = file
  await lockDocumentFiles(trx, source)
  const before = await trx.raw<{ rows: { file_id: string }[] }>(
    `select file_id from erp_document_file where source = :source and path = :path for update`,
    { source, path }
  )
  await trx.raw(UPSERT, { ...file })
  await trx.raw(GIVE, { source, path })
  const replaced = before.rows.map(({ file_id }) => file_id).filter((file_id) => file_id !== file.file_id)
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(UNREFERRED, { replaced })
  return rows.map(({ id }) => id)
}

/** What of a document is that of its file. */
export const FILE_COLUMNS = ["file_id", "name", "mime_type", "bytes", "sha256"]

const UPSERT = `
  insert into erp_document_file as known (source, path, ${FILE_COLUMNS.join(", ")}) values (:source, :path, ${FILE_COLUMNS.map((name) => `:${name}`).join(", ")})
  on conflict (source, path) do update set ${FILE_COLUMNS.map((name) => `${name} = excluded.${name}`).join(", ")}
  where known.sha256 <> excluded.sha256`

const GIVE = `
  update product_document d set ${FILE_COLUMNS.map((name) => `${name} = f.${name}`).join(", ")}, updated_at = clock_timestamp()
  from erp_document_file f
  where f.source = :source and f.path = :path and d.source = 'erp' and d.erp_source = f.source and d.file_path = f.path and d.deleted_at is null
    and (d.file_id, d.name) is distinct from (f.file_id, f.name)`

const UNREFERRED = `
  select gone.id from unnest(cast(:replaced as text[])) as gone (id) where not exists (select from erp_document_file f where f.file_id = gone.id)`
