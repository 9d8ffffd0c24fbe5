import { grantedScope, RIGHT_ACTIONS, RIGHT_SECTIONS, type Right } from "@kontor/framework"
import { entitiesOfRight, reachOfScope, workableEntityIds } from "../reach-of-scope"
import { rightsOfRole } from "../rights-of-role"

const ORDERS: Right[] = [
  { section: "order", action: "view", scope: "own" },
  { section: "order", action: "view", scope: "holding" },
  { section: "order", action: "create", scope: "entity" },
]

describe("rightsOfRole", () => {
  it("lets a superuser do everything in the holding", () => {
    const rights = rightsOfRole("superuser", null)
    expect(rights).toHaveLength(RIGHT_SECTIONS.length * RIGHT_ACTIONS.length)
    expect(new Set(rights.map(({ scope }) => scope))).toEqual(new Set(["holding"]))
  })

  it("lets a privileged person do everything in his entities but change people and entities", () => {
    const rights = rightsOfRole("privileged", null)
    expect(new Set(rights.map(({ scope }) => scope))).toEqual(new Set(["entity"]))
    for (const section of ["person", "entity"] as const) {
      expect(RIGHT_ACTIONS.map((action) => grantedScope(rights, section, action))).toEqual(["entity", null, null, null])
    }
    expect(RIGHT_ACTIONS.map((action) => grantedScope(rights, "order", action))).toEqual(["entity", "entity", "entity", "entity"])
  })

  it("lets an ordinary person order for himself, look at the rest and approve nothing", () => {
    const rights = rightsOfRole("ordinary", null)
    expect(new Set(rights.map(({ scope }) => scope))).toEqual(new Set(["own"]))
    expect(RIGHT_ACTIONS.map((action) => grantedScope(rights, "order", action))).toEqual(["own", "own", "own", null])
    expect(RIGHT_ACTIONS.map((action) => grantedScope(rights, "debt", action))).toEqual(["own", null, null, null])
    expect(RIGHT_ACTIONS.map((action) => grantedScope(rights, "person", action))).toEqual(["own", null, null, null])
  })

  it("takes a custom role instead of the built-in one, an empty one too", () => {
    expect(rightsOfRole("superuser", ORDERS)).toEqual(ORDERS)
    expect(rightsOfRole("superuser", [])).toEqual([])
  })
})

describe("the reach of a scope", () => {
  const dealer = { customer_id: "cus", member_entity_ids: ["head"], visible_entity_ids: ["head", "child"] }

  it("is what he made himself, all of his entities, or all of the holding", () => {
    expect(reachOfScope(dealer, "own")).toEqual({ entity_ids: ["head"], customer_id: "cus" })
    expect(reachOfScope(dealer, "entity")).toEqual({ entity_ids: ["head"], customer_id: null })
    expect(reachOfScope(dealer, "holding")).toEqual({ entity_ids: ["head", "child"], customer_id: null })
  })

  it("takes a right to its entities, and to none without it", () => {
    const rights: Right[] = [...ORDERS, { section: "entity", action: "view", scope: "own" }]
    expect(entitiesOfRight({ ...dealer, rights }, "order", "view")).toEqual(["head", "child"])
    expect(entitiesOfRight({ ...dealer, rights }, "order", "create")).toEqual(["head"])
    expect(entitiesOfRight({ ...dealer, rights }, "entity", "view")).toEqual(["head"])
    expect(entitiesOfRight({ ...dealer, rights }, "entity", "edit")).toEqual([])
  })

  it("lets a person work under contracts of the holding only when he may see them there", () => {
    expect(workableEntityIds({ ...dealer, rights: ORDERS })).toEqual(["head"])
    expect(workableEntityIds({ ...dealer, rights: [{ section: "contract", action: "view", scope: "holding" }] })).toEqual(["head", "child"])
  })
})
