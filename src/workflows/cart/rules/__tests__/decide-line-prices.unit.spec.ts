import type { PricedCartLine, PriceNotice } from "../../../../database/ordering/open-cart-lines"
import { decideLinePrices, type PriceNow } from "../decide-line-prices"
import { tellNotices } from "../tell-price"

const NOW = "2026-02-02T10:00:00.000Z"
const BEFORE = "2026-02-01T10:00:00.000Z"

function line(data: Partial<PricedCartLine> = {}): PricedCartLine {
  return {
    id: "l",
    variant_id: "v",
    entry_key: 1,
    title: "Drill",
    quantity: "6",
    unit_price: "10.5",
    is_custom_price: false,
    article: "A-1",
    is_listed: true,
    compare_at_unit_price: "20",
    priced_quantity: "6",
    notice: null,
    vat_rate: null,
    ...data,
  }
}

const costs = (price: string | null, retail_price: string | null = "20.00"): PriceNow => ({ price, retail_price })
const decide = (cartLine: PricedCartLine, now: PriceNow | null, put: string[] = []) =>
  decideLinePrices([cartLine], new Map(now ? [["l", now]] : []), { put: new Set(put), at: NOW })[0]
const notice = (data: Partial<PriceNotice> = {}): PriceNotice => ({ code: "price_changed", from: "9", to: "10.50", at: BEFORE, ...data })

describe("decideLinePrices", () => {
  it("writes nothing into a line that costs what it holds, however that is written", () => {
    expect(decide(line(), costs("10.50"))).toBeUndefined()
  })

  it("writes a price that differs by a kopeck, and tells it", () => {
    expect(decide(line(), costs("10.51"))).toEqual({
      line_id: "l",
      unit_price: "10.51",
      compare_at_unit_price: "20.00",
      priced_quantity: "6",
      notice: { code: "price_changed", from: "10.5", to: "10.51", at: NOW },
    })
  })

  it("keeps a notice with its moment while nothing changes, and keeps what the line was put in at when it does", () => {
    expect(decide(line({ notice: notice() }), costs("10.50"))).toBeUndefined()
    expect(decide(line({ notice: notice() }), costs("11.00"))?.notice).toEqual({ ...notice(), to: "11.00", at: NOW })
  })

  it("takes a notice back when the line costs again what it was put in at", () => {
    expect(decide(line({ notice: notice() }), costs("9.00"))).toMatchObject({ unit_price: "9.00", notice: null })
  })

  it.each([
    ["was put this moment", line({ notice: notice() }), ["l"]],
    ["has another quantity than the one priced", line({ notice: notice(), priced_quantity: "5" }), []],
  ])("is silent about a line that %s", (_title, cartLine, put) => {
    expect(decide(cartLine, costs("11.00"), put)).toMatchObject({ unit_price: "11.00", priced_quantity: "6", notice: null })
  })

  it("compares a line that no cart has priced yet, and notes that it is priced now", () => {
    expect(decide(line({ priced_quantity: null }), costs("10.50"))).toMatchObject({ priced_quantity: "6", notice: null })
    expect(decide(line({ priced_quantity: null }), costs("11.00"))?.notice).toMatchObject({ from: "10.5", to: "11.00" })
  })

  it("forgets a notice when a stock route has written another price since", () => {
    expect(decide(line({ notice: notice({ to: "12" }) }), costs("11.00"))?.notice).toMatchObject({ from: "10.5", to: "11.00" })
  })

  it("leaves the last price of a line that has none any more, and tells that once", () => {
    const gone = decide(line(), costs(null, null))
    expect(gone).toMatchObject({ unit_price: "10.5", compare_at_unit_price: "20", notice: { code: "no_price", from: "10.5", to: null } })
    expect(decide(line({ notice: notice({ code: "no_price", from: "10.5", to: null }) }), costs(null, null))).toBeUndefined()
    expect(decide(line({ notice: notice({ code: "no_price", from: "10.5", to: null }) }), costs("10.50"))?.notice).toBeNull()
    expect(decide(line(), costs(null, null), ["l"])?.notice).toMatchObject({ code: "no_price" })
  })

  it("writes a retail price that changed alone, without a word", () => {
    expect(decide(line(), costs("10.50", null))).toMatchObject({ compare_at_unit_price: null, notice: null })
  })

  it.each([
    ["that the catalogue does not list", line({ is_listed: false }), costs("1.00")],
    ["whose variant is unknown to it", line({ entry_key: null }), null],
  ])("leaves a line %s as it is", (_title, cartLine, now) => {
    expect(decide(cartLine, now)).toBeUndefined()
  })
})

describe("tellNotices", () => {
  const contract = { id: "ctr", number: "C-1", currency_code: "rub" }

  it("names product, contract and both amounts of each line that carries a notice", () => {
    const lines = [line({ notice: notice() }), line({ id: "m", article: null, notice: notice({ code: "no_price", to: null }) }), line()]
    expect(tellNotices(lines, contract, new Map()).map(({ code, message, subject }) => [code, message, subject])).toEqual([
      ["price_changed", 'The price of "Drill" (A-1) under contract C-1 has changed from 9 to 10.50 RUB', "A-1"],
      ["no_price", '"Drill" has no price for 6 under contract C-1; it cost 9 RUB', "v"],
    ])
  })
})
