import { decideMembership } from "../decide-membership"

const works = (...entity_ids: string[]) => ({ entity_ids, default_entity_id: entity_ids[0] ?? "" })
const attach = (legal_entity_id: string, is_default = false) => ({ kind: "attach" as const, legal_entity_id, is_default })
const detach = (legal_entity_id: string) => ({ kind: "detach" as const, legal_entity_id })

describe("decideMembership", () => {
  it("attaches to one entity more and leaves the default", () => {
    expect(decideMembership(works("a"), attach("b"))).toEqual({
      kind: "change",
      wanted: { entity_ids: ["a", "b"], default_entity_id: "a" },
    })
  })

  it("makes the attached entity the default when asked, also one that he works for already", () => {
    const wanted = { entity_ids: ["a", "b"], default_entity_id: "b" }
    expect(decideMembership(works("a"), attach("b", true))).toEqual({ kind: "change", wanted })
    expect(decideMembership(works("a", "b"), attach("b", true))).toEqual({ kind: "change", wanted })
  })

  it.each([
    ["attaching where he works", works("a", "b"), attach("b")],
    ["making the default the default", works("a", "b"), attach("a", true)],
    ["detaching where he does not work", works("a"), detach("b")],
  ])("has nothing to do for %s", (_, standing, change) => {
    expect(decideMembership(standing, change)).toEqual({ kind: "nothing_to_do" })
  })

  it("detaches, and the first of those left takes the place of a lost default", () => {
    expect(decideMembership(works("a", "b", "c"), detach("b"))).toEqual({
      kind: "change",
      wanted: { entity_ids: ["a", "c"], default_entity_id: "a" },
    })
    expect(decideMembership(works("a", "b", "c"), detach("a"))).toEqual({
      kind: "change",
      wanted: { entity_ids: ["b", "c"], default_entity_id: "b" },
    })
  })

  it("refuses to take the last entity away", () => {
    expect(decideMembership(works("a"), detach("a"))).toEqual({ kind: "refused", code: "membership_last" })
  })
})
