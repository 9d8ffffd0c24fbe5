import { decideDealerScope, type ScopeFacts } from "../dealer-scope"
import { visibleEntityIds } from "../visible-entities"

const TODAY = "2026-03-10"
const head = { id: "head", holding_id: "hold", is_head: true }
const child = { id: "child", holding_id: "hold", is_head: false }
const alone = { id: "alone", holding_id: null, is_head: false }
const holding = [head, child, { id: "sibling", holding_id: "hold" }]

describe("visibleEntityIds", () => {
  it.each([
    ["reaching the holding, a person of the head sees all of it", true, [head], ["head", "child", "sibling"]],
    ["without that reach a person of the head sees the head alone", false, [head], ["head"]],
    ["reaching the holding, a person of a child sees the child alone", true, [child], ["child"]],
    ["an entity in no holding brings no others, head or not", true, [{ ...alone, is_head: true }], ["alone"]],
    ["a person of several entities sees each of them once", true, [alone, head, child], ["alone", "head", "child", "sibling"]],
    ["a person without entities sees nothing", true, [], []],
  ])("%s", (_title, reachesHolding, memberships, expected) => {
    expect(visibleEntityIds(reachesHolding, memberships, [...holding, { id: "stray", holding_id: null }])).toEqual(expected)
  })
})

function contract(id: string, entityId: string, terms: Partial<ScopeFacts["contracts"][number]> = {}): ScopeFacts["contracts"][number] {
  return {
    id,
    number: id,
    state: "active",
    starts_on: null,
    ends_on: null,
    entity: { id: entityId, name: entityId, state: "active" },
    warehouse_ids: [],
    supplier_entity_id: "sent",
    currency_code: "rub",
    price_type_id: "ptyp",
    price_type_key: 7,
    assortment: null,
    ...terms,
  }
}

function decide(facts: Partial<ScopeFacts>) {
  return decideDealerScope(
    "cus",
    {
      employee_id: "empl",
      role: "ordinary",
      custom_rights: null,
      active_contract_id: null,
      memberships: [child],
      holding_entities: [],
      contracts: [],
      ...facts,
    },
    TODAY
  )
}

describe("decideDealerScope", () => {
  it("takes the first usable contract when none was chosen", () => {
    const scope = decide({
      contracts: [contract("old", "child", { ends_on: "2026-03-09" }), contract("new", "child"), contract("next", "child")],
    })
    expect(scope.legal_entity_id).toBe("child")
    expect(scope.contract).toEqual({
      id: "new",
      number: "new",
      legal_entity_id: "child",
      supplier_entity_id: "sent",
      currency_code: "rub",
      price_type_id: "ptyp",
      price_type_key: 7,
      warehouse_ids: [],
      assortment: null,
    })
  })

  it("puts nothing in the place of a chosen contract that became unusable", () => {
    const scope = decide({
      active_contract_id: "old",
      contracts: [contract("old", "child", { state: "blocked" }), contract("new", "child")],
    })
    expect(scope.contract).toBeNull()
    expect(scope.legal_entity_id).toBeNull()
  })

  it("gives no contract of an entity that is out of sight, chosen or not", () => {
    expect(decide({ active_contract_id: "x", contracts: [contract("x", "sibling")] }).contract).toBeNull()
  })

  it("lets a superuser of the head work under the contract of a child", () => {
    const scope = decide({
      role: "superuser",
      memberships: [head],
      holding_entities: holding,
      active_contract_id: "x",
      contracts: [contract("x", "child")],
    })
    expect(scope.contract?.legal_entity_id).toBe("child")
  })

  it("lets a custom role stand in the place of the built-in one", () => {
    const facts = { role: "superuser" as const, memberships: [head], holding_entities: holding, active_contract_id: "x" }
    const looks: ScopeFacts["custom_rights"] = [{ section: "order", action: "view", scope: "holding" }]
    const scope = decide({ ...facts, custom_rights: looks, contracts: [contract("x", "child")] })
    expect(scope.rights).toEqual(looks)
    expect(scope.visible_entity_ids).toEqual(["head", "child", "sibling"])
    expect(scope.contract).toBeNull()
    const terms: ScopeFacts["custom_rights"] = [...looks, { section: "contract", action: "view", scope: "holding" }]
    expect(decide({ ...facts, custom_rights: terms, contracts: [contract("x", "child")] }).contract?.id).toBe("x")
  })

  it("gives no rights to a person whose custom role was removed", () => {
    expect(decide({ role: "superuser", custom_rights: [] }).rights).toEqual([])
  })
})
