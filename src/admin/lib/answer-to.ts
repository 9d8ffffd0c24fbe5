interface Asked<Question, Answer> {
  /** What was asked last. */
  variables: Question | undefined
  data: Answer | undefined
}

/**
 * The answer to just this question, or null: the form may have been changed since it was asked, even while the answer was under way.
 */
export function answerTo<Question, Answer>(question: Question | null, { variables, data }: Asked<Question, Answer>): Answer | null {
  return question !== null && data !== undefined && JSON.stringify(variables) === JSON.stringify(question) ? data : null
}
