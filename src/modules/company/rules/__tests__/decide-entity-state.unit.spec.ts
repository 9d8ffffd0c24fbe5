import { decideEntityState } from "../decide-entity-state"

describe("decideEntityState", () => {
  it.each([
    ["an applied entity is activated", "applied", "portal", "active", "change"],
    ["one under review is activated", "under_review", "portal", "active", "change"],
    ["one under review is blocked", "under_review", "portal", "blocked", "change"],
    ["an active one of the ERP is blocked", "active", "erp", "blocked", "change"],
    ["a block set here is lifted", "blocked", "portal", "active", "change"],
    ["a block of the ERP is not", "blocked", "erp", "active", "erp_owned"],
    ["a blocked one stays blocked", "blocked", "erp", "blocked", "nothing_to_do"],
    ["an active one stays active", "active", "portal", "active", "nothing_to_do"],
    ["a closed one is not opened", "closed", "portal", "active", "entity_closed"],
    ["a closed one is not blocked", "closed", "erp", "blocked", "entity_closed"],
  ] as const)("%s", (_title, state, state_source, wanted, expected) => {
    const decision = decideEntityState({ id: "lent_1", state, state_source }, wanted)
    expect(decision.kind === "refused" ? decision.code : decision.kind).toBe(expected)
  })
})
