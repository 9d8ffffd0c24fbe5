import { managerOfNewEntity, roleOfApplicant } from "../admission"

describe("admission of an applicant", () => {
  it("makes him superuser of what he brings in, and no more than ordinary where others work already", () => {
    expect(roleOfApplicant({ has_people: false })).toBe("superuser")
    expect(roleOfApplicant({ has_people: true })).toBe("ordinary")
  })

  it.each([
    ["him to whom the application was given", "user_a", { user_id: "user_b", sees_all: true }, "user_a"],
    ["the manager who accepts it", null, { user_id: "user_b", sees_all: false }, "user_b"],
    ["nobody where a lead accepts it", null, { user_id: "user_b", sees_all: true }, null],
  ])("gives a new entity to %s", (_, manager_user_id, decider, expected) => {
    expect(managerOfNewEntity({ manager_user_id }, decider)).toBe(expected)
  })
})
