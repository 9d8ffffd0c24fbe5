import { answerTo } from "./answer-to"
import { type Change, useChange } from "./use-change"

/** Asks what a change would do before it is made. Null while there is nothing to ask. */
export function useLook<Answer>(question: Change | null) {
  const { mutate, isPending, isError, data, variables } = useChange<Answer>({ isQuestion: true })
  return { look: () => question && mutate(question), answer: answerTo(question, { data, variables }), isPending, isError, ask: mutate }
}
