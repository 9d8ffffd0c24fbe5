import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { collectOutboundOrdersWorkflow } from "../../../src/workflows/order/collect-outbound-orders"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE, threshold } from "../../helpers/price-records"

jest.setTimeout(240_000)

const NOTE = "Agreed by telephone"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let staff: { headers: Record<string, string> }
    let orderId: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** An order of three pieces of the first product. The second one is sold by six. */
    beforeEach(async () => {
      const trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      const cart = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
      await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(1), quantity: 3 }] }, trade.session)
      orderId = (await api.post(`/store/carts/${cart}/complete`, {}, trade.session)).data.order.id
    })

    const begin = (internal_note?: string) => api.post("/admin/order-edits", { order_id: orderId, ...(internal_note ? { internal_note } : {}) }, staff) // prettier-ignore
    const add = async (n: number, quantity: number) => {
      const variant_id = await internalId(getContainer(), "offer", `p${n}`)
      return answerOf(api.post(`/admin/order-edits/${orderId}/items`, { items: [{ variant_id, quantity }] }, staff))
    }
    const confirm = () => answerOf(api.post(`/admin/order-edits/${orderId}/confirm`, {}, staff))
    const lines = async () => (await api.get(`/admin/orders/${orderId}/prices`, staff)).data.lines
    const log = () => db()("audit_entry").where({ action: "order.quantity_bypassed" })

    it("a quantity that the rules do not allow is refused when the change is confirmed, and one that they allow is not", async () => {
      await begin()
      expect((await add(2, 5)).status).toBe(200)
      const refused = await confirm()
      expect([refused.status, refused.data.code]).toEqual([400, "quantity_not_multiple"])
      expect(refused.data.message).toContain(`"Product 2" (${articleOf(2)}) under contract C-1`)
      const { actions } = (await api.get(`/admin/orders/${orderId}/preview`, staff)).data.order.items.find(
        ({ quantity }: { quantity: number }) => quantity === 5
      )
      await api.post(`/admin/order-edits/${orderId}/items/${actions[0].id}`, { quantity: 6 }, staff)
      expect((await confirm()).status).toBe(200)
      expect(await lines()).toMatchObject([{ quantity: "3" }, { quantity: "6", quantity_bypass: null }])
      expect(await log()).toEqual([])
    })

    it("passes with the note of a manager, which is logged and kept with the line", async () => {
      await begin(NOTE)
      await add(2, 5)
      expect((await confirm()).status).toBe(200)
      expect(await lines()).toMatchObject([
        { quantity: "3", quantity_bypass: null },
        { quantity: "5", quantity_bypass: { code: "quantity_not_multiple", reason: NOTE } },
      ])
      expect(await log()).toMatchObject([{ actor_kind: "user", subject_id: orderId, after: { reason: NOTE, line_count: 1 } }])
    })

    it("no note lets a fraction of a unit past, off the multiplicity or not", async () => {
      await begin(NOTE)
      expect((await add(2, 2.5)).status).toBe(200)
      expect((await confirm()).data.code).toBe("quantity_fractional")
      expect(await log()).toEqual([])
    })

    it("holds a line that gets another quantity too, and lets one be taken away", async () => {
      await db()("quantity_rule").insert({ entry_key: db().raw("(select key from catalog_entry where article = ?)", [articleOf(1)]), multiplicity: 2, minimum: 0 }) // prettier-ignore
      const [line] = await lines()
      const update = (quantity: number) => api.post(`/admin/order-edits/${orderId}/items/item/${line.id}`, { quantity }, staff)
      await begin()
      await update(5)
      expect((await confirm()).data.code).toBe("quantity_not_multiple")
      await api.delete(`/admin/order-edits/${orderId}`, staff)
      await begin()
      await update(0)
      expect((await confirm()).status).toBe(200)
    })

    describe("prices", () => {
      /** 1.20 from five pieces on, and 2.25 of the second product. */
      const load = () =>
        loadRecords(getContainer(), [
          PRICES_PACKAGE,
          priceList("c1", true),
          contractPrice("p1", "1.2", { from_quantity: "5" }),
          adjustment("Скидка", { target: { offer_external_ids: ["p2"] } }),
        ])
      const update = (line: string, body: object) => api.post(`/admin/order-edits/${orderId}/items/item/${line}`, body, staff)
      const told = async () =>
        (await lines()).map(({ article, quantity, unit_price, explanation }: Record<string, unknown> & { explanation: { quantity: string; steps: { code: string }[] } }) => [
          ...[article, quantity, unit_price, explanation?.quantity],
          explanation?.steps[0]?.code,
        ]) // prettier-ignore
      const total = async () => (await api.get(`/admin/orders/${orderId}?fields=total`, staff)).data.order.total

      it("of a line that gets another quantity and of one that is added are those of the contract, with the reason; the former reason stays", async () => {
        await load()
        const [line] = await lines()
        await begin()
        await update(line.id, { quantity: 5 })
        expect((await add(2, 6)).status).toBe(200)
        expect((await confirm()).status).toBe(200)
        expect(await told()).toEqual([
          [articleOf(1), "5", "1.20", "5", "contract_price"],
          [articleOf(2), "6", "2.25", "6", "base_price"],
        ])
        expect(await total()).toBe(19.5)
        const { metadata } = await db()("order_line_item").where({ id: line.id }).first("metadata")
        expect(metadata.kontor.former_prices).toMatchObject([{ quantity: "3", steps: [{ code: "base_price" }, { amount: "1.50" }] }])
        expect(await db()("audit_entry").where({ action: "order.repriced" })).toMatchObject([
          {
            actor_kind: "user",
            subject_id: orderId,
            after: { line_count: 2, lines: `${articleOf(1)} × 5: 1.20; ${articleOf(2)} × 6: 2.25` },
          },
        ])
        // Back to a smaller quantity: the price of before, and both reasons are kept.
        await begin()
        await update(line.id, { quantity: 4 })
        expect((await confirm()).status).toBe(200)
        expect((await told())[0]).toEqual([articleOf(1), "4", "1.50", "4", "base_price"])
        expect(await total()).toBe(19.5)
        const again = await db()("order_line_item").where({ id: line.id }).first("metadata")
        expect(again.metadata.kontor.former_prices).toHaveLength(2)
      })

      it("that staff set hold, are told as theirs, and reach the ERP; lines that are left alone keep their price", async () => {
        const [line] = await lines()
        await load()
        await loadRecords(getContainer(), [change.price(1, "wholesale", "1.75")])
        await begin()
        const variant_id = await internalId(getContainer(), "offer", "p2")
        await api.post(`/admin/order-edits/${orderId}/items`, { items: [{ variant_id, quantity: 6, unit_price: 2 }] }, staff)
        expect((await confirm()).status).toBe(200)
        expect(await told()).toEqual([
          [articleOf(1), "3", "1.50", "3", "base_price"],
          [articleOf(2), "6", "2.00", "6", "set_by_staff"],
        ])
        await begin()
        await update(line.id, { quantity: 6, unit_price: 1.1 })
        expect((await confirm()).status).toBe(200)
        expect((await told())[0]).toEqual([articleOf(1), "6", "1.10", "6", "set_by_staff"])
        expect((await lines())[0].explanation.steps[0].text).toContain("Цену назначил")
        expect(await total()).toBe(18.6)
        const { result } = await collectOutboundOrdersWorkflow(getContainer()).run({ input: { source: TEST_SOURCE } })
        expect(result[0]?.lines.map(({ unit_price, amount }) => [unit_price, amount])).toEqual([["1.10", "6.60"], ["2.00", "12.00"]]) // prettier-ignore
      })

      it("are told by the preview before they are confirmed, as they are at that moment, and taken back with what brought them", async () => {
        await load()
        const [line] = await lines()
        type Preview = { total: number; items: { id: string; quantity: number; unit_price: number; actions?: { id: string }[] }[] }
        const tell = ({ total: sum, items }: Preview) => [sum, ...items.map(({ quantity, unit_price }) => [quantity, unit_price])]
        const preview = async (): Promise<Preview> => (await api.get(`/admin/orders/${orderId}/preview`, staff)).data.order
        const answered = async (answer: Promise<{ data: { order_preview: Preview } }>) => tell((await answer).data.order_preview)
        await begin()
        expect(await answered(update(line.id, { quantity: 5 }))).toEqual([6, [5, 1.2]])
        expect(tell((await add(2, 6)).data.order_preview)).toEqual([19.5, [5, 1.2], [6, 2.25]])
        expect(tell(await preview())).toEqual([19.5, [5, 1.2], [6, 2.25]])
        // The former quantity has the former price again.
        expect(await answered(update(line.id, { quantity: 3 }))).toEqual([18, [3, 1.5], [6, 2.25]])
        expect(await answered(update(line.id, { quantity: 7 }))).toEqual([21.9, [7, 1.2], [6, 2.25]])
        await loadRecords(getContainer(), [PRICES_PACKAGE, contractPrice("p1", "1.1", { from_quantity: "5" })])
        expect(tell(await preview())).toEqual([21.2, [7, 1.1], [6, 2.25]])
        const undo = (await preview()).items[1]?.actions?.[0]?.id ?? ""
        expect(await answered(api.delete(`/admin/order-edits/${orderId}/items/${undo}`, staff))).toEqual([7.7, [7, 1.1]])
        expect((await confirm()).status).toBe(200)
        expect(await total()).toBe(7.7)
      })

      it("are told with promotions that are carried over, reckoned from them", async () => {
        await load()
        const promotions = getContainer().resolve(Modules.PROMOTION)
        const [tenth] = await promotions.createPromotions([
          { code: "TENTH", type: "standard", status: "active", application_method: { type: "percentage", value: 10, target_type: "items", allocation: "across", currency_code: "rub" } }, // prettier-ignore
        ])
        await getContainer()
          .resolve(ContainerRegistrationKeys.LINK)
          .create({ [Modules.ORDER]: { order_id: orderId }, [Modules.PROMOTION]: { promotion_id: tenth?.id } })
        const [line] = await lines()
        const { id } = (await begin()).data.order_change
        await api.post(`/admin/order-changes/${id}`, { carry_over_promotions: true }, staff)
        const { order_preview } = (await update(line.id, { quantity: 10 })).data
        expect([order_preview.total, order_preview.discount_total]).toEqual([10.8, 1.2])
        // What is loaded until it is confirmed moves the discount too.
        await loadRecords(getContainer(), [PRICES_PACKAGE, contractPrice("p1", "1", { from_quantity: "5" })])
        expect((await confirm()).status).toBe(200)
        expect(await total()).toBe(9)
      })

      it("by the total of all lines are those of the threshold that the changed order reaches", async () => {
        await loadRecords(getContainer(), [PRICES_PACKAGE, threshold("t", { from_amount: "20" })])
        const [line] = await lines()
        await begin()
        await update(line.id, { quantity: 14 })
        expect((await confirm()).status).toBe(200)
        expect((await told())[0]).toEqual([articleOf(1), "14", "3.00", "14", "base_price"])
      })
    })

    it("goods that are withheld from sale are refused when they are added, and when they came into the change before the rule, whatever the note", async () => {
      const withhold = (offer: string) =>
        loadRecords(getContainer(), [PRICES_PACKAGE, adjustment("Стоп-лист", { change: "withheld", value: "0", target: { offer_external_ids: [offer] } })]) // prettier-ignore
      await withhold("p3")
      await begin(NOTE)
      const refused = await add(3, 1)
      expect([refused.status, refused.data.code]).toEqual([400, "withheld"])
      expect(refused.data.message).toBe(`"Product 3" (${articleOf(3)}) under contract C-1: withheld from sale («Стоп-лист»)`)
      expect((await add(2, 6)).status).toBe(200)
      await withhold("p2")
      expect((await confirm()).data.code).toBe("withheld")
      expect(await lines()).toHaveLength(1)
    })
  },
})
