import { SYSTEM_ACTOR } from "../audit"
import type { DealerScope, Right } from "../company"
import { demandRight, grantedScope } from "../rights"

const ORDERS: Right[] = [
  { section: "order", action: "view", scope: "own" },
  { section: "order", action: "view", scope: "holding" },
  { section: "order", action: "create", scope: "entity" },
]

describe("grantedScope", () => {
  it("is the widest scope of the action, and nothing for what is not named", () => {
    expect(grantedScope(ORDERS, "order", "view")).toBe("holding")
    expect(grantedScope(ORDERS, "order", "create")).toBe("entity")
    expect(grantedScope(ORDERS, "order", "edit")).toBeNull()
    expect(grantedScope(ORDERS, "claim", "view")).toBeNull()
  })
})

describe("demandRight", () => {
  const dealer: DealerScope = {
    customer_id: "cus",
    employee_id: "empl",
    role: "ordinary",
    rights: ORDERS,
    legal_entity_id: null,
    member_entity_ids: [],
    visible_entity_ids: [],
    contract: null,
    actor: SYSTEM_ACTOR,
  }

  it("gives the scope or refuses with right_missing", () => {
    expect(demandRight(dealer, "order", "view")).toBe("holding")
    expect(() => demandRight(dealer, "order", "approve")).toThrow(expect.objectContaining({ type: "forbidden", code: "right_missing" }))
  })
})
