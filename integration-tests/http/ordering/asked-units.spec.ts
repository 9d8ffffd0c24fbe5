import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { collectOutboundOrdersWorkflow } from "../../../src/workflows/order/collect-outbound-orders"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { TEST_SOURCE } from "../../helpers/load-records"
import { orderForm } from "../../helpers/order-form"

jest.setTimeout(240_000)

/** The third product is sold in packs of twelve. */
const packs = (quantity: string) => ({ code: "778", name: "упак", coefficient: "12", quantity })

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let cartId: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      cartId = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    })

    const put = async (lines: object[], mode = "add") =>
      (await api.post(`/store/carts/${cartId}/lines`, { lines: lines.map((line) => ({ article: articleOf(3), ...line })), mode }, trade.session)).data.lines // prettier-ignore
    const cart = async () => (await api.get(`/store/carts/${cartId}`, trade.session)).data.cart
    const askedInCart = async () => (await cart()).quantities.map(({ asked }: { asked: unknown }) => asked)
    const place = async () => (await api.post(`/store/carts/${cartId}/complete`, {}, trade.session)).data.order

    it("is kept beside the base quantity, and summed as long as all of it is in one unit", async () => {
      expect(await put([{ quantity: "2", unit: "упак" }])).toMatchObject([{ quantity: "24", asked: packs("2") }])
      expect(await put([{ quantity: 1, unit: "778" }, { quantity: 1, unit: "упак." }])).toMatchObject([
        { quantity: "48", asked: packs("4") },
        { quantity: "48", asked: packs("4") },
      ]) // prettier-ignore
      expect(await askedInCart()).toEqual([packs("4")])
      expect(await put([{ quantity: 12 }])).toMatchObject([{ quantity: "60", asked: null }])
      expect(await askedInCart()).toEqual([null])
      expect(await put([{ quantity: 1, unit: "упак" }])).toMatchObject([{ quantity: "72", asked: null }])
      expect(await put([{ quantity: 3, unit: "упак" }], "set")).toMatchObject([{ quantity: "36", asked: packs("3") }])
      expect(await put([{ quantity: 36, unit: "шт" }], "set")).toMatchObject([{ quantity: "36", asked: null }])
      expect(await put([{ quantity: 1, unit: "ящик" }], "set")).toMatchObject([{ code: "unit_unknown", asked: null }])
    })

    it("is that of the rows of an order form", async () => {
      const form = orderForm([["Артикул", "Количество", "Ед. изм."], [articleOf(3), 2, "упак"], [articleOf(1), 5, "шт"]]) // prettier-ignore
      const { data } = await api.post(`/store/carts/${cartId}/order-form`, form, trade.session)
      expect(data.lines).toMatchObject([{ asked: packs("2") }, { asked: null }])
    })

    it("is told no more once the quantity is changed otherwise, or the unit has come to hold another number", async () => {
      await put([{ quantity: 2, unit: "упак" }])
      const [line] = (await cart()).items
      const setByStock = (quantity: number) => api.post(`/store/carts/${cartId}/line-items/${line.id}`, { quantity }, trade.session)
      expect((await setByStock(25)).data.cart.quantities).toMatchObject([{ asked: null }])
      expect(await put([{ quantity: 1, unit: "упак" }])).toMatchObject([{ quantity: "37", asked: null }])
      await put([{ quantity: 2, unit: "упак" }], "set")
      await db()("sales_unit").where({ code: "778" }).update({ coefficient: "10" })
      expect(await askedInCart()).toEqual([null])
    })

    it("stays with the order for dealer, staff and ERP, until its line is changed", async () => {
      await put([{ quantity: 2, unit: "упак" }, { article: articleOf(1), quantity: 5 }]) // prettier-ignore
      const { id } = await place()
      await db()("sales_unit").where({ code: "778" }).update({ coefficient: "10" })
      const staff = await createStaffSession(getContainer())
      const own = async () =>
        (await api.get(`/store/company-orders/${id}`, trade.session)).data.order.lines.map((line: { asked: unknown }) => line.asked)
      const told = (await api.get(`/admin/orders/${id}/prices`, staff)).data.lines
      expect(told).toMatchObject([{ quantity: "24", unit: "шт", asked: packs("2") }, { quantity: "5", asked: null }]) // prettier-ignore
      expect(await own()).toEqual([packs("2"), null])
      const { result } = await collectOutboundOrdersWorkflow(getContainer()).run({ input: { source: TEST_SOURCE } })
      expect(result[0]?.lines).toMatchObject([{ quantity: "24", unit_name: "шт", asked: packs("2") }, { asked: null }])
      await db()("order_item").where({ order_id: id }).update({ quantity: 23 })
      expect(await own()).toEqual([null, null])
    })

    it("is no word of the dealer about himself: what he writes into a line says nothing", async () => {
      const kontor = { asked: packs("2") }
      const variant_id = await internalId(getContainer(), "offer", "p3")
      await api.post(`/store/carts/${cartId}/line-items`, { variant_id, quantity: 24, metadata: { kontor } }, trade.session)
      expect(await askedInCart()).toEqual([null])
    })
  },
})
