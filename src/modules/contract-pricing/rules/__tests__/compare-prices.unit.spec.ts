import { comparePrices, type StandingPrice, type WantedPrice } from "../compare-prices"
import { readDecimal, readNumber } from "../read-decimal"

const standing = (entry_key: number, amount: string, rest: Partial<StandingPrice> = {}): StandingPrice => ({
  ...{
    entry_key,
    article: `A${entry_key}`,
    from_quantity: "0",
    starts_on: null,
    ends_on: null,
    amount,
    coefficient: "1",
    source: "portal",
  },
  ...rest,
})
const wanted = (entry_key: number, amount: string | null, rest: Partial<WantedPrice> = {}): WantedPrice => ({
  ...{ file_row: entry_key + 1, entry_key, article: `A${entry_key}`, from_quantity: "0", starts_on: null, ends_on: null, amount },
  coefficient: "1",
  ...rest,
})

describe("reading an amount", () => {
  it.each([
    ["12", "12"],
    ["12,5", "12.5"],
    ["1 234,50 ₽", "1234.5"],
    ["1\u00a0234.50 руб.", "1234.5"],
    ["1.234,50", "1234.5"],
    ["1,234,567", "1234567"],
    ["0,125", "0.125"],
    ["1234,567", "1234.567"],
    [",5", "0.5"],
    ["007", "7"],
    ["0.0000005", "0.000001"],
    ["9.9999999", "10"],
    ["-0", "0"],
    ["99999999999999", "99999999999999"],
  ])("%s is %s", (text, decimal) => {
    expect(readDecimal(text)).toEqual({ decimal })
  })

  it.each([
    ["1,234", "ambiguous"],
    ["12.345", "ambiguous"],
    ["-1", "negative"],
    ["100000000000000", "too_large"],
    ["99999999999999.9999999", "too_large"],
    ["1.2.3", "unreadable"],
    ["1,23.456,7", "unreadable"],
    ["=1+1", "unreadable"],
    ["1e5", "unreadable"],
    ["по запросу", "unreadable"],
  ])("%s is %s", (text, problem) => {
    expect(readDecimal(text)).toEqual({ problem })
  })

  it.each([
    [0.1 + 0.2, { decimal: "0.3" }],
    [1.234, { decimal: "1.234" }],
    [1234.5, { decimal: "1234.5" }],
    [-1e-9, { decimal: "0" }],
    [99_999_999_999_999, { decimal: "99999999999999" }],
    [100_000_000_000_000, { problem: "too_large" }],
    [-3.25, { problem: "negative" }],
    [Number.NaN, { problem: "unreadable" }],
  ])("takes the number %d of a cell as far as a price goes", (value, read) => {
    expect(readNumber(value)).toEqual(read)
  })
})

describe("comparing a file with the prices that stand", () => {
  const compare = (known: StandingPrice[], file: WantedPrice[], spared: number[] = []) => {
    const { differences, unchanged } = comparePrices(known, file, { mark_percent: "20", spared: new Set(spared) })
    return { unchanged, rows: differences.map(({ status, code, entry_key, percent, is_marked }) => [entry_key, status, code, percent, is_marked]) }
  } // prettier-ignore

  it("finds nothing where nothing differs, however a number is written", () => {
    expect(compare([standing(1, "10.500000"), standing(2, "0")], [wanted(2, "0"), wanted(1, "10.5")])).toEqual({ unchanged: 2, rows: [] })
  })

  it.each([
    ["100", "120", "20", false],
    ["100", "120.01", "20.01", true],
    ["100", "80", "-20", false],
    ["100", "79.99", "-20.01", true],
    ["3", "4", "33.33", true],
    ["0", "0.01", null, true],
  ])("from %s to %s moves by %s percent, beyond twenty or not: marked %#", (old, next, percent, is_marked) => {
    expect(compare([standing(1, old)], [wanted(1, next)]).rows).toEqual([[1, "changed", null, percent, is_marked]])
  })

  it("calls new what was not there, and gone what the file has not, or has without a price", () => {
    expect(compare([standing(1, "1"), standing(2, "2")], [wanted(3, "3"), wanted(2, null), wanted(4, null)]).rows).toEqual([
      [3, "created", null, null, false],
      [2, "removed", null, null, false],
      [1, "removed", null, null, false],
    ])
  })

  it("keeps the price of a product whose row could not be read", () => {
    expect(compare([standing(1, "1"), standing(2, "2")], [], [2]).rows).toEqual([[1, "removed", null, null, false]])
  })

  it("takes the second of two rows for one price for a problem, but not one from another quantity or day", () => {
    const file = [wanted(1, "5"), wanted(1, "6"), wanted(1, "5", { from_quantity: "10" }), wanted(1, "5", { starts_on: "2026-01-01" })]
    expect(compare([], file).rows.map(([, status, code]) => [status, code])).toEqual([
      ["created", null], ["problem", "duplicate"], ["created", null], ["created", null],
    ]) // prettier-ignore
  })

  it("leaves prices of the ERP alone: the same is unchanged, another is a problem, and none goes", () => {
    const known = [1, 2, 3, 4].map((key) => standing(key, "10", { source: "erp" }))
    expect(compare(known, [wanted(1, "10"), wanted(2, "11"), wanted(3, null)])).toEqual({
      unchanged: 2,
      rows: [[2, "problem", "erp_owned", null, false]],
    })
  })

  it("takes another last day for a change", () => {
    expect(compare([standing(1, "10", { ends_on: "2026-01-31" })], [wanted(1, "10")]).rows).toEqual([[1, "changed", null, "0", false]])
  })
})
