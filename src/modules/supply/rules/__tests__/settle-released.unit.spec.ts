import { type ReleasedPromise, settleReleased } from "../settle-released"

const promise = (demand_id: string, quantity: string, change: Partial<ReleasedPromise> = {}): ReleasedPromise => ({
  ...{ supply_id: "s1", entry_key: 1, demand_id, quantity, is_by_hand: false, was_on: "2026-12-01", is_same_day: true },
  ...{ arrives: "0", warehouse_id: "near", cause: "supply_short" },
  ...change,
})
const brief = (released: ReleasedPromise[], free: string) => {
  const { served, kept } = settleReleased(released, [{ supply_id: "s1", entry_key: 1, free }])
  return [served, kept].map((list) => list.map(({ released: { demand_id }, quantity }) => `${demand_id}=${quantity}`))
}

describe("settleReleased", () => {
  const arriving = (demand_id: string, quantity: string) => promise(demand_id, quantity, { arrives: "7" })
  const moved = { is_same_day: false }
  it.each([
    ["keeps all where the line still carries it exactly", [promise("a", "5"), promise("b", "3")], "8", [[], ["a=5", "b=3"]]],
    [
      "keeps what is left to who asked first where the line is short",
      [promise("a", "5"), promise("b", "3")],
      "6.5",
      [[], ["a=5", "b=1.5"]],
    ],
    [
      "serves what has come to who asked first, and keeps the rest",
      [arriving("a", "5"), arriving("b", "4")],
      "2",
      [["a=5", "b=2"], ["b=2"]],
    ],
    ["keeps nothing on another day", [promise("a", "5", moved)], "9", [[], []]],
    [
      "keeps on another day what a person bound",
      [promise("a", "5", moved), promise("b", "5", { ...moved, is_by_hand: true })],
      "9",
      [[], ["b=5"]],
    ],
    ["keeps nothing where the line is gone", [promise("a", "5", { entry_key: 2 })], "9", [[], []]],
  ])("%s", (_title, released, free, expected) => {
    expect(brief(released, free)).toEqual(expected)
  })
})
