/** What somebody chose for one question of a poll. */
export interface PollAnswer {
  question_id: string
  option_id: string
}

interface Asked {
  id: string
  options: { id: string }[]
}

/** Whether every question is answered by one option of its own, and nothing else is. */
export function isWholeVote(questions: readonly Asked[], answers: readonly PollAnswer[]): boolean {
  const chosen = new Map(answers.map(({ question_id, option_id }) => [question_id, option_id]))
  return (
    chosen.size === answers.length &&
    answers.length === questions.length &&
    questions.every(({ id, options }) => options.some((option) => option.id === chosen.get(id)))
  )
}
