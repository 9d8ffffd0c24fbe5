import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { ApplicationEventKind } from "../../modules/company/rules/application-flow"

/** A file that lies with the File module already. */
export interface StoredFile {
  file_id: string
  /** As the applicant called it. */
  name: string
  mime_type: string
  bytes: number
  sha256: string
}

export interface NewApplicationEvent {
  application_id: string
  kind: ApplicationEventKind
  actor_name: string | null
  message: string | null
}

/** Adds a line to the history of an application and gives its id. */
export async function insertApplicationEvent(trx: Knex, event: NewApplicationEvent): Promise<string> {
  const id = generateEntityId("", "apev")
  await trx.raw(
    `insert into application_event (id, application_id, at, kind, actor_name, message)
     values (:id, :application_id, clock_timestamp(), :kind, :actor_name, :message)`,
    { id, ...event }
  )
  return id
}

/** Hangs files on an application and gives their ids. */
export async function insertApplicationFiles(trx: Knex, application_id: string, files: StoredFile[]): Promise<string[]> {
  const rows = files.map((file) => ({ id: generateEntityId("", "apfl"), ...file }))
  await trx.raw(
    `insert into application_file (id, application_id, file_id, name, mime_type, bytes, sha256)
     select f.id, :application_id, f.file_id, f.name, f.mime_type, f.bytes, f.sha256
     from json_to_recordset(cast(:rows as json)) f (id text, file_id text, name text, mime_type text, bytes int, sha256 text)`,
    { application_id, rows: JSON.stringify(rows) }
  )
  return rows.map(({ id }) => id)
}
