export const APPLICATION_KINDS = ["new_dealer", "legal_entity", "requisites_change"] as const
export type ApplicationKind = (typeof APPLICATION_KINDS)[number]

/** `submitted` and `more_requested` wait for somebody, `accepted` for the ERP; `declined` and `completed` are the end. */
export const APPLICATION_STATES = ["submitted", "more_requested", "accepted", "declined", "completed"] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

export const APPLICATION_EVENT_KINDS = ["submitted", "more_requested", "answered", "accepted", "declined", "completed", "assigned"] as const
export type ApplicationEventKind = (typeof APPLICATION_EVENT_KINDS)[number]

/** What somebody wants to do with an application; `message` is what the other side reads of it. */
export interface ApplicationMove {
  kind: "accept" | "decline" | "request_more" | "answer" | "complete"
  message: string | null
}

export interface StandingApplication {
  id: string
  state: ApplicationState
  /** What was asked for last; null when nothing was. Only a further question looks at it. */
  last_question: string | null
}

export type ApplicationMoveDecision =
  | { kind: "change"; state: ApplicationState; event: Exclude<ApplicationEventKind, "submitted" | "assigned"> }
  | { kind: "nothing_to_do" }
  | { kind: "refused"; code: "application_decided" | "application_not_accepted" | "answer_not_expected"; message: string }

/** What a move makes of an application. One that was made already, in the same sense, changes nothing. */
export function decideApplicationMove(application: StandingApplication, move: ApplicationMove): ApplicationMoveDecision {
  switch (move.kind) {
    case "accept":
      return decide(application, ["accepted", "completed"], { state: "accepted", event: "accepted" })
    case "decline":
      return decide(application, ["declined"], { state: "declined", event: "declined" })
    case "request_more": {
      const wasAsked = application.state === "more_requested" && application.last_question === move.message
      return wasAsked ? { kind: "nothing_to_do" } : decide(application, [], { state: "more_requested", event: "more_requested" })
    }
    case "answer":
      return answer(application)
    case "complete":
      return complete(application)
  }
}

type Change = Omit<Extract<ApplicationMoveDecision, { kind: "change" }>, "kind">

/** A decision of the staff about an application that is still open. */
function decide({ id, state }: StandingApplication, same: ApplicationState[], change: Change): ApplicationMoveDecision {
  if (same.includes(state)) {
    return { kind: "nothing_to_do" }
  }
  if (state !== "submitted" && state !== "more_requested") {
    return { kind: "refused", code: "application_decided", message: `Application ${id} is decided already: ${state}.` }
  }
  return { kind: "change", ...change }
}

function answer({ id, state }: StandingApplication): ApplicationMoveDecision {
  return state === "more_requested"
    ? { kind: "change", state: "submitted", event: "answered" }
    : { kind: "refused", code: "answer_not_expected", message: `Nothing is asked for application ${id}; it is ${state}.` }
}

function complete({ id, state }: StandingApplication): ApplicationMoveDecision {
  if (state === "completed") {
    return { kind: "nothing_to_do" }
  }
  return state === "accepted"
    ? { kind: "change", state: "completed", event: "completed" }
    : { kind: "refused", code: "application_not_accepted", message: `Application ${id} is ${state}; accept it first.` }
}
