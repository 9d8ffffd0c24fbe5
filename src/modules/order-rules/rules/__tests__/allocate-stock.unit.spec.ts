import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { allocateStock, type FreeStock, type StockNeed } from "../allocate-stock"

const need = (line_id: string, quantity: string, change: Partial<StockNeed> = {}): StockNeed => ({
  line_id,
  inventory_item_id: "item",
  quantity,
  allow_backorder: false,
  ...change,
})
const stock = (free: Record<string, string>): FreeStock[] =>
  Object.entries(free).map(([location_id, amount]) => ({ inventory_item_id: "item", location_id, free: amount }))

/** "line@location=quantity" */
const brief = ({ allocations }: ReturnType<typeof allocateStock>) =>
  allocations.map(({ line_id, location_id, quantity }) => `${line_id}@${location_id}=${quantity}`)

describe("allocateStock", () => {
  it.each([
    ["takes all of a line from one location that holds it", [need("1", "5")], { a: "3", b: "6" }, ["1@b=5"]],
    ["takes exactly the last unit", [need("1", "6")], { b: "6" }, ["1@b=6"]],
    ["splits a line over locations only when none holds it, the fullest first", [need("1", "8")], { a: "3", b: "6" }, ["1@b=6", "1@a=2"]],
    ["goes by id where locations hold the same", [need("1", "2")], { b: "4", a: "4" }, ["1@a=2"]],
    ["counts what earlier lines took", [need("1", "4"), need("2", "3")], { a: "5", b: "3" }, ["1@a=4", "2@b=3"]],
    ["does not count a negative remainder against another location", [need("1", "4")], { a: "-10", b: "4" }, ["1@b=4"]],
    ["takes fractions exactly", [need("1", "0.3")], { a: "0.1", b: "0.2" }, ["1@b=0.2", "1@a=0.1"]],
    [
      "promises what is missing from the fullest location",
      [need("1", "9", { allow_backorder: true })],
      { a: "1", b: "2" },
      ["1@b=8", "1@a=1"],
    ],
  ])("%s", (_title, needs, free, expected) => {
    const outcome = allocateStock(needs, stock(free))
    expect(brief(outcome)).toEqual(expected)
    expect(outcome.shortages).toEqual([])
  })

  it("refuses the first unit beyond the stock and tells what there was", () => {
    expect(allocateStock([need("1", "10")], stock({ a: "3", b: "6" }))).toEqual({
      allocations: [],
      shortages: [{ line_id: "1", inventory_item_id: "item", available: "9" }],
      waiting: new Map(),
    })
  })

  it.each([
    ["nothing where stock serves all of it", "9", "1", {}, ["1@b=6", "1@a=3"]],
    ["the first unit beyond the stock", "10", "1", { "1": "1" }, ["1@b=6", "1@a=3"]],
    ["all of it where not a whole step is there", "12", "10", { "1": "12" }, []],
    ["what whole steps of stock do not serve", "12", "4", { "1": "4" }, ["1@b=6", "1@a=2"]],
  ])("leaves to a supply %s, of a line that may wait", (_title, quantity, step, waiting, expected) => {
    const outcome = allocateStock([need("1", quantity, { waiting: { required_quantity: "1", step } })], stock({ a: "3", b: "6" }))
    expect(Object.fromEntries(outcome.waiting)).toEqual(waiting)
    expect([brief(outcome), outcome.shortages]).toEqual([expected, []])
  })

  it("of a kit that may wait takes as many as all its parts are there for, and counts what earlier lines took", () => {
    const part = (line_id: string, item: string, units: number, required_quantity: string) =>
      need(line_id, String(units * Number(required_quantity)), { inventory_item_id: item, waiting: { required_quantity, step: "1" } })
    const levels = [
      { inventory_item_id: "handle", location_id: "a", free: "5" },
      { inventory_item_id: "nail", location_id: "a", free: "13" },
    ]
    const needs = [part("1", "handle", 3, "1"), part("1", "nail", 3, "2.5"), part("2", "handle", 4, "1"), part("2", "nail", 4, "2.5")]
    const { allocations, waiting } = allocateStock(needs, levels)
    expect(allocations.map(({ line_id, inventory_item_id, quantity }) => `${line_id} ${inventory_item_id} ${quantity}`)).toEqual([
      ...["1 handle 3", "1 nail 7.5"],
      ...["2 handle 2", "2 nail 5"],
    ])
    expect(Object.fromEntries(waiting)).toEqual({ "2": "2" })
  })

  it("leaves stock that a refused line could not use to the next one", () => {
    const outcome = allocateStock([need("1", "10"), need("2", "9")], stock({ a: "9" }))
    expect(outcome.shortages.map(({ line_id }) => line_id)).toEqual(["1"])
    expect(brief(outcome)).toEqual(["2@a=9"])
  })

  it("serves each line wholly or not at all and never takes more than there is", () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 })
    const shelves = fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 5 })
    fc.assert(
      fc.property(quantities, shelves, (asked, free) => {
        const levels = stock(Object.fromEntries(free.map((amount, index) => [`loc${index}`, String(amount)])))
        const { allocations, shortages } = allocateStock(
          asked.map((quantity, index) => need(`${index}`, String(quantity))),
          levels
        )
        asked.forEach((quantity, index) => {
          const sum = allocations
            .filter(({ line_id }) => line_id === `${index}`)
            .reduce((total, part) => MathBN.add(total, part.quantity), MathBN.convert(0))
          const isShort = shortages.some(({ line_id }) => line_id === `${index}`)
          expect(sum.toNumber()).toBe(isShort ? 0 : quantity)
        })
        for (const { location_id, free: amount } of levels) {
          const sum = allocations
            .filter((part) => part.location_id === location_id)
            .reduce((total, part) => MathBN.add(total, part.quantity), MathBN.convert(0))
          expect(MathBN.lte(sum, Math.max(Number(amount), 0))).toBe(true)
        }
      })
    )
  })
})
