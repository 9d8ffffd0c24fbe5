import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import {
  decideApplicationMove,
  type ApplicationKind,
  type ApplicationMove,
  type ApplicationState,
} from "../../modules/company/rules/application-flow"
import { insertApplicationEvent, insertApplicationFiles, type StoredFile } from "./write-parts"

export interface ApplicationMoveInput {
  /** By its id, or by the hash of the secret with which a stranger answers. */
  which: { id: string } | { token_hash: string }
  move: ApplicationMove
  actor_name: string | null
  files?: StoredFile[]
}

/** What stood there before, as JSON keeps it. */
interface Before {
  id: string
  kind: ApplicationKind
  state: ApplicationState
  decision_reason: string | null
  decided_by: string | null
  decided_at: string | null
  answer_token_hash: string | null
  legal_entity_id: string | null
}

export interface MovedApplication {
  id: string
  kind: ApplicationKind
  state: ApplicationState
  /** The entity it is about, or the one for which the applicant acts. */
  legal_entity_id: string | null
  /** Null when it was so already. */
  changed: { event_id: string; file_ids: string[]; before: Before } | null
}

/** Two who decide at once wait for each other here; the second one sees what the first has decided. */
const lock = (condition: string) => `
  select id, kind, state, decision_reason, decided_by, cast(decided_at as text) as decided_at, answer_token_hash,
    coalesce(legal_entity_id, from_entity_id) as legal_entity_id
  from application where ${condition} and deleted_at is null for update`

const BY_ID = lock("id = :id")
const BY_TOKEN = lock("answer_token_hash = :token_hash and answer_token_expires_at > now()")

const LAST_QUESTION = `
  select message from application_event where application_id = :id and kind = 'more_requested' and deleted_at is null
  order by at desc limit 1`

/** A link that was sent for an answer is void with any move. */
const MOVE = `
  update application set state = :state, updated_at = now(), answer_token_hash = null,
    decision_reason = case when :is_decision then :message else decision_reason end,
    decided_by = case when :is_decision then :actor_name else decided_by end,
    decided_at = case when :is_decision then now() else decided_at end
  where id = :id`

/**
 * Decides a move under a lock on the application, and writes it with a line of its history. NOT_FOUND for an unknown id, NOT_ALLOWED
 * `token_invalid` for a secret that is unknown, used or expired, and with the code of the rule for a move that cannot be made.
 */
export async function moveApplication(db: Knex, input: ApplicationMoveInput): Promise<MovedApplication> {
  const { move, actor_name, files = [] } = input
  return db.transaction(async (trx) => {
    const before = await lockApplication(trx, input.which)
    const { id, kind, legal_entity_id } = before
    const last_question = move.kind === "request_more" ? await lastQuestion(trx, id) : null
    const decision = decideApplicationMove({ ...before, last_question }, move)
    if (decision.kind === "refused") {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.message, decision.code)
    }
    if (decision.kind === "nothing_to_do") {
      return { id, kind, state: before.state, legal_entity_id, changed: null }
    }
    const { state, event } = decision
    await trx.raw(MOVE, { id, state, actor_name, message: move.message, is_decision: event === "accepted" || event === "declined" })
    const file_ids = await insertApplicationFiles(trx, id, files)
    const event_id = await insertApplicationEvent(trx, { application_id: id, kind: event, actor_name, message: move.message })
    return { id, kind, state, legal_entity_id, changed: { event_id, file_ids, before } }
  })
}

async function lockApplication(trx: Knex, which: ApplicationMoveInput["which"]): Promise<Before> {
  const { rows } = await trx.raw<{ rows: Before[] }>("id" in which ? BY_ID : BY_TOKEN, which)
  if (rows[0]) {
    return rows[0]
  }
  throw "id" in which
    ? new MedusaError(MedusaError.Types.NOT_FOUND, `Application with id: ${which.id} was not found`)
    : new MedusaError(MedusaError.Types.NOT_ALLOWED, "The link is not valid any more. Ask your manager for a new one.", "token_invalid")
}

async function lastQuestion(trx: Knex, id: string): Promise<string | null> {
  const { rows } = await trx.raw<{ rows: { message: string }[] }>(LAST_QUESTION, { id })
  return rows[0]?.message ?? null
}

const MOVE_BACK = `
  update application set state = :state, decision_reason = :decision_reason, decided_by = :decided_by,
    decided_at = cast(:decided_at as timestamptz), answer_token_hash = :answer_token_hash
  where id = :id`

/** Writes back what stood there before a move, where what follows it has failed. */
export async function moveApplicationBack(
  db: Knex,
  { event_id, file_ids, before }: NonNullable<MovedApplication["changed"]>
): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(MOVE_BACK, { ...before })
    await trx.raw(`delete from application_event where id = :event_id`, { event_id })
    await trx.raw(`delete from application_file where id = any(:file_ids)`, { file_ids })
  })
}
