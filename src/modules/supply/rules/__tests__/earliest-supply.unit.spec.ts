import type { FreeSupplyLine, OpenDemand } from "@kontor/framework"
import fc from "fast-check"
import { allocateEarliest } from "../earliest-supply"
import { faultInAllocation } from "../fault-in-allocation"

const demand = (id: string, quantity: string, change: Partial<OpenDemand> = {}): OpenDemand => ({
  ...{ id, quantity, variant_id: "rose", legal_entity_id: "lent_1", contract_id: "ctr_1", warehouse_ids: [] },
  ...change,
})
const line = (supply_id: string, free: string, change: Partial<FreeSupplyLine> = {}): FreeSupplyLine => ({
  ...{ supply_id, free, variant_id: "rose", expected_on: "2026-12-01", warehouse_id: "near", quantity: free, promised_to: new Map() },
  ...change,
})

/** "demand<-supply=quantity" */
const brief = (demands: OpenDemand[], lines: FreeSupplyLine[], share_percent: string | null = null) =>
  allocateEarliest(demands, lines, { share_percent }).map((part) => `${part.demand_id}<-${part.supply_id}=${part.quantity}`)

const later = (supply_id: string, free: string, change: Partial<FreeSupplyLine> = {}) =>
  line(supply_id, free, { expected_on: "2026-12-05", ...change })

describe("allocateEarliest", () => {
  it.each([
    [
      "gives from the supply that comes first, whatever the order of the lines",
      [demand("a", "5")],
      [later("s1", "9"), line("s2", "9")],
      ["a<-s2=5"],
    ],
    [
      "goes on with the next where the first has not enough",
      [demand("a", "5")],
      [line("s1", "3"), later("s2", "9")],
      ["a<-s1=3", "a<-s2=2"],
    ],
    ["leaves unpromised what nobody brings", [demand("a", "5")], [line("s1", "4.5")], ["a<-s1=4.5"]],
    ["serves who asked first before the others", [demand("a", "4"), demand("b", "4")], [line("s1", "5")], ["a<-s1=4", "b<-s1=1"]],
    ["gives nothing of another product", [demand("a", "1", { variant_id: "tulip" })], [line("s1", "5")], []],
    [
      "gives nothing of a warehouse that the contract does not draw from",
      [demand("a", "1", { warehouse_ids: ["far"] })],
      [line("s1", "5")],
      [],
    ],
    [
      "gives what has no warehouse to who draws from all",
      [demand("a", "1"), demand("b", "1", { warehouse_ids: ["near"] })],
      [line("s1", "5", { warehouse_id: "" })],
      ["a<-s1=1"],
    ],
  ])("%s", (_title, demands, lines, expected) => {
    expect(brief(demands, lines)).toEqual(expected)
  })

  it("holds each client to his share of a line in whole units, what he was promised before included", () => {
    const lines = [line("s1", "9", { quantity: "15", promised_to: new Map([["lent_1", "1"]]) }), later("s2", "9")]
    expect(brief([demand("a", "9"), demand("b", "9", { legal_entity_id: "lent_2" })], lines, "30")).toEqual([
      ...["a<-s1=3", "a<-s2=2"],
      ...["b<-s1=4", "b<-s2=2"],
    ])
    expect(brief([demand("a", "9")], [line("s1", "9")], "100")).toEqual(["a<-s1=9"])
  })

  it("never gives more than is free or wanted, and leaves nothing free that somebody wants", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 })
    fc.assert(
      fc.property(amounts, amounts, (wanted, free) => {
        const demands = wanted.map((quantity, index) => demand(`d${index}`, String(quantity)))
        const lines = free.map((quantity, index) => line(`s${index}`, String(quantity)))
        const parts = allocateEarliest(demands, lines, { share_percent: null })
        const sum = (amounts: (string | number)[]) => amounts.reduce<number>((total, amount) => total + Number(amount), 0)
        expect(faultInAllocation(parts, demands, lines)).toBeNull()
        expect(sum(parts.map(({ quantity }) => quantity))).toBe(Math.min(sum(wanted), sum(free)))
      })
    )
  })
})

describe("faultInAllocation", () => {
  const demands = [demand("a", "5"), demand("b", "5", { warehouse_ids: ["far"] })]
  const lines = [line("s1", "6")]
  it.each([
    ["nothing against as much as is wanted", [["a", "s1", "5"]], null],
    ["a demand that was not asked for", [["c", "s1", "1"]], "demand c was not asked for"],
    ["a supply that is not there", [["a", "s2", "1"]], "demand a cannot draw from supply s2"],
    ["a warehouse that the contract does not draw from", [["b", "s1", "1"]], "demand b cannot draw from supply s1"],
    ["a unit more than is wanted", [["a", "s1", "5.000001"]], "5.000001 of supply s1 for demand a is not what is wanted and free"],
    [
      "more than is free, in two parts",
      [
        ["a", "s1", "3"],
        ["a", "s1", "3.1"],
      ],
      "3.1 of supply s1 for demand a is not what is wanted and free",
    ],
    ["nothing at all", [["a", "s1", "0"]], "0 of supply s1 for demand a is not what is wanted and free"],
    ["what is no quantity", [["a", "s1", "-1"]], "-1 of supply s1 for demand a is not what is wanted and free"],
  ])("tells %s", (_title, parts, expected) => {
    const told = parts.map(([demand_id = "", supply_id = "", quantity = ""]) => ({ demand_id, supply_id, quantity }))
    expect(faultInAllocation(told, demands, lines)).toBe(expected)
  })
})
