/** How far a request for extra content is. */
export const REQUEST_STATES = ["new", "in_work", "done", "declined"] as const
export type RequestState = (typeof REQUEST_STATES)[number]

const NEXT: Record<RequestState, readonly RequestState[]> = {
  new: ["in_work", "done", "declined"],
  in_work: ["done", "declined"],
  done: [],
  declined: [],
}

/** Whether a request may go from one state to another: forward, and nowhere from where it ends. */
export function canMoveRequest(from: RequestState, to: RequestState): boolean {
  return NEXT[from].includes(to)
}
