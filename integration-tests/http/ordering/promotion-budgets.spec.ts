import type { CampaignBudgetTypeValues, CreatePromotionDTO, IPromotionModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { collectOutboundOrdersWorkflow } from "../../../src/workflows/order/collect-outbound-orders"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { TEST_SOURCE } from "../../helpers/load-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(240_000)

type Session = Awaited<ReturnType<typeof createTrade>>["session"]

interface Budget {
  type: CampaignBudgetTypeValues
  currency_code?: string
  attribute?: string
  limit: number
}

const spend = (limit: number): Budget => ({ type: "spend", currency_code: "rub", limit })

/** The n-th product costs n roubles and 50 kopecks; of each there are 100. */
medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let promotions: IPromotionModuleService
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 4)
      promotions = getContainer().resolve(Modules.PROMOTION)
    })

    /** Ten percent off, out of a budget where one is given. */
    const promote = (code: string, budget: Budget | null, facts: Partial<CreatePromotionDTO> = {}) =>
      promotions.createPromotions({
        ...{ code, type: "standard", status: "active" },
        ...(budget ? { campaign: { name: code, campaign_identifier: code, budget } } : {}),
        ...facts,
        application_method: { type: "percentage", value: 10, target_type: "items", allocation: "across", currency_code: "rub" },
      })
    const fill = async (lines: Record<number, number>, session: Session = trade.session): Promise<string> => {
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart
      const asked = Object.entries(lines).map(([n, quantity]) => ({ article: articleOf(Number(n)), quantity }))
      await api.post(`/store/carts/${id}/lines`, { lines: asked, mode: "set" }, session)
      return id
    }
    const apply = async (id: string, code: string, session: Session = trade.session) =>
      (await api.post(`/store/carts/${id}/promotions`, { promo_codes: [code] }, session)).data.cart
    /** A cart that has the code. */
    const reduced = async (lines: Record<number, number>, session: Session = trade.session): Promise<string> => {
      const id = await fill(lines, session)
      expect((await apply(id, "TEN", session)).pricing.promotions).toHaveLength(1)
      return id
    }
    const read = async (id: string) => (await api.get(`/store/carts/${id}`, trade.session)).data.cart
    const place = (id: string, session: Session = trade.session) => answerOf(api.post(`/store/carts/${id}/complete`, {}, session))
    /** Places carts while others hold the budget, so that all of them stand in line for it. */
    const placeInLine = async (carts: readonly (readonly [string, Session])[]) => {
      const { all } = await db().transaction(async (trx) => {
        await trx("promotion_campaign_budget").forUpdate().select("id")
        const all = Promise.all(carts.map(([id, session]) => place(id, session)))
        await untilSomebodyWaits(db(), carts.length, all)
        return { all }
      })
      return (await all).map(({ status, data }) => (status === 200 ? "placed" : data.refusals?.map(({ code }: { code: string }) => code)))
    }
    const usedOfBudget = async () => Number((await db()("promotion_campaign_budget").first("used")).used)

    describe("a budget", () => {
      it("that a line of a stock route is too much for leaves nothing of an automatic promotion", async () => {
        await promote("AUTO", spend(0.8), { is_automatic: true })
        const id = await fill({ 1: 3, 3: 1 })
        expect((await read(id)).pricing.totals.discount).toBe("0.80")
        const variant_id = await internalId(getContainer(), "offer", "p4")
        const { cart } = (await api.post(`/store/carts/${id}/line-items`, { variant_id, quantity: 1 }, trade.session)).data
        expect([cart.total, cart.discount_total, cart.pricing.totals.amount]).toEqual([12.5, 0, "12.50"])
      })

      // Without the lock on the budget the second is not told what has changed: it fails when its use is registered.
      it.each<[string, Budget, number]>([
        ["the rest of the money", spend(0.5), 0.45],
        ["the last use", { type: "usage", limit: 1 }, 1],
      ])("gives %s to one of two that are placed at the same moment", async (_title, budget, used) => {
        await promote("TEN", budget)
        const other = await trade.hire("1")
        const answers = await placeInLine([
          [await reduced({ 1: 3 }), trade.session],
          [await reduced({ 4: 1 }, other), other],
        ])
        expect(answers).toHaveLength(2)
        expect(answers).toEqual(expect.arrayContaining(["placed", ["promotions_changed"]]))
        expect(await usedOfBudget()).toBe(used)
      })

      it("of each customer is his own, and used by one of two orders of his", async () => {
        await promote("TEN", { type: "use_by_attribute", attribute: "customer_id", limit: 1 })
        const other = await trade.hire("1")
        const [first, second, third] = await placeInLine([
          [await reduced({ 1: 3 }), trade.session],
          [await reduced({ 4: 1 }), trade.session],
          [await reduced({ 1: 3 }, other), other],
        ])
        expect([first, second]).toEqual(expect.arrayContaining(["placed", ["promotions_changed"]]))
        expect(third).toBe("placed")
        const usages: { used: string }[] = await db()("promotion_campaign_budget_usage").select("used")
        expect(usages.map(({ used }) => Number(used))).toEqual([1, 1])
      })

      // Who locked promotions first and waited for stock then would keep everybody else waiting with him.
      it("is not kept by who waits for stock", async () => {
        await promote("TEN", spend(5), { limit: 5 })
        const other = await trade.hire("1")
        const [first, second] = [await reduced({ 1: 3 }), await reduced({ 4: 1 }, other)]
        const variant_id = await internalId(getContainer(), "offer", "p1")
        const waiting = await db().transaction(async (trx) => {
          await trx("inventory_level")
            .whereIn("inventory_item_id", trx("product_variant_inventory_item").where({ variant_id }).select("inventory_item_id"))
            .forUpdate()
            .select("id")
          const answer = place(first)
          await untilSomebodyWaits(db(), 1, answer)
          expect((await place(second, other)).status).toBe(200)
          return { answer }
        })
        expect((await waiting.answer).status).toBe(200)
        expect(await usedOfBudget()).toBe(0.9)
      })
    })

    describe("an order by Medusa's own workflow", () => {
      const orderOf = async (id: string) => {
        const fields = [
          "total",
          "discount_total",
          "promotions.code",
          "payment_collections.amount",
          "items.unit_price",
          "items.adjustments.*",
        ]
        const { data } = await getContainer().resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields, filters: { id } })
        const order = JSON.parse(JSON.stringify(data[0]))
        // Medusa gives the lines of an order in no order of theirs.
        return { ...order, items: order.items.sort((a: { unit_price: number }, b: { unit_price: number }) => a.unit_price - b.unit_price) }
      }

      it("takes off, and is to be paid, what the cart says, and the use is registered once", async () => {
        await promote("TEN", spend(5), { limit: 5 })
        const id = await reduced({ 1: 3, 3: 1 })
        expect(await orderOf(await completeByStock(getContainer(), id))).toMatchObject({
          ...{ total: 7.2, discount_total: 0.8, promotions: [{ code: "TEN" }], payment_collections: [{ amount: 7.2 }] },
          items: [{ adjustments: [{ code: "TEN", amount: 0.45 }] }, { adjustments: [{ code: "TEN", amount: 0.35 }] }],
        })
        expect([(await promotions.listPromotions({ code: ["TEN"] }))[0]?.used, await usedOfBudget()]).toEqual([1, 0.8])
      })

      // It makes the order of what it has read; somebody else has brought the cart up to date before it looks again.
      it("is refused where what it has read is not what promotions take off by now", async () => {
        await promote("TEN", null)
        const id = await reduced({ 1: 3 })
        const { completed } = await db().transaction(async (trx) => {
          await trx("cart").where({ id }).forUpdate().select("id")
          const completed = expect(completeByStock(getContainer(), id)).rejects.toMatchObject({ code: "promotions_changed" })
          await untilSomebodyWaits(db(), 1, completed)
          await trx("promotion_application_method").update({ value: 20, raw_value: JSON.stringify({ value: "20", precision: 20 }) })
          await trx("cart_line_item_adjustment").update({ amount: 0.9, raw_amount: JSON.stringify({ value: "0.90", precision: 20 }) })
          return { completed }
        })
        await completed
        expect(await db()("order").select("id")).toEqual([])
      })
    })

    it("an order whose line has got another price is told and sent at that, less the discount", async () => {
      const staff = await createStaffSession(getContainer())
      await promote("TEN", null)
      const { order } = (await place(await reduced({ 1: 3, 3: 2 }))).data
      const card = async () => (await api.get(`/store/company-orders/${order.id}`, trade.session)).data.order
      const [line] = (await card()).lines
      await api.post("/admin/order-edits", { order_id: order.id }, staff)
      await api.post(`/admin/order-edits/${order.id}/items/item/${line.id}`, { quantity: 4, unit_price: 2 }, staff)
      await api.post(`/admin/order-edits/${order.id}/confirm`, {}, staff)
      expect(await card()).toMatchObject({
        ...{ total: "13.85", discount: "1.15" },
        lines: [
          { quantity: "4", unit_price: "2.00", amount: "7.55", discount: "0.45" },
          { quantity: "2", unit_price: "3.50", amount: "6.30", discount: "0.70" },
        ],
      })
      const { result } = await collectOutboundOrdersWorkflow(getContainer()).run({ input: { source: TEST_SOURCE } })
      expect(result).toMatchObject([{ total: "13.85", lines: [{ unit_price: "2.00", amount: "7.55" }, { amount: "6.30" }] }])
    })
  },
})
