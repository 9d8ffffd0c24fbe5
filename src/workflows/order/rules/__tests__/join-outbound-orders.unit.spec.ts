import type { OutboundOrder } from "@kontor/framework"
import type { OutboundLineRow } from "../../../../database/ordering/outbound-orders"
import { joinOutboundOrders } from "../join-outbound-orders"

const head = (order_id: string): Omit<OutboundOrder, "lines"> => ({
  order_id,
  number: "K00000001",
  placed_at: new Date(0),
  currency_code: "rub",
  total: "10.00",
  comment: null,
  is_cancelled: false,
  buyer: { external_id: null, name: "ООО", official_name: "ООО", inn: null, kpp: null, address: null },
  contract: { external_id: null, number: "1" },
  employee: { name: "Иван", email: "ivan@example.ru", phone: null },
})
const line = (order_id: string, offer_external_id: string | null): OutboundLineRow => ({
  order_id,
  offer_external_id,
  article: "A-1",
  name: "Hammer",
  unit_code: "796",
  unit_name: "шт",
  asked: null,
  quantity: "1",
  unit_price: "10.00",
  amount: "10.00",
  vat_rate: "20",
})

describe("joinOutboundOrders", () => {
  it("puts every line to its order and keeps their order", () => {
    const { orders, failures } = joinOutboundOrders("main", [head("a"), head("b")], [line("a", "1"), line("b", "2"), line("a", "3")])
    expect(orders.map(({ order_id, lines }) => [order_id, lines.map((item) => item.offer_external_id)])).toEqual([
      ["a", ["1", "3"]],
      ["b", ["2"]],
    ])
    expect(failures).toEqual([])
  })

  it("holds back an order with a line unknown to the ERP and sends the others", () => {
    const { orders, failures } = joinOutboundOrders("main", [head("a"), head("b")], [line("a", "1"), line("a", null), line("b", "2")])
    expect(orders.map(({ order_id }) => order_id)).toEqual(["b"])
    expect(failures).toEqual([{ order_id: "a", message: '1 of 2 lines have no offer in "main": A-1 Hammer' }])
  })

  it("holds back an order without lines", () => {
    expect(joinOutboundOrders("main", [head("a")], []).failures).toEqual([{ order_id: "a", message: "The order has no lines" }])
  })
})
