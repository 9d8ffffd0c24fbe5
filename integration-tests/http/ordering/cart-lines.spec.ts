import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { answerOf } from "../../helpers/answer-of"
import { orderForm } from "../../helpers/order-form"

jest.setTimeout(180_000)

type Trade = Awaited<ReturnType<typeof createTrade>>

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Trade
    let cartId: string
    const cart = async () => (await api.get(`/store/carts/${cartId}`, trade.session)).data.cart
    const put = (lines: unknown[], mode = "add") => answerOf(api.post(`/store/carts/${cartId}/lines`, { lines, mode }, trade.session))
    const line = (n: number, quantity: unknown, rest = {}) => ({ article: articleOf(n), quantity, ...rest })

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      cartId = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    })

    describe("lines in bulk", () => {
      it("answers for every line and writes the accepted ones, which the stock cart shows with its totals", async () => {
        const { status, data } = await put([
          line(1, 3),
          line(2, "5"),
          line(3, "2", { unit: "упак" }),
          { article: "nope", quantity: 1 },
          line(4, 101),
        ])
        expect(status).toBe(200)
        expect(data).toMatchObject({ accepted: 2, refused: 3 })
        expect(data.lines.map((result: { code: string | null }) => result.code)).toEqual([
          null,
          "quantity_not_multiple",
          null,
          "unknown",
          "insufficient_stock",
        ])
        expect(data.lines[1].nearest).toEqual({ lower: null, upper: "6" })
        expect(data.lines[4].available).toBe("100")
        const { total, items } = await cart()
        expect(total).toBe(3 * 1.5 + 24 * 3.5)
        expect(
          items.map((item: Record<string, unknown>) => [item.variant_sku, item.quantity, item.unit_price, item.compare_at_unit_price])
        ).toEqual([
          [articleOf(1), 3, 1.5, 3],
          [articleOf(3), 24, 3.5, 7],
        ])
      })

      it("adds to a line that is there, sets it when told so, and sums rows of one article", async () => {
        await put([line(1, 3)])
        expect((await put([line(1, 2), line(1, 4)])).data.lines).toMatchObject([
          { status: "updated", quantity: "9", merged_rows: [2] },
          { status: "updated", quantity: "9", merged_rows: [1] },
        ])
        expect((await put([line(1, 7)], "set")).data.lines).toMatchObject([{ status: "updated", quantity: "7" }])
        expect((await cart()).items).toMatchObject([{ quantity: 7 }])
      })

      it.each([
        ["a line with neither article nor variant", { lines: [{ quantity: 1 }] }],
        ["a quantity that is no number", { lines: [{ article: "A", quantity: "ten" }] }],
        ["no lines", { lines: [] }],
        ["an unknown field", { lines: [{ article: "A", quantity: 1 }], price: 1 }],
        ["more lines than a cart holds", { lines: Array.from({ length: 10_001 }, () => ({ article: "A", quantity: 1 })) }],
      ])("refuses a request with %s", async (_title, body) => {
        const { status, data } = await answerOf(api.post(`/store/carts/${cartId}/lines`, body, trade.session))
        expect([status, data.type]).toEqual([400, "invalid_data"])
      })

      it("does not know the cart of another dealer", async () => {
        const stranger = await trade.hire("2")
        const { status } = await answerOf(api.post(`/store/carts/${cartId}/lines`, { lines: [line(1, 1)] }, stranger))
        expect(status).toBe(404)
      })

      it("refuses the whole request when the contract has come to an end, and puts nothing down", async () => {
        const db = getContainer().resolve("__pg_connection__")
        await db("contract").where({ number: "C-1" }).update({ ends_on: "2020-01-01" })
        const { status, data } = await put([line(1, 1)])
        expect([status, data.code]).toEqual([400, "contract_expired"])
        expect((await cart()).items).toEqual([])
      })

      it("keeps every line of twenty requests that come at once", async () => {
        await Promise.all(Array.from({ length: 20 }, () => put([line(1, 1), line(4, 1)])))
        expect((await cart()).items.map((item: { quantity: number }) => item.quantity)).toEqual([20, 20])
      })
    })

    describe("order form", () => {
      it("puts the rows of a workbook into the cart and refers to rows as the person sees them", async () => {
        const form = orderForm([
          ["Артикул", "Наименование", "Кол-во"],
          [articleOf(1), "Product", 4],
          ["nope", "", 1],
          [articleOf(4), "Product", "x"],
        ])
        const { status, data } = await answerOf(api.post(`/store/carts/${cartId}/order-form`, form, trade.session))
        expect(status).toBe(200)
        expect(data.lines).toMatchObject([
          { row: 2, status: "added", quantity: "4", unit_price: "1.50" },
          { row: 3, status: "refused", code: "unknown" },
          { row: 4, status: "refused", code: "quantity_unreadable" },
        ])
        expect(data.file).toMatchObject({ format: "xlsx", header: { article_column: 1, quantity_column: 3 } })
        expect((await cart()).items).toHaveLength(1)
      })

      it("reads a form by columns named in the request", async () => {
        const form = orderForm([
          ["4", articleOf(1)],
          ["6", articleOf(2)],
        ])
        const { data } = await answerOf(
          api.post(`/store/carts/${cartId}/order-form?article_column=2&quantity_column=1`, form, trade.session)
        )
        expect(data.lines).toMatchObject([{ quantity: "4" }, { quantity: "6" }])
      })

      it("tells a request without a file and a file that is no workbook apart", async () => {
        const nothing = await answerOf(api.post(`/store/carts/${cartId}/order-form`, new FormData(), trade.session))
        const form = new FormData()
        form.append("file", new Blob(["PK\u0003\u0004 broken"]), "order.xlsx")
        const broken = await answerOf(api.post(`/store/carts/${cartId}/order-form`, form, trade.session))
        expect([nothing.data.code, broken.data.code]).toEqual(["order_file_missing", "order_file_unreadable"])
      })

      it("offers a template that the route itself reads", async () => {
        const { data, headers } = await api.get("/store/order-form-template?locale=ru", { ...trade.session, responseType: "arraybuffer" })
        expect(headers["content-type"]).toContain("spreadsheetml")
        const form = new FormData()
        form.append("file", new Blob([data]), "template.xlsx")
        const { data: answer } = await answerOf(api.post(`/store/carts/${cartId}/order-form`, form, trade.session))
        expect(answer.code).toBe("order_file_empty")
        const english = await api.get("/store/order-form-template?locale=en", { ...trade.session, responseType: "arraybuffer" })
        expect(english.headers["content-disposition"]).toContain("order-form-en.xlsx")
      })
    })

    describe("stock routes", () => {
      it("price a line by the contract, as the bulk route does", async () => {
        const variant_id = await internalId(getContainer(), "offer", "p1")
        await api.post(`/store/carts/${cartId}/line-items`, { variant_id, quantity: 2 }, trade.session)
        const [stock] = (await cart()).items
        await put([line(1, 2)], "set")
        const [bulk] = (await cart()).items
        // Medusa knows tax inclusion by region or currency only; placing takes it from the price type whichever route wrote the line.
        const facts = ({ created_at: _c, updated_at: _u, metadata: _m, is_tax_inclusive: _t, ...rest }: Record<string, unknown>) => rest
        expect(facts(bulk)).toEqual(facts(stock))
        expect(bulk.unit_price).toBe(1.5)
      })

      it("keep the price of a line that came in bulk when they touch the cart", async () => {
        await put([line(3, 12)])
        const variant_id = await internalId(getContainer(), "offer", "p1")
        await api.post(`/store/carts/${cartId}/line-items`, { variant_id, quantity: 1 }, trade.session)
        expect((await cart()).total).toBe(12 * 3.5 + 1.5)
      })

      it("refuse a quantity between two multiples when a line is added and when it is changed", async () => {
        const variant_id = await internalId(getContainer(), "offer", "p2")
        const added = await answerOf(api.post(`/store/carts/${cartId}/line-items`, { variant_id, quantity: 5 }, trade.session))
        expect([added.status, added.data.code]).toEqual([400, "quantity_not_multiple"])
        await put([line(2, 6)])
        const [item] = (await cart()).items
        const changed = await answerOf(api.post(`/store/carts/${cartId}/line-items/${item.id}`, { quantity: 7 }, trade.session))
        expect([changed.status, changed.data.code]).toEqual([400, "quantity_not_multiple"])
        await api.delete(`/store/carts/${cartId}/line-items/${item.id}`, trade.session)
        expect((await cart()).items).toEqual([])
      })

      it("refuse a product that is off the list, which Medusa itself would sell", async () => {
        const variant_id = await internalId(getContainer(), "offer", "p1")
        await getContainer().resolve("__pg_connection__")("catalog_entry").where({ variant_id }).update({ is_listed: false })
        const { status, data } = await answerOf(api.post(`/store/carts/${cartId}/line-items`, { variant_id, quantity: 1 }, trade.session))
        expect([status, data.code]).toEqual([400, "not_listed"])
      })
    })
  },
})
