import type { LineResult } from "../../../cart/types"
import { askAgain, type RepeatedLine, tellRepeated } from "../tell-repeated"

const line = (id: string, data: Partial<RepeatedLine> = {}): RepeatedLine => ({
  ...{ id, variant_id: `variant_${id}`, title: `Old ${id}`, variant_title: null, quantity: "24", asked: null, ...data },
})

const result = (row: number, data: Partial<LineResult> = {}): LineResult => ({
  ...{ row, article: "A-1", variant_id: "variant", status: "added", code: null, message: null, nearest: null, available: null },
  ...{ quantity: "24", asked: null, unit_price: "1", money: null, availability: null, merged_rows: [], bypassed: null, ...data },
})

it("a line is asked for in the unit that it was asked in", () => {
  expect(askAgain([line("a"), line("b", { asked: { code: "778", name: "упак", coefficient: "12", quantity: "2" } })])).toEqual([
    { row: 1, article: null, variant_id: "variant_a", quantity: "24", unit: null },
    { row: 2, article: null, variant_id: "variant_b", quantity: "2", unit: "778" },
  ])
})

it("every line has its result under the name that it had, those without a variant too", () => {
  const lines = [line("a"), line("b", { variant_id: null, variant_title: "XL" }), line("c")]
  expect(askAgain(lines).map(({ row }) => row)).toEqual([1, 3])
  expect(tellRepeated(lines, [result(1), result(3, { status: "refused", code: "quantity_step" })])).toMatchObject([
    { row: 1, order_line_id: "a", title: "Old a", code: null },
    { row: 2, order_line_id: "b", code: "no_longer_available", message: "«Old b XL» is no longer available" },
    { row: 3, order_line_id: "c", code: "quantity_step" },
  ])
})

it.each(["unknown", "not_listed"])("what is refused as %s is no longer available, and nothing else is told of it", (code) => {
  const refused = result(1, { status: "refused", code, article: "SECRET", message: "SECRET new name", variant_id: "other" })
  const [told] = tellRepeated([line("a")], [refused])
  expect(told).toMatchObject({ code: "no_longer_available", variant_id: "variant_a", article: null })
  expect(JSON.stringify(told)).not.toContain("SECRET")
})
