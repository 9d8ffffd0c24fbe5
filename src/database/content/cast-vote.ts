import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { isWholeVote, type PollAnswer } from "../../modules/content/rules/poll-answers"
import { IS_OPEN, isForDealer, type Reader, readerBindings } from "./content-of-dealer"
import { questionsOf } from "./item-columns"

/** Shared with other voters; whoever changes the questions waits. */
const poll = (reader: Reader) => `
  select ${IS_OPEN} as is_open, ${questionsOf({})} as questions
  from content_item i where i.id = :id and i.kind = 'poll' and ${isForDealer(reader)} for share of i`

interface Asked {
  is_open: boolean
  questions: { id: string; options: { id: string }[] }[]
}

/** The key of votes decides between two of one person that come at once. */
const VOTE = `
  insert into poll_vote (question_id, option_id, employee_id)
  select a.question_id, a.option_id, :employee_id
  from jsonb_to_recordset(cast(:answers as jsonb)) as a (question_id text, option_id text) order by a.question_id
  on conflict (question_id, employee_id) do nothing`

const AGREES = `
  select bool_and(v.option_id is not distinct from a.option_id) as agrees
  from jsonb_to_recordset(cast(:answers as jsonb)) as a (question_id text, option_id text)
  left join poll_vote v on v.question_id = a.question_id and v.employee_id = :employee_id`

/**
 * Keeps how the reader answers a poll; false when it was kept before, just so. Throws NOT_FOUND for a poll that he does not see, NOT_ALLOWED
 * `poll_closed`, INVALID_DATA `poll_answers_invalid` unless each question is answered by one of its options, NOT_ALLOWED `already_voted` where he
 * answered otherwise.
 */
export async function castVote(
  trx: Knex.Transaction,
  { reader, id, answers }: { reader: Reader; id: string; answers: PollAnswer[] }
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: Asked[] }>(poll(reader), { ...readerBindings(reader), id })
  const asked = rows[0]
  if (!asked) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Poll with id: ${id} was not found`)
  }
  if (!asked.is_open) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Poll ${id} is closed.`, "poll_closed")
  }
  if (!isWholeVote(asked.questions, answers)) {
    const message = `Each of the ${asked.questions.length} questions of poll ${id} is answered by one of its options.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "poll_answers_invalid")
  }
  const bindings = { employee_id: reader.employee_id, answers: JSON.stringify(answers) }
  const { rowCount } = await trx.raw<{ rowCount: number }>(VOTE, bindings)
  if (rowCount === answers.length) {
    return true
  }
  const kept = await trx.raw<{ rows: { agrees: boolean }[] }>(AGREES, bindings)
  if (!kept.rows[0]?.agrees) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `You have answered poll ${id} before, and otherwise.`, "already_voted")
  }
  return false
}
