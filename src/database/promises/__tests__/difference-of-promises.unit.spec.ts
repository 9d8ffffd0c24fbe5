import type { ReleasedLine, ReleasedPromise } from "../../../modules/supply/rules/settle-released"
import { differenceOf } from "../difference-of-promises"
import { oncePerLine } from "../once-per-line"
import type { PromisePart } from "../write-promises"

const line = (supply_id: string, is_standing: boolean): ReleasedLine => ({
  ...{
    supply_id,
    entry_key: 1,
    was_on: "2026-12-01",
    is_same_day: false,
    arrives: "0",
    warehouse_id: "",
    cause: "supply_moved",
    is_standing,
  },
})
const released = (demand_id: string, quantity: string, of = line("near", true)): ReleasedPromise => ({
  ...{ line: of, demand_id, quantity, is_by_hand: false },
})
const part = (demand_id: string, supply_id: string, quantity: string, is_by_hand = false): PromisePart => ({
  ...{ demand_id, supply_id, entry_key: 1, quantity, is_by_hand },
})

describe("differenceOf", () => {
  const near = { entry_key: 1, supply_id: "near" }
  it.each<[string, ReleasedPromise[], PromisePart[], ReturnType<typeof differenceOf>]>([
    ["leaves alone what comes out as it was", [released("a", "3")], [part("a", "near", "3")], { gone: [], fresh: [] }],
    [
      "takes back what goes to another supply",
      [released("a", "3")],
      [part("a", "far", "3")],
      { gone: [{ ...near, demand_id: "a" }], fresh: [part("a", "far", "3")] },
    ],
    [
      "writes anew what is more or less than it was",
      [released("a", "3")],
      [part("a", "near", "2")],
      { gone: [{ ...near, demand_id: "a" }], fresh: [part("a", "near", "2")] },
    ],
    [
      "writes anew what a person has bound since",
      [released("a", "3")],
      [part("a", "near", "3", true)],
      { gone: [{ ...near, demand_id: "a" }], fresh: [part("a", "near", "3", true)] },
    ],
    [
      "writes what was taken back already, as it was or not",
      [released("a", "3", line("near", false))],
      [part("a", "near", "3")],
      { gone: [], fresh: [part("a", "near", "3")] },
    ],
    ["takes back what nobody gets", [released("a", "3")], [], { gone: [{ ...near, demand_id: "a" }], fresh: [] }],
    [
      "tells the parts of one demand apart",
      [released("a", "3"), released("a", "2", line("far", true))],
      [part("a", "far", "2")],
      { gone: [{ ...near, demand_id: "a" }], fresh: [] },
    ],
  ])("%s", (_title, before, parts, expected) => {
    expect(differenceOf(before, parts)).toEqual(expected)
  })
})

describe("oncePerLine", () => {
  it("adds up what a demand gets of one line, exactly, and leaves the rest as it is", () => {
    const parts = [part("a", "near", "0.1", true), part("b", "near", "1"), part("a", "far", "4"), part("a", "near", "0.2")]
    expect(oncePerLine(parts)).toEqual([part("a", "near", "0.3", true), part("b", "near", "1"), part("a", "far", "4")])
  })
})
