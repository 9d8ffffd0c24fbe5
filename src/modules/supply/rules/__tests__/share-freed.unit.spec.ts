import { type FreedDemand, type FreedShelf, shareFreed } from "../share-freed"

const BOTH = ["near", "far"]
const demand = (id: string, quantity: string, more: Partial<FreedDemand> = {}): FreedDemand => ({
  ...{ id, quantity, items: [{ inventory_item_id: "rose", required: "1" }], locations: BOTH },
  ...more,
})
const shelf = (location_id: string, quantity: string, inventory_item_id = "rose"): FreedShelf => ({
  inventory_item_id,
  location_id,
  quantity,
})
const told = (demands: FreedDemand[], shelves: FreedShelf[]) =>
  shareFreed(demands, shelves).map(({ id, quantity, taken }) =>
    [id, quantity, ...taken.map((part) => `${part.quantity} ${part.inventory_item_id} ${part.location_id}`)].join(": ")
  )

describe("what is free again", () => {
  it("goes to who asked first, and the rest to the next one", () => {
    expect(told([demand("a", "4"), demand("b", "4"), demand("c", "1")], [shelf("near", "6")])).toEqual([
      "a: 4: 4 rose near",
      "b: 2: 2 rose near",
    ])
  })

  it("is taken where most of it is, and elsewhere what is missing there", () => {
    expect(told([demand("a", "7")], [shelf("far", "3"), shelf("near", "5")])).toEqual(["a: 7: 5 rose near: 2 rose far"])
    expect(told([demand("a", "1")], [shelf("near", "3"), shelf("far", "3")])).toEqual(["a: 1: 1 rose far"])
  })

  it("is not for who may not draw from there", () => {
    expect(told([demand("a", "4", { locations: ["far"] }), demand("b", "4")], [shelf("near", "4")])).toEqual(["b: 4: 4 rose near"])
  })

  it("is given in whole units, unless all that is waited for is there", () => {
    expect(told([demand("a", "2.5")], [shelf("near", "2.4")])).toEqual(["a: 2: 2 rose near"])
    expect(told([demand("a", "2.5")], [shelf("near", "2.5")])).toEqual(["a: 2.5: 2.5 rose near"])
    expect(told([demand("a", "2.5")], [shelf("near", "0.9")])).toEqual([])
  })

  it("of goods of several items is as much as there is of all", () => {
    const items = [
      { inventory_item_id: "rose", required: "3" },
      { inventory_item_id: "vase", required: "1" },
    ]
    expect(told([demand("a", "5", { items })], [shelf("near", "8"), shelf("near", "9", "vase")])).toEqual([
      "a: 2: 6 rose near: 2 vase near",
    ])
    expect(told([demand("a", "5", { items })], [shelf("near", "8")])).toEqual([])
  })

  it("is nothing where nothing is", () => {
    expect(told([demand("a", "5")], [])).toEqual([])
    expect(told([demand("a", "5", { items: [] })], [shelf("near", "8")])).toEqual([])
  })
})
