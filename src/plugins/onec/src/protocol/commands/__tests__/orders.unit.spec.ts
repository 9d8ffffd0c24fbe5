import { ErpWorkflows, type OutboundOrder } from "@kontor/framework"
import { resolveOptions } from "../../options"
import type { ExchangeContext, Session } from "../context"
import { confirmOrders, queryOrders } from "../orders"

const order = (order_id: string): OutboundOrder => ({
  order_id,
  number: order_id.toUpperCase(),
  placed_at: new Date("2026-01-31T10:00:00Z"),
  currency_code: "rub",
  total: "10.00",
  comment: null,
  is_cancelled: false,
  buyer: { external_id: null, name: "ООО Ромашка", official_name: "ООО «Ромашка»", inn: "7707083893", kpp: null, address: null },
  contract: { external_id: null, number: "1" },
  employee: { name: "Иван", email: "ivan@example.com", phone: null },
  lines: [
    {
      offer_external_id: "item-1",
      article: null,
      name: "Дрель",
      unit_code: "796",
      unit_name: "шт",
      asked: null,
      quantity: "1",
      unit_price: "10.00",
      amount: "10.00",
      vat_rate: "20",
    },
  ],
})

/** A core that has these unconfirmed orders, and a session that remembers what it was given, as the database does. */
function world(unconfirmed: OutboundOrder[]) {
  const session: Session = {
    id: "onse_1",
    account_id: "onac_1",
    type: "sale",
    version: null,
    sent_order_ids: null,
    sent_partners: null,
    login: "1c",
    source: "main",
    dialect: "auto",
    file_limit: null,
  }
  const run = jest.fn(async (workflow: string, _input: unknown) => (workflow === ErpWorkflows.collectOrders ? unconfirmed : undefined))
  const onec: Partial<ExchangeContext["onec"]> = {
    rememberSentOrders: async (_id: string, ids: string[]) => {
      session.sent_order_ids = [...(session.sent_order_ids ?? []), ...ids]
    },
  }
  const context = { onec: onec as ExchangeContext["onec"], run, options: resolveOptions({}) } as Partial<ExchangeContext> as ExchangeContext
  return { context, session, run }
}

describe("orders given to 1C", () => {
  it("are those of its base, each once in a session, so that a client that asks until nothing comes gets to the end", async () => {
    const { context, session, run } = world([order("a"), order("b")])
    const first = await queryOrders(context, session)
    expect(run).toHaveBeenCalledWith(ErpWorkflows.collectOrders, { source: "main", limit: 500 })
    expect(first.body.match(/<Номер>\w+<\/Номер>/g)).toEqual(["<Номер>A</Номер>", "<Номер>B</Номер>"])
    const second = await queryOrders(context, session)
    expect(second.body).toMatch(/^<\?xml/)
    expect(second.body).not.toContain("<Документ>")
  })

  it("come again in another session until they are confirmed", async () => {
    const { context, session } = world([order("a")])
    await queryOrders(context, session)
    const next = await queryOrders(context, { ...session, id: "onse_2", sent_order_ids: null })
    expect(next.body).toContain("<Номер>A</Номер>")
  })

  it("are confirmed exactly as given: what was placed since is not", async () => {
    const { context, session, run } = world([order("a")])
    await queryOrders(context, session)
    expect((await confirmOrders(context, session)).body).toBe("success")
    expect(run).toHaveBeenLastCalledWith(ErpWorkflows.confirmOrders, { source: "main", order_ids: ["a"] })
  })

  it("need no confirmation when there were none", async () => {
    const { context, session, run } = world([])
    await queryOrders(context, session)
    await confirmOrders(context, session)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it("are wrapped in containers for the client that names a version", async () => {
    const { context, session } = world([order("a")])
    expect((await queryOrders(context, { ...session, version: "3.1" })).body).toContain("<Контейнер>")
    expect((await queryOrders(context, session)).body).not.toContain("<Контейнер>")
  })

  it("have their moment even when the workflow engine gave it as text", async () => {
    const asText = JSON.parse(JSON.stringify(order("a")))
    const { context, session } = world([asText])
    expect((await queryOrders(context, session)).body).toContain("<Дата>2026-01-31</Дата>")
  })
})
