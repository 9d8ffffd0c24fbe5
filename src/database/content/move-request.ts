import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { canMoveRequest, type RequestState } from "../../modules/content/rules/move-request"
import { REQUEST_VERSION } from "./list-requests"

export interface RequestMove {
  id: string
  state: RequestState
  answer: string | null
  user_id: string
  /** The version that the change is made to. */
  updated_at: string
}

export interface MovedRequest {
  legal_entity_id: string
  before: { state: RequestState; answer: string | null }
  after: { state: RequestState; answer: string | null }
}

const STANDING = `
  select r.legal_entity_id, r.state, r.answer, ${REQUEST_VERSION} as version from content_request r
  where r.id = :id and r.deleted_at is null for update of r`
const MOVE = `
  update content_request set state = :state, answer = coalesce(:answer, answer), user_id = :user_id, updated_at = clock_timestamp() where id = :id`

/**
 * Moves a request for extra content. Throws NOT_FOUND for an unknown one; NOT_ALLOWED `changed_meanwhile` for another version and
 * `request_move_refused` for a step back; INVALID_DATA `request_answer_missing` where one is declined without a word.
 */
export async function moveRequest(trx: Knex.Transaction, { id, updated_at, state, answer, user_id }: RequestMove): Promise<MovedRequest> {
  const { rows } = await trx.raw<{ rows: (MovedRequest["before"] & { legal_entity_id: string; version: string })[] }>(STANDING, { id })
  const standing = rows[0]
  if (!standing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `ContentRequest with id: ${id} was not found`)
  }
  if (standing.version !== updated_at) {
    const message = `Content request ${id} was changed at ${standing.version}, not ${updated_at}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  if (!canMoveRequest(standing.state, state)) {
    const message = `Content request ${id} is ${standing.state} and cannot become ${state}.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "request_move_refused")
  }
  if (state === "declined" && answer === null) {
    const message = `Content request ${id} is declined with a reason.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "request_answer_missing")
  }
  await trx.raw(MOVE, { id, state, answer, user_id })
  const { legal_entity_id } = standing
  const before = { state: standing.state, answer: standing.answer }
  return { legal_entity_id, before, after: { state, answer: answer ?? standing.answer } }
}
