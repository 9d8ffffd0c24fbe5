import { superuserLeaves } from "../superuser-leaves"

describe("superuserLeaves", () => {
  const all = { left: ["a", "b"], kept: [] }

  it.each([
    ["blocked", { state: "blocked" }, all],
    ["given a lower role", { role: "privileged" }, all],
    ["given a custom role, also above one that stays", { role: "superuser", role_id: "role_1" }, all],
    ["blocked while entities change", { state: "blocked", entity_ids: ["a"] }, all],
    ["taken from one entity and tied to another", { entity_ids: ["b", "c"] }, { left: ["a"], kept: ["b", "c"] }],
    ["left as he is", { role: "superuser", role_id: null, state: "active", entity_ids: ["b", "a"] }, { left: [], kept: ["b", "a"] }],
    ["renamed", {}, { left: [], kept: ["a", "b"] }],
  ] as const)("tells what is left by one who is %s", (_, change, expected) => {
    const { entity_ids, ...rest } = { entity_ids: undefined, ...change }
    expect(superuserLeaves(["a", "b"], { ...rest, entity_ids: entity_ids && [...entity_ids] })).toEqual(expected)
  })
})
