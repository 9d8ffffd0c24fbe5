import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, PRICES_PACKAGE } from "../../helpers/price-records"

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
