import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createActingSession } from "../../helpers/create-acting-session"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"

jest.setTimeout(240_000)

const REASON = "Agreed with the head of sales"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let acting: Awaited<ReturnType<typeof createActingSession>>
    let cartId: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      const { employee } = (await api.get("/store/me", trade.session)).data
      const legal_entity_ids = [await internalId(getContainer(), "legal_entity", "e1")]
      acting = await createActingSession(getContainer(), trade.storefront, { employee_id: employee.id, legal_entity_ids })
      cartId = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    })

    /** The second product is sold by six. */
    const put = (session: object, quantity: number, body: object = {}) =>
      answerOf(api.post(`/store/carts/${cartId}/lines`, { lines: [{ article: articleOf(2), quantity }], mode: "set", ...body }, session))
    const place = () => answerOf(api.post(`/store/carts/${cartId}/complete`, {}, trade.session))
    const log = () => db()("audit_entry").where({ action: "cart.quantity_bypassed" })

    it("is a manager's alone, with a reason", async () => {
      expect(await put(trade.session, 5, { bypass_reason: REASON })).toMatchObject({ status: 403, data: { code: "bypass_not_allowed" } })
      expect((await put(acting, 5)).data.lines).toMatchObject([{ code: "quantity_not_multiple", bypassed: null }])
      expect((await put(acting, 5, { bypass_reason: " " })).status).toBe(400)
      await db()("staff_member").update({ role: "assistant" })
      expect(await put(acting, 5, { bypass_reason: REASON })).toMatchObject({ status: 403, data: { code: "bypass_not_allowed" } })
      expect(await log()).toEqual([])
    })

    it("lets a line into the cart and the order, is logged with who really did it, and is shown on the order", async () => {
      expect((await put(acting, 5, { bypass_reason: REASON })).data.lines).toMatchObject([
        { status: "added", quantity: "5", code: null, bypassed: "quantity_not_multiple" },
      ])
      expect(await log()).toMatchObject([
        {
          actor_kind: "user",
          subject_id: cartId,
          after: { reason: REASON, lines: `"Product 2" (${articleOf(2)}) × 5: quantity_not_multiple`, line_count: 1 },
        },
      ])
      const { status, data } = await place()
      expect(status).toBe(200)
      const staff = await createStaffSession(getContainer())
      const { lines } = (await api.get(`/admin/orders/${data.order.id}/prices`, staff)).data
      expect(lines).toMatchObject([
        { quantity: "5", quantity_bypass: { code: "quantity_not_multiple", reason: REASON, user_name: expect.any(String) } },
      ])
    })

    it("holds when Medusa itself makes the order", async () => {
      await put(acting, 5, { bypass_reason: REASON })
      await expect(completeByStock(getContainer(), cartId)).resolves.toMatch(/^order_/)
    })

    it("counts for its quantity and its contract alone", async () => {
      await put(acting, 5, { bypass_reason: REASON })
      await db()("cart_line_item").where({ cart_id: cartId }).update({ quantity: 7 })
      expect((await place()).data.refusals).toMatchObject([
        { code: "quantity_not_multiple", details: { nearest: { lower: "6", upper: "12" } } },
      ])
      await db()("cart_line_item").where({ cart_id: cartId }).update({ quantity: 5 })
      await db()("quantity_bypass").update({ contract_id: "another" })
      expect((await place()).data.refusals).toMatchObject([{ code: "quantity_not_multiple" }])
    })

    it("is nothing that a dealer could write into his line", async () => {
      await put(trade.session, 6)
      const kontor = { quantity_bypass: { code: "quantity_not_multiple", reason: "mine", user_name: "me", at: "now" } }
      await db().raw(`update cart_line_item set quantity = 5, metadata = metadata || ?::jsonb where cart_id = ?`, [
        JSON.stringify({ kontor }),
        cartId,
      ])
      expect((await place()).data.refusals).toMatchObject([{ code: "quantity_not_multiple" }])
    })
  },
})
