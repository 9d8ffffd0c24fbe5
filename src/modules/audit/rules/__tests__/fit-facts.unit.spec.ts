import { FACTS_MAX, fitFacts } from "../fit-facts"

describe("fitFacts", () => {
  const overhead = JSON.stringify({ note: "" }).length

  it.each([
    ["keeps nothing as nothing", null, null],
    ["keeps no side as nothing", undefined, null],
    ["keeps facts as JSON without secrets", { state: "blocked", token: "t" }, '{"state":"blocked","token":"[removed]"}'],
    [
      "tells the length of facts one character too long",
      { note: "x".repeat(FACTS_MAX - overhead + 1) },
      '{"left_out":true,"characters":16001}',
    ],
  ])("%s", (_title, facts, expected) => {
    expect(fitFacts(facts)).toBe(expected)
  })

  it("keeps facts of exactly the greatest length", () => {
    expect(fitFacts({ note: "x".repeat(FACTS_MAX - overhead) })).toHaveLength(FACTS_MAX)
  })
})
