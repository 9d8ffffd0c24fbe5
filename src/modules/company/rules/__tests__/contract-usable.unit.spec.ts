import { decideContractUse, type ContractHolder, type ContractTerms } from "../contract-usable"

const TODAY = "2026-03-10"
const contract: ContractTerms = { id: "ctr_1", number: "15/2026", state: "active", starts_on: null, ends_on: null }
const entity: ContractHolder = { id: "lent_1", name: "Romashka", state: "active" }

function decide(terms: Partial<ContractTerms> = {}, holder: Partial<ContractHolder> = {}) {
  const decision = decideContractUse({ ...contract, ...terms }, { ...entity, ...holder }, TODAY)
  return decision.usable ? "usable" : decision.code
}

describe("decideContractUse", () => {
  it.each([
    ["lets an open contract be used", {}, {}, "usable"],
    ["lets a contract be used on its first day", { starts_on: TODAY }, {}, "usable"],
    ["lets a contract be used on its last day", { ends_on: TODAY }, {}, "usable"],
    ["refuses the day before a contract begins", { starts_on: "2026-03-11" }, {}, "contract_not_begun"],
    ["refuses the day after a contract ends", { ends_on: "2026-03-09" }, {}, "contract_expired"],
    ["refuses a blocked contract", { state: "blocked" as const }, {}, "contract_blocked"],
    ["refuses a closed contract", { state: "closed" as const }, {}, "contract_closed"],
    ["refuses a contract of an entity that only applied", {}, { state: "applied" as const }, "entity_not_active"],
    ["refuses a contract of an entity under review", {}, { state: "under_review" as const }, "entity_not_active"],
    ["refuses a contract of a blocked entity", {}, { state: "blocked" as const }, "entity_not_active"],
    ["names the entity before the contract", { state: "blocked" as const }, { state: "closed" as const }, "entity_not_active"],
  ])("%s", (_title, terms, holder, outcome) => {
    expect(decide(terms, holder)).toBe(outcome)
  })

  it("tells the number and the day in the message", () => {
    expect(decideContractUse({ ...contract, ends_on: "2026-03-09" }, entity, TODAY)).toEqual({
      usable: false,
      code: "contract_expired",
      message: "Contract 15/2026 ended on 2026-03-09.",
    })
  })
})
