/** What a dealer may make of the promises of his order: he accepts them, splits what waits off into a line of its own, or cancels it. */
export const PROMISE_ANSWERS = ["accept", "split", "cancel"] as const

export type PromiseAnswer = (typeof PROMISE_ANSWERS)[number]
