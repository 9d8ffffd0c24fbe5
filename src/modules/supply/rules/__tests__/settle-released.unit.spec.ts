import { type ReleasedLine, type ReleasedPromise, settleReleased } from "../settle-released"

const line = (change: Partial<ReleasedLine> = {}): ReleasedLine => ({
  ...{ supply_id: "s1", entry_key: 1, was_on: "2026-12-01", is_same_day: true },
  ...{ arrives: "0", warehouse_id: "near", cause: "supply_short", is_standing: false },
  ...change,
})
const [short, arriving, moved, gone] = [line(), line({ arrives: "7" }), line({ is_same_day: false }), line({ entry_key: 2 })]
const promise = (of: ReleasedLine, demand_id: string, quantity: string, is_by_hand = false): ReleasedPromise => ({
  ...{ line: of, demand_id, quantity, is_by_hand },
})
const brief = (released: ReleasedPromise[], free: string) => {
  const { served, kept } = settleReleased(released, [{ supply_id: "s1", entry_key: 1, free }])
  return [served, kept].map((list) => list.map(({ released: { demand_id }, quantity }) => `${demand_id}=${quantity}`))
}

describe("settleReleased", () => {
  it.each([
    ["keeps all where the line still carries it exactly", [promise(short, "a", "5"), promise(short, "b", "3")], "8", [[], ["a=5", "b=3"]]],
    [
      "keeps what is left to who asked first where the line is short",
      [promise(short, "a", "5"), promise(short, "b", "3")],
      "6.5",
      [[], ["a=5", "b=1.5"]],
    ],
    [
      "serves what has come to who asked first, and keeps the rest",
      [promise(arriving, "a", "5"), promise(arriving, "b", "4")],
      "2",
      [["a=5", "b=2"], ["b=2"]],
    ],
    ["keeps nothing on another day", [promise(moved, "a", "5")], "9", [[], []]],
    ["keeps on another day what a person bound", [promise(moved, "a", "5"), promise(moved, "b", "5", true)], "9", [[], ["b=5"]]],
    ["keeps nothing where the line is gone", [promise(gone, "a", "5")], "9", [[], []]],
  ])("%s", (_title, released, free, expected) => {
    expect(brief(released, free)).toEqual(expected)
  })
})
