import type { Right } from "@kontor/framework"
import { decideColleagueChange } from "../colleague-change"
import { lackingRights } from "../lacking-rights"
import { rightsOfRole } from "../rights-of-role"

const right = (scope: Right["scope"], section: Right["section"] = "order"): Right => ({ section, action: "view", scope })

describe("lackingRights", () => {
  it.each([
    ["gives what he has", [right("entity")], [right("entity")], 0],
    ["gives less than he has", [right("entity")], [right("own")], 0],
    ["lacks a wider scope", [right("entity")], [right("holding")], 1],
    ["lacks what no right of his names", [right("holding")], [right("own", "debt")], 1],
    ["gives nothing", [], [], 0],
  ])("%s", (_title, own, given, lacking) => {
    expect(lackingRights(own, given)).toHaveLength(lacking)
  })
})

describe("decideColleagueChange", () => {
  const superuser = { rights: rightsOfRole("superuser", null), entity_ids: ["a", "b"] }
  const colleague = { id: "empl", entity_ids: ["a"], rights: rightsOfRole("ordinary", null) }
  const codeOf = (...args: Parameters<typeof decideColleagueChange>) => {
    const decision = decideColleagueChange(...args)
    return decision.ok ? null : [decision.refusal.code, decision.is_visible]
  }

  it("lets a superuser make any of his colleagues what he is himself", () => {
    expect(codeOf(superuser, colleague, { rights: superuser.rights, entity_ids: ["a", "b"] })).toBeNull()
    expect(codeOf(superuser, null, { rights: superuser.rights, entity_ids: ["b"] })).toBeNull()
  })

  it("does not know people and entities out of reach", () => {
    expect(codeOf(superuser, { ...colleague, entity_ids: ["c"] }, {})).toEqual(["not_found", false])
    expect(codeOf(superuser, { ...colleague, entity_ids: [] }, {})).toEqual(["not_found", false])
    expect(codeOf(superuser, colleague, { entity_ids: ["a", "c"] })).toEqual(["not_found", false])
  })

  it("leaves a person who works elsewhere too, or stands above, to others", () => {
    expect(codeOf(superuser, { ...colleague, entity_ids: ["a", "c"] }, {})).toEqual(["person_out_of_reach", true])
    const deputy = { rights: rightsOfRole("privileged", null), entity_ids: ["a"] }
    expect(codeOf(deputy, { ...colleague, rights: superuser.rights }, {})).toEqual(["person_above", true])
  })

  it("gives no right that the giver lacks", () => {
    const deputy = { rights: rightsOfRole("privileged", null), entity_ids: ["a"] }
    expect(codeOf(deputy, colleague, { rights: superuser.rights })).toEqual(["right_not_held", true])
    expect(codeOf(deputy, colleague, { rights: deputy.rights })).toBeNull()
  })
})
