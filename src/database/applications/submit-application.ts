import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { ApplicationKind } from "../../modules/company/rules/application-flow"
import type { ApplicationRequisites, StandingRequisites } from "../../modules/company/rules/application-requisites"
import { insertApplicationEvent, insertApplicationFiles, type StoredFile } from "./write-parts"

export interface NewApplication {
  kind: ApplicationKind
  /** The e-mail in lower case. */
  applicant: { name: string; email: string; phone: string | null }
  /** Null for a stranger, as is the entity for which he acts. */
  employee_id: string | null
  from_entity_id: string | null
  requisites: ApplicationRequisites
  /** Of a change: what the entity has. */
  former: StandingRequisites | null
  comment: string | null
  /** The entity that a change is about. */
  legal_entity_id: string | null
  holding_id: string | null
  consent_version: string | null
}

export interface SubmittedApplication {
  id: string
  /** The line in its history; of a repeat that of the first time. */
  event_id: string
  is_new: boolean
}

/** Two equal requests at once wait for each other; the second one finds what the first has written. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended(:key, 0))`

/** A stranger who applies anew repeats himself whatever he changed; who is signed in may wish several changes in a day. */
const STANDING = `
  select a.id, ev.id as event_id from application a
  join application_event ev on ev.application_id = a.id and ev.kind = 'submitted'
  where a.kind = :kind and a.applicant_email = :email and a.requisites ->> 'inn' = :inn and a.deleted_at is null
    and a.state in ('submitted', 'more_requested') and a.created_at > now() - interval '1 day'
    and (cast(:employee_id as text) is null or a.requisites = cast(:requisites as jsonb))
    and a.legal_entity_id is not distinct from cast(:legal_entity_id as text)
  limit 1`

const INSERT = `
  with next as (select cast(nextval('application_number') as text) as digits)
  insert into application (id, number, kind, applicant_name, applicant_email, applicant_phone, employee_id, from_entity_id, requisites, former, comment,
    legal_entity_id, holding_id, consent_version)
  select :id, 'A' || lpad(digits, greatest(6, length(digits)), '0'), :kind, :name, :email, :phone, :employee_id, :from_entity_id,
    cast(:requisites as jsonb), cast(:former as jsonb), :comment, :legal_entity_id, :holding_id, :consent_version
  from next`

/** Writes an application with its files. One that repeats an open one of the same day writes nothing and gives that one. */
export async function insertApplication(
  db: Knex,
  input: { application: NewApplication; files: StoredFile[]; actor_name: string | null }
): Promise<SubmittedApplication> {
  const { applicant, requisites: given, former, ...rest } = input.application
  const row = { ...rest, ...applicant, inn: given.inn, requisites: JSON.stringify(given), former: former && JSON.stringify(former) }
  return db.transaction(async (trx) => {
    await trx.raw(LOCK, { key: `application ${row.kind} ${row.email} ${row.inn}` })
    const { rows } = await trx.raw<{ rows: { id: string; event_id: string }[] }>(STANDING, row)
    if (rows[0]) {
      return { ...rows[0], is_new: false }
    }
    const id = generateEntityId("", "appl")
    await trx.raw(INSERT, { ...row, id })
    await insertApplicationFiles(trx, id, input.files)
    const event = { application_id: id, kind: "submitted", actor_name: input.actor_name, message: row.comment } as const
    return { id, event_id: await insertApplicationEvent(trx, event), is_new: true }
  })
}

/** Takes an application back, where what follows has failed. */
export async function deleteApplication(db: Knex, id: string): Promise<void> {
  await db.raw(`delete from application where id = ?`, [id])
}
