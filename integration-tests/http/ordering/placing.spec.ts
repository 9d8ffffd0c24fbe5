import { ErpWorkflows, type OutboundOrder } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"

jest.setTimeout(180_000)

type Trade = Awaited<ReturnType<typeof createTrade>>
type Session = Trade["session"]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Trade
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const count = async (table: string) => Number((await db()(table).whereNull("deleted_at").count())[0]?.count)

    /** A cart with so many base units of the n-th products. */
    const fill = async (lines: Record<number, number>, session: Session = trade.session): Promise<string> => {
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart
      if (Object.keys(lines).length === 0) {
        return id
      }
      const asked = Object.entries(lines).map(([n, quantity]) => ({ article: articleOf(Number(n)), quantity }))
      const { data } = await api.post(`/store/carts/${id}/lines`, { lines: asked }, session)
      expect(data.refused).toBe(0)
      return id
    }
    const place = (cartId: string, body = {}, session: Session = trade.session) =>
      answerOf(api.post(`/store/carts/${cartId}/complete`, body, session))
    const run = async (workflow: string, input: unknown) =>
      (await getContainer().resolve(Modules.WORKFLOW_ENGINE).run(workflow, { input })).result as unknown
    const collect = async () => (await run(ErpWorkflows.collectOrders, { source: TEST_SOURCE })) as OutboundOrder[]

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
    })

    describe("placing", () => {
      it("gives the order under the number the ERP will know, and closes the cart", async () => {
        const cartId = await fill({ 1: 3, 2: 6 })
        const { status, data } = await place(cartId, { expected_total: "19.5", comment: "Call first" })
        expect(status).toBe(200)
        expect(data).toMatchObject({ type: "order", order: { number: expect.stringMatching(/^K\d{8}$/), total: "19.50", line_count: 2 } })
        expect((await api.get(`/store/carts/${cartId}`, trade.session)).data.cart.completed_at).not.toBeNull()
        const added = await answerOf(
          api.post(`/store/carts/${cartId}/lines`, { lines: [{ article: articleOf(1), quantity: 1 }] }, trade.session)
        )
        expect(added.data.code).toBe("cart_completed")
      })

      it("gives the same order when it is asked again", async () => {
        const cartId = await fill({ 1: 3 })
        const first = await place(cartId)
        const second = await place(cartId)
        expect([second.status, second.data.order.id]).toEqual([200, first.data.order.id])
        expect([await count("order"), await count("erp_outbox"), await count("reservation_item")]).toEqual([1, 1, 1])
      })

      it("tells subscribers once, after the order is there", async () => {
        const told: unknown[] = []
        getContainer()
          .resolve(Modules.EVENT_BUS)
          .subscribe("order.placed", async ({ data }) => void told.push(data))
        const cartId = await fill({ 1: 3 })
        const { data } = await place(cartId)
        await place(cartId)
        await new Promise((resolve) => setTimeout(resolve, 300))
        expect(told).toEqual([{ id: data.order.id }])
      })

      it("takes a line from the fullest warehouse and splits it only when none holds it", async () => {
        await place(await fill({ 1: 70 }))
        const reserved = await db()("reservation_item").select("quantity", "raw_quantity").orderBy("quantity", "desc")
        expect(reserved).toEqual([
          { quantity: "60", raw_quantity: { value: "60", precision: 20 } },
          { quantity: "10", raw_quantity: { value: "10", precision: 20 } },
        ])
        const levels = await db()("inventory_level").where("reserved_quantity", ">", 0).orderBy("reserved_quantity", "desc")
        expect(levels.map((level) => [level.reserved_quantity, level.raw_reserved_quantity.value])).toEqual([
          ["60", "60"],
          ["10", "10"],
        ])
      })

      it("leaves nothing behind when its last statement fails", async () => {
        const cartId = await fill({ 1: 3 })
        await db().raw(`
          create function refuse_outbox() returns trigger language plpgsql as $$ begin raise exception 'disk is full'; end $$;
          create trigger refuse_outbox before insert on erp_outbox for each row execute function refuse_outbox()`)
        expect((await place(cartId)).status).toBe(500)
        expect([await count("order"), await count("order_line_item"), await count("reservation_item")]).toEqual([0, 0, 0])
        expect(Number((await db()("inventory_level").sum("reserved_quantity as sum"))[0]?.sum)).toBe(0)
        await db().raw(`drop trigger refuse_outbox on erp_outbox; drop function refuse_outbox()`)
        expect((await place(cartId)).status).toBe(200)
      })
    })

    describe("refusals", () => {
      it("come all together and change nothing but the prices the dealer has to see", async () => {
        const cartId = await fill({ 1: 3, 2: 6, 4: 100 })
        await loadRecords(getContainer(), [change.price(1, "wholesale", "1.75"), change.stock(4, "near", "20")])
        const { status, data } = await place(cartId, { expected_total: "1.00" })
        expect([status, data.type, data.code]).toEqual([400, "not_allowed", "order_refused"])
        expect(data.refusals.map(({ code }: { code: string }) => code)).toEqual(["price_changed", "insufficient_stock", "total_changed"])
        expect(data.refusals[0]).toMatchObject({ subject: articleOf(1), details: { old_unit_price: "1.5", unit_price: "1.75" } })
        expect(data.refusals[1]).toMatchObject({ details: { available: "60", quantity: "100" } })
        expect([await count("order"), await count("reservation_item")]).toEqual([0, 0])
      })

      it("of a changed price let the second attempt pass with the price seen", async () => {
        const cartId = await fill({ 1: 3 })
        await loadRecords(getContainer(), [change.price(1, "wholesale", "1.75")])
        expect((await place(cartId)).data.refusals).toMatchObject([{ code: "price_changed" }])
        const [item] = (await api.get(`/store/carts/${cartId}`, trade.session)).data.cart.items
        expect(item.unit_price).toBe(1.75)
        expect((await place(cartId)).data.order.total).toBe("5.25")
      })

      it.each([
        ["an empty cart", async () => undefined, {}, "cart_empty"],
        ["a contract that is blocked", async () => db()("contract").update({ state: "blocked" }), { 1: 1 }, "contract_blocked"],
        ["a legal entity that is blocked", async () => db()("legal_entity").update({ state: "blocked" }), { 1: 1 }, "entity_not_active"],
        ["a product that has left the list", async () => db()("catalog_entry").update({ is_listed: false }), { 1: 1 }, "not_listed"],
        ["a price that is gone", async () => db()("type_price").del(), { 1: 1 }, "no_price"],
        ["a contract in another currency", async () => db()("contract").update({ currency_code: "eur" }), { 1: 1 }, "currency_mismatch"],
      ])("name %s", async (_title, spoil, lines, code) => {
        const cartId = await fill(lines)
        await spoil()
        const { status, data } = await place(cartId)
        expect(status).toBe(400)
        expect(data.refusals.map((refusal: { code: string }) => refusal.code)).toContain(code)
        expect(await count("order")).toBe(0)
      })

      it("hide the cart of another dealer", async () => {
        const cartId = await fill({ 1: 1 })
        expect((await place(cartId, {}, await trade.hire("2"))).status).toBe(404)
      })
    })

    describe("at the same moment", () => {
      // Without `for update` in lock-cart.ts each of them makes an order of its own.
      it("five requests for one cart give one order", async () => {
        const cartId = await fill({ 1: 3 })
        const answers = await Promise.all(Array.from({ length: 5 }, () => place(cartId)))
        expect(new Set(answers.map(({ data }) => data.order?.id)).size).toBe(1)
        expect([await count("order"), await count("reservation_item")]).toEqual([1, 1])
      })

      // Without `for update` in lock-stock.ts both get the goods.
      it("two carts that want the last goods give one order and one refusal", async () => {
        const carts = [await fill({ 1: 100, 4: 100 }), await fill({ 4: 100, 1: 100 })]
        const answers = await Promise.all(carts.map((cartId) => place(cartId)))
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
        const refused = answers.find(({ status }) => status === 400)
        expect(refused?.data.refusals.map(({ code }: { code: string }) => code)).toEqual(["insufficient_stock", "insufficient_stock"])
        const oversold = await db()("inventory_level").whereRaw("reserved_quantity > stocked_quantity")
        expect(oversold).toEqual([])
      })
    })

    describe("the same cart placed by Medusa's own workflow", () => {
      const FIELDS = [
        "*",
        "total",
        "subtotal",
        "item_total",
        "tax_total",
        "discount_total",
        "original_total",
        "summary.*",
        "items.*",
        "items.detail.*",
        "items.tax_lines.*",
        "items.adjustments.*",
        "items.total",
        "items.subtotal",
        "shipping_address.*",
        "billing_address.*",
        "shipping_methods.*",
        "transactions.*",
        "customer.id",
        "sales_channel.id",
        "region.id",
      ]
      /** Identities, moments and what Kontor puts beside Medusa's fields differ by nature. */
      const VOLATILE = new Set([
        "id",
        "display_id",
        "created_at",
        "updated_at",
        "order_id",
        "item_id",
        "metadata",
        "shipping_address_id",
        "is_tax_inclusive",
        "requires_shipping",
      ])
      const stable = (value: unknown): unknown => {
        if (Array.isArray(value)) {
          return value.map(stable)
        }
        const isPlain = typeof value === "object" && value !== null && !(value instanceof Date)
        return isPlain
          ? Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (VOLATILE.has(key) ? [] : [[key, stable(part)]])))
          : value
      }
      const byVariant = (a: { variant_id?: string | null }, b: { variant_id?: string | null }) =>
        String(a.variant_id).localeCompare(String(b.variant_id))
      /** Placing adds to each line why it costs what it costs; Medusa's own workflow copies what the line of the cart has. */
      const withoutReason = (order: unknown): unknown =>
        JSON.parse(JSON.stringify(order), (key, value) => (key === "kontor" ? { ...value, price: undefined } : value))
      const graph = async (id: string) => {
        const { data } = await getContainer()
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({ entity: "order", fields: FIELDS, filters: { id } })
        const plain = JSON.parse(JSON.stringify(data[0]))
        return withoutReason(stable({ ...plain, items: plain.items.sort(byVariant) }))
      }

      it("is the same order to Medusa's query and to the admin", async () => {
        const ours = (await place(await fill({ 1: 3, 2: 6 }))).data.order.id
        const stock = await completeByStock(getContainer(), await fill({ 1: 3, 2: 6 }))
        expect(await graph(ours)).toEqual(await graph(stock))
        const staff = await createStaffSession(getContainer())
        const admin = async (id: string) => {
          const { order } = (await api.get(`/admin/orders/${id}?fields=*payment_collections`, staff)).data
          const { payment_collections: _p, payment_status: _s, ...rest } = order
          return stable({ ...rest, items: order.items.sort(byVariant) })
        }
        expect(withoutReason(await admin(ours))).toEqual(withoutReason(await admin(stock)))
      })

      it("is the same to the dealer, the staff and the ERP, with why each line costs what it costs", async () => {
        const [ours, stock] = [
          (await place(await fill({ 1: 3, 2: 6 }))).data.order.id,
          await completeByStock(getContainer(), await fill({ 1: 3, 2: 6 })),
        ]
        const staff = await createStaffSession(getContainer())
        const prices = async (id: string) =>
          (await api.get(`/admin/orders/${id}/prices`, staff)).data.lines
            .map(({ id: _id, ...line }: { id: string; article: string }) => line)
            .sort((a: { article: string }, b: { article: string }) => a.article.localeCompare(b.article))
        expect(await prices(stock)).toEqual(await prices(ours))
        expect((await prices(stock))[0].explanation.steps.map(({ code }: { code: string }) => code)).toEqual(["base_price", "rounded"])
        const { orders } = (await api.get("/store/company-orders", trade.session)).data
        expect(orders.map(({ id }: { id: string }) => id).sort()).toEqual([ours, stock].sort())
        const { metadata } = await db()("order").where({ id: stock }).first("metadata")
        expect(metadata.kontor).toEqual((await db()("order").where({ id: ours }).first("metadata")).metadata.kontor)
        const rows = (table: string) => db()(table).whereIn("order_id", [ours, stock]).orderBy("order_id")
        for (const table of ["order_contract", "order_legal_entity", "order_reservation"]) {
          const [one, other] = (await rows(table)).map(({ order_id: _order, id: _id, ...row }: Record<string, unknown>) =>
            Object.fromEntries(Object.entries(row).filter(([, value]) => !(value instanceof Date)))
          )
          expect([table, other]).toEqual([table, one])
        }
        const collected = (await collect()).map(({ lines, total }) => ({
          total,
          lines: [...lines].sort((a, b) => a.name.localeCompare(b.name)),
        }))
        expect(collected).toHaveLength(2)
        expect(collected[1]).toEqual(collected[0])
        expect(await db()("audit_entry").where({ action: "order.placed", subject_id: stock })).toMatchObject([{ actor_kind: "system", after: { total: "19.5" } }]) // prettier-ignore
      })

      it("takes its goods of the contract's warehouses, and nothing is left of one that cannot have them", async () => {
        const far = await internalId(getContainer(), "warehouse", "far")
        const id = await fill({ 1: 50 })
        await db()("contract").update({ warehouse_ids: [far] })
        await expect(completeByStock(getContainer(), id)).rejects.toMatchObject({ code: "insufficient_stock" })
        for (const table of ["order_contract", "order_reservation", "erp_outbox", "demand"]) {
          expect([table, await db()(table)]).toEqual([table, []])
        }
        expect(await db()("inventory_level").where("reserved_quantity", ">", 0)).toEqual([])
        await completeByStock(getContainer(), await fill({ 3: 5 }))
        const blocked = await fill({ 1: 1 })
        await db()("contract").update({ state: "blocked" })
        await expect(completeByStock(getContainer(), blocked)).rejects.toMatchObject({ code: "contract_blocked" })
        expect(await db()("reservation_item").whereNull("deleted_at").select("location_id", "quantity")).toEqual([{ location_id: far, quantity: "5" }]) // prettier-ignore
      })

      it("reserves as much, and the order can be cancelled, which frees it", async () => {
        const ours = (await place(await fill({ 1: 3 }))).data.order.id
        await completeByStock(getContainer(), await fill({ 1: 3 }))
        const reserved = async () =>
          (await db()("reservation_item").whereNull("deleted_at").select("quantity", "raw_quantity", "allow_backorder")) as unknown[]
        const [first, second] = await reserved()
        expect(first).toEqual(second)
        await api.post(`/admin/orders/${ours}/cancel`, {}, await createStaffSession(getContainer()))
        expect(await reserved()).toHaveLength(1)
        const levels = await db()("inventory_level").where("reserved_quantity", ">", 0)
        expect(levels.map((level) => level.reserved_quantity)).toEqual(["3"])
      })
    })

    describe("on the way to the ERP", () => {
      it("an order goes whole, with the ERP's own ids, until it is confirmed", async () => {
        await place(await fill({ 1: 3, 3: 24 }), { comment: "Call first" })
        const [order, ...others] = await collect()
        expect(others).toEqual([])
        expect(order).toMatchObject({
          number: "K00000001",
          currency_code: "rub",
          total: "88.50",
          comment: "Call first",
          is_cancelled: false,
          buyer: { external_id: "e1", name: "Dealer 1", official_name: "Dealer 1", inn: "7700000001" },
          contract: { external_id: "c1", number: "C-1" },
          employee: { name: "Ivan Petrov" },
        })
        expect(new Date(order?.placed_at ?? 0).getFullYear()).toBeGreaterThan(2000)
        expect(order?.lines).toEqual([
          {
            offer_external_id: "p1",
            article: articleOf(1),
            name: "Product 1",
            unit_code: "796",
            unit_name: "шт",
            asked: null,
            quantity: "3",
            reserved: "3",
            unit_price: "1.50",
            amount: "4.50",
            vat_rate: "20",
          },
          {
            offer_external_id: "p3",
            article: articleOf(3),
            name: "Product 3",
            unit_code: "796",
            unit_name: "шт",
            asked: null,
            quantity: "24",
            reserved: "24",
            unit_price: "3.50",
            amount: "84.00",
            vat_rate: "20",
          },
        ])
        expect(await collect()).toHaveLength(1)
        await run(ErpWorkflows.confirmOrders, { source: TEST_SOURCE, order_ids: [order?.order_id] })
        expect(await collect()).toEqual([])
      })

      it("an order with a product the ERP does not know waits with its reason, and the others go", async () => {
        const held = (await place(await fill({ 1: 1, 4: 1 }))).data.order.id
        const sent = (await place(await fill({ 3: 1 }))).data.order.id
        const variant = await internalId(getContainer(), "offer", "p4")
        const mapping = await db()("erp_mapping").where({ kind: "offer", internal_id: variant }).first()
        await db()("erp_mapping").where({ kind: "offer", internal_id: variant }).del()
        expect((await collect()).map(({ order_id }) => order_id)).toEqual([sent])
        const row = await db()("erp_outbox").where({ subject_id: held }).first()
        expect([row.state, row.last_error]).toEqual(["failed", `1 of 2 lines have no offer in "${TEST_SOURCE}": ${articleOf(4)} Product 4`])
        const run = await db()("exchange_run").where({ direction: "out" }).first()
        expect([run.source, run.kind, run.counts.orders.received, run.issue_count]).toEqual([TEST_SOURCE, "orders", 1, 1])
        expect(await db()("exchange_run_issue").where({ run_id: run.id })).toMatchObject([{ code: "order_not_mapped", subject: held }])
        await db()("erp_mapping").insert(mapping)
        expect((await collect()).map(({ order_id }) => order_id)).toEqual([held, sent])
      })

      it("another base that does not know the buyer gets nothing", async () => {
        await place(await fill({ 1: 1 }))
        expect(await run(ErpWorkflows.collectOrders, { source: "other-erp" })).toEqual([])
      })

      it("a confirmation of what was never sent changes nothing", async () => {
        const id = (await place(await fill({ 1: 1 }))).data.order.id
        expect(await run(ErpWorkflows.confirmOrders, { source: TEST_SOURCE, order_ids: [id] })).toEqual({ order_ids: [] })
      })
    })

    describe("orders of the company", () => {
      const list = async (session: Session, query = "") => (await api.get(`/store/company-orders${query}`, session)).data

      it("are seen by all of the entity but the ordinary, who sees his own, and by nobody else", async () => {
        const ordinary = await trade.hire("1", "ordinary")
        const other = await trade.hire("2")
        await place(await fill({ 1: 1 }))
        const own = (await place(await fill({ 3: 1 }, ordinary), {}, ordinary)).data.order.id
        expect(await list(trade.session)).toMatchObject({ count: 2, orders: [{ id: own }, {}] })
        expect(await list(ordinary)).toMatchObject({
          count: 1,
          orders: [{ id: own, stage: "waiting_for_erp", placed_by: { name: "Ivan Petrov" } }],
        })
        expect(await list(other)).toEqual({ count: 0, orders: [], limit: 20, offset: 0 })
        expect((await answerOf(api.get(`/store/company-orders/${own}`, other))).status).toBe(404)
      })

      it("are found by number and by article, and counted beyond the last page", async () => {
        const { order } = (await place(await fill({ 1: 1 }))).data
        await place(await fill({ 3: 1 }))
        expect((await list(trade.session, `?q=${order.number}`)).orders).toMatchObject([{ id: order.id }])
        expect((await list(trade.session, `?q=art-000001`)).orders).toMatchObject([{ id: order.id }])
        expect(await list(trade.session, `?q=%25`)).toMatchObject({ count: 0 })
        expect(await list(trade.session, `?limit=1&offset=5`)).toMatchObject({ count: 2, orders: [] })
      })

      it("open with lines, money and what the ERP says of them", async () => {
        const { order } = (await place(await fill({ 1: 3 }))).data
        await db()("order_state").insert({
          id: "ords_1",
          order_id: order.id,
          status: "К отгрузке",
          erp_number: "0000-1",
          is_posted: true,
          is_cancelled: false,
          paid_on: "2026-02-01",
          as_of: new Date(),
        })
        const { data } = await api.get(`/store/company-orders/${order.id}`, trade.session)
        expect(data.order).toMatchObject({
          number: order.number,
          total: "4.50",
          stage: "paid",
          legal_entity: { name: "Dealer 1" },
          contract: { number: "C-1" },
          erp: { status: "К отгрузке", number: "0000-1" },
          lines: [{ article: articleOf(1), quantity: "3", unit: "шт", unit_price: "1.50", retail_price: "3.00", amount: "4.50" }],
        })
        expect(data.order).not.toHaveProperty("outbox_state")
      })
    })
  },
})
