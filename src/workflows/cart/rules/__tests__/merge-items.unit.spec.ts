import { mergeItems } from "../merge-items"

describe("mergeItems", () => {
  it("makes one line of a product that is asked for several times, in the place of the first", () => {
    const items = [
      { variant_id: "a", quantity: 4 },
      { variant_id: "b", quantity: 1, metadata: null },
      { variant_id: "a", quantity: 6, metadata: {} },
    ]
    expect(mergeItems(items)).toEqual([
      { variant_id: "a", quantity: 10 },
      { variant_id: "b", quantity: 1, metadata: null },
    ])
    expect(items[0]).toEqual({ variant_id: "a", quantity: 4 })
  })

  it("keeps lines apart on which different things are written", () => {
    const items = [
      { variant_id: "a", quantity: 1, metadata: { note: "left" } },
      { variant_id: "a", quantity: 1 },
      { variant_id: "a", quantity: 2, metadata: { note: "left" } },
    ]
    expect(mergeItems(items)).toEqual([
      { variant_id: "a", quantity: 3, metadata: { note: "left" } },
      { variant_id: "a", quantity: 1 },
    ])
  })

  it("adds exactly", () => {
    expect(mergeItems([0.1, 0.2].map((quantity) => ({ variant_id: "a", quantity })))).toEqual([{ variant_id: "a", quantity: 0.3 }])
  })
})
