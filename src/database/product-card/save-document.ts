import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { DocumentKind } from "../../modules/product-card/rules/document"
import type { StoredFile } from "../applications/write-parts"
import { DOCUMENT_VERSION, documentNotFound } from "./list-documents"

export interface DocumentFacts {
  kind: DocumentKind
  title_ru: string
  title_en: string | null
  number: string | null
  /** The last day, YYYY-MM-DD; null = for ever. */
  valid_until: string | null
}

export interface DocumentChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one. */
  updated_at: string | null
  facts: DocumentFacts
  /** Null = the file stays. A new document has one. */
  file: StoredFile | null
}

export interface StandingDocument extends DocumentFacts {
  file_name: string
}

export interface SavedDocument {
  id: string
  before: StandingDocument | null
  after: StandingDocument
  /** The file whose place was taken; null = none. */
  replaced_file_id: string | null
}

const FACTS = ["kind", "title_ru", "title_en", "number", "valid_until"] as const
const FILE = ["file_id", "name", "mime_type", "bytes", "sha256"] as const

type Row = DocumentFacts & StoredFile & { version: string; source: "erp" | "portal" }

const STANDING = `
  select d.source, d.kind, d.title_ru, d.title_en, d.number, d.valid_until::text as valid_until, d.file_id, d.name, d.mime_type, d.bytes, d.sha256,
    ${DOCUMENT_VERSION} as version
  from product_document d where d.id = :id and d.deleted_at is null for update`

const INSERT = `
  insert into product_document (id, ${[...FACTS, ...FILE].join(", ")}) values (:id, ${[...FACTS, ...FILE].map((name) => `:${name}`).join(", ")})
  on conflict (sha256) where deleted_at is null and source = 'portal' do nothing returning id`

const UPDATE = `
  update product_document d set ${[...FACTS, ...FILE].map((name) => `${name} = :${name}`).join(", ")}, updated_at = clock_timestamp()
  where d.id = :id and not exists (select from product_document o where o.sha256 = :sha256 and o.id <> d.id and o.deleted_at is null and o.source = 'portal')
  returning id`

/**
 * Makes or changes a document. Throws NOT_FOUND for an unknown one; NOT_ALLOWED with `changed_meanwhile` for another version,
 * `document_known` where another document has the very same file; INVALID_DATA `document_file_missing` for a new one without a file.
 */
export async function saveDocument(trx: Knex.Transaction, { id, updated_at, facts, file }: DocumentChange): Promise<SavedDocument> {
  const standing = id === null ? null : await standingDocument(trx, { id, version: updated_at })
  const content = file ?? standing
  if (content === null) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "A new document comes with its file.", "document_file_missing")
  }
  const saved = id ?? generateEntityId("", "pdoc")
  await refuseKnown(trx, { id: saved, sha256: content.sha256 })
  const { rows } = await trx.raw<{ rows: object[] }>(standing ? UPDATE : INSERT, {
    id: saved,
    ...namedOf(FACTS, facts),
    ...namedOf(FILE, content),
  })
  if (rows.length === 0) {
    throw known(saved)
  }
  return {
    id: saved,
    before: standing && { ...namedOf(FACTS, standing), file_name: standing.name },
    after: { ...facts, file_name: content.name },
    replaced_file_id: file && standing ? standing.file_id : null,
  }
}

/** Takes a document off all cards; gives what it was, and its file, which nobody needs any more. Errors as of {@link saveDocument}. */
export async function removeDocument(
  trx: Knex.Transaction,
  { id }: { id: string }
): Promise<{ before: StandingDocument; file_id: string }> {
  const standing = await standingDocument(trx, { id, version: null })
  await trx.raw(`update product_document set deleted_at = now(), updated_at = clock_timestamp() where id = :id`, { id })
  return { before: { ...namedOf(FACTS, standing), file_name: standing.name }, file_id: standing.file_id }
}

/** Locks the document of the staff. `version` null = any. NOT_ALLOWED `erp_owned` for one of the ERP. */
export async function standingDocument(trx: Knex.Transaction, { id, version }: { id: string; version: string | null }): Promise<Row> {
  const { rows } = await trx.raw<{ rows: Row[] }>(STANDING, { id })
  const [standing] = rows
  if (!standing) {
    throw documentNotFound(id)
  }
  if (standing.source === "erp") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Document ${id} came from the ERP and is changed there.`, "erp_owned")
  }
  if (version !== null && version !== standing.version) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Document ${id} was changed by somebody else meanwhile.`, "changed_meanwhile")
  }
  return standing
}

/** Whoever adds the same file at the same time is stopped by the index. */
async function refuseKnown(trx: Knex.Transaction, { id, sha256 }: { id: string; sha256: string }): Promise<void> {
  const sql = `select id from product_document where sha256 = :sha256 and id <> :id and deleted_at is null and source = 'portal'`
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(sql, { id, sha256 })
  if (rows[0]) {
    throw known(rows[0].id)
  }
}

function known(id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, `Document ${id} has this very file: bind that one.`, "document_known")
}

function namedOf<Name extends string, Value extends Record<Name, unknown>>(names: readonly Name[], row: Value): Pick<Value, Name> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Value, Name>
}
