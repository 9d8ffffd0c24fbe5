import { APPLICATION_STATES, decideApplicationMove, type ApplicationMove, type ApplicationState } from "../application-flow"

const move = (kind: ApplicationMove["kind"], message: string | null = null): ApplicationMove => ({ kind, message })
const outcome = (state: ApplicationState, made: ApplicationMove, last_question: string | null = null) => {
  const decision = decideApplicationMove({ id: "appl_1", state, last_question }, made)
  return decision.kind === "change" ? decision.state : decision.kind === "refused" ? decision.code : "nothing"
}
const row = (made: ApplicationMove, question: string | null = null) =>
  Object.fromEntries(APPLICATION_STATES.map((state) => [state, outcome(state, made, question)]))

describe("a move of an application", () => {
  it("accepts what is open, once", () => {
    expect(row(move("accept"))).toEqual({
      submitted: "accepted",
      more_requested: "accepted",
      accepted: "nothing",
      declined: "application_decided",
      completed: "nothing",
    })
  })

  it("declines what is open, once", () => {
    expect(row(move("decline", "No"))).toEqual({
      submitted: "declined",
      more_requested: "declined",
      accepted: "application_decided",
      declined: "nothing",
      completed: "application_decided",
    })
  })

  it("asks for more while it is open; the same question again changes nothing, another one is asked too", () => {
    expect(row(move("request_more", "The charter?"), "The charter?")).toEqual({
      submitted: "more_requested",
      more_requested: "nothing",
      accepted: "application_decided",
      declined: "application_decided",
      completed: "application_decided",
    })
    expect(outcome("more_requested", move("request_more", "The passport?"), "The charter?")).toBe("more_requested")
  })

  it("answers only what is asked", () => {
    expect(row(move("answer", "Here"))).toEqual({
      submitted: "answer_not_expected",
      more_requested: "submitted",
      accepted: "answer_not_expected",
      declined: "answer_not_expected",
      completed: "answer_not_expected",
    })
  })

  it("completes what was accepted", () => {
    expect(row(move("complete"))).toEqual({
      submitted: "application_not_accepted",
      more_requested: "application_not_accepted",
      accepted: "completed",
      declined: "application_not_accepted",
      completed: "nothing",
    })
  })
})
