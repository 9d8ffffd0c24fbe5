import { isNoticeDue, type WaitingNotice } from "../is-notice-due"

const drop: WaitingNotice = { kind: "price_drop", price_at: "10.00", is_in_stock: true }
const stock: WaitingNotice = { kind: "back_in_stock", price_at: "10.00", is_in_stock: true }

describe("isNoticeDue", () => {
  it.each<[string, WaitingNotice, string | null, string | null, boolean]>([
    ["tells of a price that is a kopeck lower", drop, "9.99", null, true],
    ["tells not of the same price, however it is written", drop, "10", null, false],
    ["tells not of a higher price", drop, "10.01", null, false],
    ["tells of a lower price of what is out of stock", { ...drop, is_in_stock: false }, "9", null, true],
    ["tells of what is in stock again, whatever it costs", stock, "12", null, true],
    ["tells not of what is still out of stock", { ...stock, is_in_stock: false }, "12", null, false],
    ["tells not of stock without a price", stock, null, null, false],
    ["tells not of a price that is gone", drop, null, null, false],
    ["tells not of what is withheld from sale", stock, "10", "Season", false],
  ])("%s", (_, notice, price, withheld, isDue) => {
    expect(isNoticeDue(notice, { price, withheld })).toBe(isDue)
  })
})
