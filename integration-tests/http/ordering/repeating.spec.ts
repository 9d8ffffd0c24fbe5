import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let order: string

    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const repeat = async (body: object = {}, session = trade.session) =>
      answerOf(api.post(`/store/company-orders/${order}/repeat`, { cart_id: await newCart(), ...body }, session))

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      const cart = await newCart()
      const lines = [
        { article: articleOf(1), quantity: "5" },
        { article: articleOf(2), quantity: "6" },
        { article: articleOf(3), quantity: "2", unit: "упак" },
      ]
      await api.post(`/store/carts/${cart}/lines`, { lines }, trade.session)
      order = (await api.post(`/store/carts/${cart}/complete`, {}, trade.session)).data.order.id
    })

    it("an order goes into a cart again, in the units it was asked in", async () => {
      const { status, data } = await repeat()
      expect(status).toBe(200)
      expect(data).toMatchObject({ accepted: 3, refused: 0 })
      expect(data.lines).toMatchObject([
        { row: 1, status: "added", title: "Product 1", quantity: "5", asked: null },
        { row: 2, status: "added", title: "Product 2", quantity: "6" },
        { row: 3, status: "added", title: "Product 3", quantity: "24", asked: { code: "778", quantity: "2" } },
      ])
      const again = await repeat({ cart_id: data.cart_id })
      expect(again.data.lines).toMatchObject([{ status: "updated", quantity: "10" }, { quantity: "12" }, { quantity: "48" }])
      expect((await repeat({ cart_id: data.cart_id, mode: "set" })).data.lines).toMatchObject([
        { quantity: "5" },
        { quantity: "6" },
        { quantity: "24" },
      ])
    })

    it("what is hidden, withdrawn or refused now is named as the order keeps it, and nothing of what it became is told", async () => {
      const staff = await createStaffSession(getContainer())
      const hidden = await internalId(getContainer(), "product", "p1")
      await api.post(`/admin/products/${hidden}`, { title: "Secret name" }, staff)
      const scope = { kind: "legal_entity", id: await internalId(getContainer(), "legal_entity", "e1") }
      const target = { kind: "list", articles: [articleOf(1)] }
      await api.post("/admin/visibility-rules", { name: "Rule", scope, target, shows: false }, staff)
      const base = { kind: "product", name: "Renamed", is_service: false } as const
      await loadRecords(getContainer(), [
        { ...base, external_id: "p2", requisites: { Кратность: "4" }, is_deleted: false },
        { ...base, external_id: "p3", is_deleted: true },
      ])
      const { status, data } = await repeat()
      expect(status).toBe(200)
      expect(data).toMatchObject({ accepted: 0, refused: 3 })
      expect(data.lines).toMatchObject([
        { code: "no_longer_available", title: "Product 1", article: null, message: "«Product 1» is no longer available" },
        { code: "quantity_not_multiple", title: "Product 2", nearest: { lower: "4", upper: "8" } },
        { code: "no_longer_available", title: "Product 3", article: null },
      ])
      expect(JSON.stringify(data)).not.toContain("Secret name")
    })

    it("another's order or cart does not exist", async () => {
      const stranger = await trade.hire("2")
      const { data } = await api.post("/store/carts", { region_id: trade.store.region_id }, stranger)
      expect(await repeat({ cart_id: data.cart.id }, stranger)).toMatchObject({ status: 404 })
      expect(await repeat({ cart_id: data.cart.id })).toMatchObject({ status: 404 })
    })
  },
})
