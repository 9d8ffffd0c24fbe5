import { pairLines } from "../pair-lines"

const line = (id: string, variant_id: string | null, quantity: string, unit_price = "1.50") => ({ id, variant_id, quantity, unit_price })

describe("lines of a cart and of the order that was made of it", () => {
  it.each([
    [
      "are told by product, quantity and price, in any order and however they are written",
      [line("a", "v1", "3"), line("b", "v2", "3")],
      [line("y", "v2", "3.0", "1.5"), line("x", "v1", "3")],
      [
        ["a", "x"],
        ["b", "y"],
      ],
    ],
    [
      "that are alike are each paired once",
      [line("a", "v1", "3"), line("b", "v1", "3")],
      [line("x", "v1", "3"), line("y", "v1", "3")],
      [
        ["a", "x"],
        ["b", "y"],
      ],
    ],
    ["are none of another quantity", [line("a", "v1", "3")], [line("x", "v1", "4")], []],
    ["are none at another price", [line("a", "v1", "3")], [line("x", "v1", "3", "1.51")], []],
  ])("%s", (_title, cart, order, pairs) => {
    expect([...pairLines(cart, order)]).toEqual(pairs)
  })
})
