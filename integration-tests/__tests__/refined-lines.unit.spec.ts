import type { KeptStep } from "../../src/admin/lib/price-types"
import { refinedLines } from "../../src/admin/lib/refined-lines"

const line = (...steps: KeptStep[]) => ({
  ...{ id: "l", variant_id: null, article: "A", title: "T", variant_title: null, quantity: "1", unit: "шт", unit_price: "1.00" },
  ...{ vat_rate: null, vat: null, asked: null, quantity_bypass: null, explanation: { day: "2026-02-01", steps } },
})
const ours = (amount: string): KeptStep => ({ code: "rounded", text: "", amount })
const erp = (amount: string): KeptStep => {
  return { code: "refined_at_erp", text: "", amount, document: "Расчёт 1", refined_at: "2026-02-01T10:00:00Z" }
}

describe("the lines of an order that 1C has priced", () => {
  it("are counted, and of them those that it gave another price", () => {
    const lines = [line(ours("1.00")), line(ours("1.00"), erp("0.97")), line(ours("1.00"), erp("1.00"))]
    expect(refinedLines(lines)).toEqual({ lines: 2, changed: 1, at: "2026-02-01T10:00:00Z", document: "Расчёт 1" })
  })

  it("are none where 1C was not asked, or nothing was kept", () => {
    expect(refinedLines([line(ours("1.00")), line(), { ...line(), explanation: null }])).toBeNull()
  })
})
