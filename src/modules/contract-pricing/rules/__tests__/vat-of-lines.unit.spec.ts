import fc from "fast-check"
import { totalsOfLines, vatOfLine } from "../vat-of-lines"

const line = (unit_price: string, quantity: string, vat_rate: string | null) => ({ unit_price, quantity, vat_rate })
const kopecks = (money: string) => BigInt(money.replace(".", ""))

describe("the VAT of lines", () => {
  it("is taken from the amount of a line, not from the tax of one unit", () => {
    expect(vatOfLine(line("0.02", "100", "20"), true, "rub")).toEqual({ vat_rate: "20", amount: "2.00", vat: "0.33" })
    expect(vatOfLine(line("0.02", "100", "20"), false, "rub")).toEqual({ vat_rate: "20", amount: "2.00", vat: "0.40" })
    const discounted = { ...line("0.02", "100", "20"), discount: "0.5" }
    expect(vatOfLine(discounted, true, "rub")).toEqual({ vat_rate: "20", amount: "1.50", vat: "0.25", discount: "0.50" })
    expect(totalsOfLines([vatOfLine(discounted, false, "rub")], false, "rub")).toEqual({
      ...{ includes_vat: false, amount: "1.50", discount: "0.50", vat: "0.30", amount_with_vat: "1.80" },
    })
  })

  it.each([
    ["contains the tax where prices do", true, { includes_vat: true, amount: "13.00", vat: "0.33", amount_with_vat: "13.00" }],
    ["gets it on top where prices are without", false, { includes_vat: false, amount: "13.00", vat: "0.40", amount_with_vat: "13.40" }],
  ])("and their sum %s", (_title, includes_vat, totals) => {
    const lines = [line("0.02", "100", "20"), line("11", "1", null)].map((each) => vatOfLine(each, includes_vat, "rub"))
    expect(totalsOfLines(lines, includes_vat, "rub")).toEqual(totals)
  })

  it("is not told where no line has a rate, and the sum of no lines is zero", () => {
    expect(totalsOfLines([vatOfLine(line("11", "1", null), false, "rub")], false, "rub")).toMatchObject({
      vat: null,
      amount_with_vat: "11.00",
    })
    expect(totalsOfLines([], true, "jpy")).toEqual({ includes_vat: true, amount: "0", vat: null, amount_with_vat: "0" })
  })

  it("adds up to what is told of the sum, to the kopeck, in any order of the lines", () => {
    const lines = fc.array(
      fc.record({
        price: fc.bigInt({ min: 0n, max: 10n ** 9n }),
        quantity: fc.integer({ min: 1, max: 100_000 }),
        vat_rate: fc.constantFrom(null, "0", "5", "7", "10", "20", "22"),
      }),
      { maxLength: 40 }
    )
    fc.assert(
      fc.property(lines, fc.boolean(), (drawn, includes_vat) => {
        const told = drawn.map(({ price, quantity, vat_rate }) => {
          const unit_price = `${price / 100n}.${String(price % 100n).padStart(2, "0")}`
          return vatOfLine(line(unit_price, String(quantity), vat_rate), includes_vat, "rub")
        })
        const totals = totalsOfLines(told, includes_vat, "rub")
        const exact = drawn.reduce((sum, { price, quantity }) => sum + price * BigInt(quantity), 0n)
        const taxes = told.reduce((sum, { vat }) => sum + kopecks(vat ?? "0.00"), 0n)
        expect([kopecks(totals.amount), kopecks(totals.vat ?? "0.00")]).toEqual([exact, taxes])
        expect(kopecks(totals.amount_with_vat)).toBe(includes_vat ? exact : exact + taxes)
        expect(totalsOfLines([...told].reverse(), includes_vat, "rub")).toEqual(totals)
      })
    )
  })
})
