import { describePromise, type StandingDemand } from "../describe-promise"

const demand = (change: Partial<StandingDemand> = {}): StandingDemand => ({
  ...{ id: "dmnd_1", quantity: "6", served: "0", is_answer_due: false },
  promises: [
    { supply_id: "s1", expected_on: "2026-12-01", quantity: "2" },
    { supply_id: "s2", expected_on: "2026-12-01", quantity: "1.5" },
    { supply_id: "s3", expected_on: "2026-12-09", quantity: "2.5" },
  ],
  ...change,
})

describe("describePromise", () => {
  it("tells a line that was in stock, one that waits for supplies by day, and when all of it is there", () => {
    expect(describePromise("10", null)).toMatchObject({ source: "stock", in_stock: "10", promised_on: null, parts: [] })
    expect(describePromise("10", demand())).toEqual({
      ...{ source: "supply", promised_on: "2026-12-09", in_stock: "4", unpromised: "0", is_answer_due: false },
      parts: [
        { expected_on: "2026-12-01", quantity: "3.5" },
        { expected_on: "2026-12-09", quantity: "2.5" },
      ],
    })
  })

  it.each([
    [
      "unpromised by the least that is missing",
      { quantity: "6.000001" },
      { source: "unpromised", unpromised: "0.000001", promised_on: null },
    ],
    ["in stock once all of it has come", { served: "6", promises: [] }, { source: "stock", in_stock: "10", promised_on: null }],
    [
      "without a day where its supply has lost its own",
      { promises: [{ supply_id: "s1", expected_on: null, quantity: "6" }] },
      { source: "supply", promised_on: null },
    ],
  ])("tells one %s", (_title, change, expected) => {
    expect(describePromise("10", demand(change))).toMatchObject(expected)
  })
})
