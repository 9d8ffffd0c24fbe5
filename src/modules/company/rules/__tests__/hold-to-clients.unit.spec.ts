import { holdToClients } from "../hold-to-clients"

const head = { id: "le_head", holding_id: "hold_1", is_head: true }
const other = { id: "le_other", holding_id: null, is_head: false }
const child = { id: "le_child", holding_id: "hold_1" }
const facts = { employee_id: "empl_1", memberships: [head, other], holding_entities: [{ id: "le_head", holding_id: "hold_1" }, child] }

const idsOf = (clientIds: string[] | null) => {
  const held = holdToClients(facts, clientIds)
  return [held.memberships, held.holding_entities].map((entities) => entities.map(({ id }) => id))
}

describe("entities of a person whom a user is signed in as", () => {
  it("are all of them for a user who sees all clients", () => {
    expect(holdToClients(facts, null)).toBe(facts)
  })

  it.each([
    ["those that are his clients", ["le_other", "le_stranger"], [["le_other"], []]],
    ["the head alone, when the rest of the holding is another's", ["le_head"], [["le_head"], ["le_head"]]],
    ["none, when he has no client among them", [], [[], []]],
  ])("are %s", (_title, clientIds, expected) => {
    expect(idsOf(clientIds)).toEqual(expected)
  })
})
