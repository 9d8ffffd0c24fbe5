import type { CreatePromotionDTO, IPromotionModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { collectOutboundOrdersWorkflow } from "../../../src/workflows/order/collect-outbound-orders"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(240_000)

type Method = CreatePromotionDTO["application_method"]

const TEN: Method = { type: "percentage", value: 10, target_type: "items", allocation: "across" }

/** What a line is told to come to, by the number of its product. */
type Money = Record<number, { amount: string; discount?: string; vat: string }>

/** The n-th product costs n roubles and 50 kopecks, VAT of 20 percent included; the second is sold by six. */
medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let promotions: IPromotionModuleService
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 4)
      promotions = getContainer().resolve(Modules.PROMOTION)
    })

    const promote = (code: string, application_method: Partial<Method> = {}, facts: Partial<CreatePromotionDTO> = {}) =>
      promotions.createPromotions({
        ...{ code, type: "standard", status: "active" },
        ...facts,
        application_method: { ...TEN, currency_code: "rub", ...application_method },
      })
    const newCart = async (session = trade.session): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart.id
    const put = async (id: string, lines: Record<number, number>, session = trade.session) => {
      const asked = Object.entries(lines).map(([n, quantity]) => ({ article: articleOf(Number(n)), quantity }))
      return (await api.post(`/store/carts/${id}/lines`, { lines: asked, mode: "set" }, session)).data
    }
    const fill = async (lines: Record<number, number>, session = trade.session): Promise<string> => {
      const id = await newCart(session)
      await put(id, lines, session)
      return id
    }
    const apply = async (id: string, ...promo_codes: string[]) =>
      (await api.post(`/store/carts/${id}/promotions`, { promo_codes }, trade.session)).data.cart
    const read = async (id: string) => (await api.get(`/store/carts/${id}`, trade.session)).data.cart
    const place = (id: string, body: object = {}, session = trade.session) =>
      answerOf(api.post(`/store/carts/${id}/complete`, body, session))
    const codesOf = ({ data }: Awaited<ReturnType<typeof place>>) => data.refusals.map(({ code }: { code: string }) => code)
    const productOf = (n: number) => internalId(getContainer(), "product", `p${n}`)
    const usedOf = async (code: string) => (await promotions.listPromotions({ code: [code] }))[0]?.used

    /** What a cart tells of its lines; Medusa's own total is the same money. */
    const moneyOf = (cart: Awaited<ReturnType<typeof read>>): Money => {
      const { totals, lines } = cart.pricing
      expect(cart.total).toBe(Number(totals.amount))
      expect(cart.discount_total).toBe(Number(totals.discount ?? 0))
      const titleOf = new Map(cart.items.map(({ id, title }: { id: string; title: string }) => [id, title]))
      return Object.fromEntries(
        lines.map(({ line_id, amount, discount, vat }: { line_id: string; amount: string; discount?: string; vat: string }) => [
          String(titleOf.get(line_id)).replace("Product ", ""),
          { amount, vat, ...(discount === undefined ? {} : { discount }) },
        ])
      )
    }

    /** 10 % of 4.50 and of 3.50. */
    const TEN_OFF: Money = {
      1: { amount: "4.05", discount: "0.45", vat: "0.68" },
      3: { amount: "3.15", discount: "0.35", vat: "0.53" },
    }

    describe("a cart", () => {
      it("without promotions is told as ever", async () => {
        const { pricing } = await put(await newCart(), { 1: 3 })
        expect(pricing.totals).toEqual({ includes_vat: true, amount: "4.50", vat: "0.75", amount_with_vat: "4.50" })
        expect(pricing).not.toHaveProperty("promotions")
      })

      it("with a code tells what is taken off by line and by promotion, and VAT of what is paid", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3, 3: 1 })
        const cart = await apply(id, "TEN")
        expect(moneyOf(cart)).toEqual(TEN_OFF)
        expect(cart.pricing.totals).toEqual({ includes_vat: true, amount: "7.20", discount: "0.80", vat: "1.21", amount_with_vat: "7.20" })
        expect(cart.pricing.promotions).toEqual([{ code: "TEN", amount: "0.80" }])
        expect(cart.pricing.lines[0].promotions).toEqual([{ code: "TEN", amount: "0.45" }])
        expect(moneyOf(await read(id))).toEqual(TEN_OFF)
      })

      it("has VAT on top of what is paid where prices do not include it", async () => {
        await db()("price_type").update({ includes_vat: false })
        await promote("TEN")
        const cart = await apply(await fill({ 1: 3, 3: 1 }), "TEN")
        expect(cart.pricing.totals).toEqual({ includes_vat: false, amount: "7.20", discount: "0.80", vat: "1.44", amount_with_vat: "8.64" })
        expect(cart.total).toBe(7.2)
      })

      it.each<[string, Partial<Method>, Partial<CreatePromotionDTO>, Record<number, string>]>([
        [
          "a sum spread over the lines, to the kopeck",
          { type: "fixed", value: 1, target_type: "order" },
          {},
          { 1: "0.16", 3: "0.37", 4: "0.47" },
        ],
        ["half of two of each", { value: 50, allocation: "each", max_quantity: 2 }, {}, { 1: "0.75", 3: "1.75", 4: "2.25" }],
        ["a sum of each line", { type: "fixed", value: 2, allocation: "each", max_quantity: 1 }, {}, { 1: "1.50", 3: "2.00", 4: "2.00" }],
        ["nothing of another currency", { type: "fixed", value: 1, currency_code: "usd" }, {}, {}],
        ["nothing before it begins", {}, { campaign: { name: "L", campaign_identifier: "l", starts_at: new Date("2199-01-01") } }, {}],
        ["nothing of what is a draft", {}, { status: "draft" }, {}],
      ])("has %s", async (_title, method, facts, expected) => {
        const { target_type = "items" } = method
        await promote("CODE", target_type === "order" ? { ...method, allocation: "across" } : method, facts)
        const cart = await apply(await fill({ 1: 1, 3: 1, 4: 1 }), "CODE")
        const told = Object.entries(moneyOf(cart)).flatMap(([n, { discount }]) => (discount === undefined ? [] : [[n, discount]]))
        expect(Object.fromEntries(told)).toEqual(expected)
      })

      it("has several codes one after another, each taken off by itself, or all at once", async () => {
        await promote("TEN")
        await promote("KOPECK", { type: "fixed", value: 0.01, target_type: "order", allocation: "across" })
        await promote(
          "AUTO",
          { value: 20 },
          { is_automatic: true, rules: [{ attribute: "currency_code", operator: "eq", values: ["rub"] }] }
        )
        const id = await fill({ 1: 3, 3: 1 })
        const codes = ({ pricing }: Awaited<ReturnType<typeof read>>) =>
          (pricing.promotions ?? []).map(({ code }: { code: string }) => code).sort()
        const takeOff = async (...promo_codes: string[]) =>
          (await api.delete(`/store/carts/${id}/promotions`, { ...trade.session, data: { promo_codes } })).data.cart
        expect(codes(await apply(id, "TEN", "TEN"))).toEqual(["AUTO", "TEN"])
        expect(codes(await apply(id, "KOPECK"))).toEqual(["AUTO", "KOPECK", "TEN"])
        expect(codes(await takeOff("TEN", "AUTO", "NONE"))).toEqual(["AUTO", "KOPECK"])
        expect(codes(await apply(id, "TEN"))).toEqual(["AUTO", "KOPECK", "TEN"])
        const cleared = await apply(id)
        expect(codes(cleared)).toEqual(["AUTO"])
        expect(moneyOf(cleared)).toEqual(moneyOf(await read(id)))
        expect(await db()("cart_promotion").where({ cart_id: id }).whereNull("deleted_at")).toHaveLength(1)
      })

      it("keeps what it has where one of the codes is unknown, and where it is an order already", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3, 3: 1 })
        const refused = await answerOf(api.post(`/store/carts/${id}/promotions`, { promo_codes: ["TEN", "NONE"] }, trade.session))
        expect(refused).toMatchObject({ status: 400, data: { type: "invalid_data", message: "The promotion code NONE is invalid" } })
        expect((await read(id)).pricing).not.toHaveProperty("promotions")
        await place(id)
        const late = await answerOf(api.post(`/store/carts/${id}/promotions`, { promo_codes: ["TEN"] }, trade.session))
        expect(late).toMatchObject({ status: 400, data: { code: "cart_completed" } })
      })

      it("that is being paid has what is to be paid follow", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3, 3: 1 })
        await api.post("/store/payment-collections", { cart_id: id }, trade.session)
        await apply(id, "TEN")
        expect((await db()("payment_collection").first("amount")).amount).toBe("7.2")
      })

      it("has one for nothing where enough is bought", async () => {
        const rule = async (n: number) => [{ attribute: "items.product.id", operator: "in" as const, values: [await productOf(n)] }]
        const buy = {
          buy_rules: await rule(1),
          target_rules: await rule(3),
          buy_rules_min_quantity: 2,
          apply_to_quantity: 1,
          max_quantity: 1,
        }
        await promote("FREE", { ...buy, value: 100, allocation: "each" }, { type: "buyget" })
        const id = await fill({ 1: 2, 3: 2 })
        expect(moneyOf(await apply(id, "FREE"))).toMatchObject({ 3: { amount: "3.50", discount: "3.50" } })
        await put(id, { 1: 1 })
        expect((await read(id)).pricing.totals.amount).toBe("8.50")
      })

      it("has an automatic promotion by every route, and loses it when it ends", async () => {
        await promote("AUTO", {}, { is_automatic: true })
        const id = await newCart()
        const { pricing, lines } = await put(id, { 1: 3, 3: 1 })
        expect(pricing).toMatchObject({ totals: { amount: "7.20", discount: "0.80" }, promotions: [{ code: "AUTO", amount: "0.80" }] })
        expect(lines[0].money).toMatchObject({ amount: "4.05", discount: "0.45" })
        expect(moneyOf(await read(id))).toEqual(TEN_OFF)
        const variant_id = await internalId(getContainer(), "offer", "p4")
        const { cart } = (await api.post(`/store/carts/${id}/line-items`, { variant_id, quantity: 1 }, trade.session)).data
        expect(moneyOf(cart)).toEqual({ ...TEN_OFF, 4: { amount: "4.05", discount: "0.45", vat: "0.68" } })
        await db()("promotion").update({ status: "inactive" })
        expect((await read(id)).pricing.totals.amount).toBe("12.50")
      })

      it("is for whom the promotion is: a group of customers", async () => {
        const customers = getContainer().resolve(Modules.CUSTOMER)
        const group = await customers.createCustomerGroups({ name: "Spring" })
        const rules = [{ attribute: "customer.groups.id", operator: "in" as const, values: [group.id] }]
        await promote("AUTO", {}, { is_automatic: true, rules })
        const id = await fill({ 1: 3 })
        expect((await read(id)).pricing.totals.amount).toBe("4.50")
        const { customer_id } = await db()("cart").where({ id }).first("customer_id")
        await customers.addCustomerToGroup({ customer_id, customer_group_id: group.id })
        expect((await read(id)).pricing.totals.amount).toBe("4.05")
      })

      it("leaves goods alone that an exclusive label keeps from discounts", async () => {
        const { key } = await db()("catalog_entry")
          .where({ article: articleOf(3) })
          .first("key")
        const [trait] = await db()("price_trait").insert({ kind: "label", name: "", value: "sale" }).returning("key")
        await db()("trait_entry").insert({ trait_key: trait.key, entry_key: key })
        await db()("exclusive_label").insert({ trait_key: trait.key, id: "xlab_1", source: "portal" })
        await promote("TEN")
        const cart = await apply(await fill({ 1: 3, 3: 1 }), "TEN")
        expect(moneyOf(cart)).toEqual({ 1: TEN_OFF[1], 3: { amount: "3.50", vat: "0.58" } })
      })

      it("follows a price that changes, when it is read and when lines are put", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3 })
        await apply(id, "TEN")
        await loadRecords(getContainer(), [change.price(1, "wholesale", "2.00")])
        expect(moneyOf(await read(id))).toEqual({ 1: { amount: "5.40", discount: "0.60", vat: "0.90" } })
        expect((await put(id, { 1: 10 })).pricing.totals).toMatchObject({ amount: "18.00", discount: "2.00" })
      })

      it("has no more than the budget of the campaign has left, and all of the promotion or none of it", async () => {
        const campaign = {
          name: "Spring",
          campaign_identifier: "spring",
          budget: { type: "spend" as const, currency_code: "rub", limit: 0.8 },
        }
        await promote("TEN", {}, { campaign })
        const id = await fill({ 1: 3, 3: 1 })
        expect((await apply(id, "TEN")).pricing.totals.discount).toBe("0.80")
        expect((await put(id, { 1: 4 })).pricing.totals).not.toHaveProperty("discount")
      })
    })

    describe("placing", () => {
      it("puts what was taken off into the order, its explanation and the document for the ERP", async () => {
        await promote("TEN", {}, { limit: 5 })
        const id = await fill({ 1: 3, 3: 1 })
        await apply(id, "TEN")
        const placed = await place(id, { expected_total: "7.20" })
        expect(placed).toMatchObject({ status: 200, data: { order: { total: "7.20", discount: "0.80", vat: "1.21" } } })
        const order_id = placed.data.order.id
        const { order } = (await api.get(`/store/company-orders/${order_id}?explanations=true`, trade.session)).data
        expect(order).toMatchObject({
          ...{ total: "7.20", discount: "0.80" },
          lines: [
            { unit_price: "1.50", amount: "4.05", discount: "0.45", vat: "0.68", promotions: [{ code: "TEN", amount: "0.45" }] },
            { unit_price: "3.50", amount: "3.15", discount: "0.35", vat: "0.53" },
          ],
        })
        expect(order.lines[0].explanation.steps.at(-1)).toMatchObject({
          code: "promotion",
          amount: "4.05",
          promotion: "TEN",
          discount: "0.45",
        })
        const medusa = await getContainer()
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({ entity: "order", fields: ["total", "discount_total", "summary.*", "promotions.code"], filters: { id: order_id } })
        expect(JSON.parse(JSON.stringify(medusa.data[0]))).toMatchObject({
          ...{ total: 7.2, discount_total: 0.8, promotions: [{ code: "TEN" }] },
          summary: { current_order_total: 7.2, pending_difference: 7.2 },
        })
        const staff = await createStaffSession(getContainer())
        const told = (await api.get(`/admin/orders/${order_id}/prices`, staff)).data
        expect(told).toMatchObject({ discount: "0.80", lines: [{ amount: "4.05" }, { amount: "3.15" }] })
        const { result } = await collectOutboundOrdersWorkflow(getContainer()).run({ input: { source: TEST_SOURCE } })
        expect(result).toMatchObject([
          {
            total: "7.20",
            lines: [
              { unit_price: "1.50", amount: "4.05", discount: "0.45" },
              { unit_price: "3.50", amount: "3.15", discount: "0.35" },
            ],
          },
        ])
        expect(await usedOf("TEN")).toBe(1)
      })

      it("asked twice is one order, and one use of the promotion", async () => {
        await promote("TEN", {}, { limit: 5 })
        const id = await fill({ 1: 3 })
        await apply(id, "TEN")
        const [first, second] = await Promise.all([place(id), place(id)])
        expect([first.status, second.status, first.data.order.id === second.data.order.id]).toEqual([200, 200, true])
        expect([await usedOf("TEN"), Number((await db()("order_promotion").count())[0]?.count)]).toEqual([1, 1])
      })

      it("refuses what the dealer did not see, shows it, and takes it when asked again", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3 })
        await apply(id, "TEN")
        await db()("promotion").update({ status: "inactive" })
        const refused = await place(id, { expected_total: "4.05" })
        expect([refused.status, codesOf(refused)]).toEqual([400, ["promotions_changed", "total_changed"]])
        expect(refused.data.refusals[0].details).toMatchObject({ promotions: [{ code: "TEN", old_amount: "0.45", amount: "0.00" }] })
        expect(Number((await db()("order").count())[0]?.count)).toBe(0)
        expect((await place(id)).data.order.total).toBe("4.50")
      })

      it("refuses an automatic promotion that came meanwhile as well", async () => {
        const id = await fill({ 1: 3 })
        await promote("AUTO", {}, { is_automatic: true })
        expect(codesOf(await place(id))).toEqual(["promotions_changed"])
        expect((await place(id)).data.order).toMatchObject({ total: "4.05", discount: "0.45" })
      })

      it("tells a changed price and the promotion that follows it at once", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3 })
        await apply(id, "TEN")
        await loadRecords(getContainer(), [change.price(1, "wholesale", "2.00")])
        expect(codesOf(await place(id, { expected_total: "4.05" }))).toEqual(["price_changed", "promotions_changed"])
        expect((await place(id)).data.order).toMatchObject({ total: "5.40", discount: "0.60" })
      })

      // Without the lock on what may be used up the second is not told what has changed: it fails when its use is registered.
      it("gives the last use of a promotion to one of two that are placed at the same moment", async () => {
        await promote("ONCE", {}, { limit: 1 })
        const other = await trade.hire("1")
        const carts = [await fill({ 1: 3 }), await fill({ 4: 1 }, other)] as const
        await apply(carts[0], "ONCE")
        await api.post(`/store/carts/${carts[1]}/promotions`, { promo_codes: ["ONCE"] }, other)
        const { both } = await db().transaction(async (trx) => {
          await trx("promotion").forUpdate().select("id")
          const both = Promise.all([place(carts[0]), place(carts[1], {}, other)])
          await untilSomebodyWaits(db(), 2, both)
          return { both }
        })
        const answers = await both
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
        const refused = answers[0].status === 400 ? answers[0] : answers[1]
        expect(codesOf(refused)).toEqual(["promotions_changed"])
        expect(await usedOf("ONCE")).toBe(1)
      })

      it("counts what a campaign has spent", async () => {
        const budget = { type: "spend" as const, currency_code: "rub", limit: 1 }
        await promote("TEN", {}, { campaign: { name: "Spring", campaign_identifier: "spring", budget } })
        const id = await fill({ 1: 3, 3: 1 })
        await apply(id, "TEN")
        expect((await place(id)).status).toBe(200)
        const { used } = await db()("promotion_campaign_budget").first("used")
        expect(Number(used)).toBe(0.8)
        expect((await apply(await fill({ 1: 3 }), "TEN")).pricing.totals).not.toHaveProperty("discount")
      })

      it("leaves nothing used when its last statement fails", async () => {
        await promote("TEN", {}, { limit: 5 })
        const id = await fill({ 1: 3 })
        await apply(id, "TEN")
        await db().raw(`
          create function refuse_log() returns trigger language plpgsql as $$ begin raise exception 'disk is full'; end $$;
          create trigger refuse_log before insert on audit_entry for each row execute function refuse_log()`)
        expect((await place(id)).status).toBe(500)
        expect(await usedOf("TEN")).toBe(0)
        await db().raw(`drop trigger refuse_log on audit_entry; drop function refuse_log()`)
        expect([(await place(id)).status, await usedOf("TEN")]).toEqual([200, 1])
      })

      it("repeated is at the promotions of now", async () => {
        await promote("TEN")
        const id = await fill({ 1: 3 })
        await apply(id, "TEN")
        const { order } = (await place(id)).data
        const cart_id = await newCart()
        await api.post(`/store/company-orders/${order.id}/repeat`, { cart_id }, trade.session)
        expect((await read(cart_id)).pricing.totals.amount).toBe("4.50")
      })
    })

    describe("an order with promotions", () => {
      /** An order of ten of the first product, of which four are in stock, at ten percent off: 13.50. */
      const orderThatWaits = async (): Promise<string> => {
        await db()("demand_setting").insert({ allowed: "everywhere" })
        await loadRecords(getContainer(), [change.stock(1, "near", "4"), change.stock(1, "far", "0")])
        await promote("TEN")
        const id = await fill({ 1: 10 })
        await apply(id, "TEN")
        return (await place(id, { expected_total: "13.50" })).data.order.id
      }
      const card = async (id: string) => (await api.get(`/store/company-orders/${id}`, trade.session)).data.order
      const answer = async (id: string, answer: string) => {
        const line_ids = (await card(id)).lines.map((line: { id: string }) => line.id)
        return answerOf(api.post(`/store/company-orders/${id}/promises`, { answer, line_ids }, trade.session))
      }

      it("shares what was taken off a line that is split", async () => {
        const id = await orderThatWaits()
        expect(await answer(id, "split")).toMatchObject({ status: 200 })
        const { total, lines } = await card(id)
        expect(total).toBe("13.50")
        expect(lines).toMatchObject([
          { quantity: "4", amount: "5.40", discount: "0.60" },
          { quantity: "6", amount: "8.10", discount: "0.90" },
        ])
      })

      it("loses the share of what is cancelled", async () => {
        const id = await orderThatWaits()
        expect(await answer(id, "cancel")).toMatchObject({ status: 200 })
        expect(await card(id)).toMatchObject({ total: "5.40", lines: [{ quantity: "4", amount: "5.40", discount: "0.60" }] })
      })

      it("is not changed so that a line costs less than nothing", async () => {
        const staff = await createStaffSession(getContainer())
        await promote("FOUR", { type: "fixed", value: 4 })
        const cart = await fill({ 1: 3 })
        await apply(cart, "FOUR")
        const { order } = (await place(cart, { expected_total: "0.50" })).data
        await api.post("/admin/order-edits", { order_id: order.id }, staff)
        const change = async (quantity: number) => {
          const [line] = (await card(order.id)).lines
          return answerOf(api.post(`/admin/order-edits/${order.id}/items/item/${line.id}`, { quantity }, staff))
        }
        const confirm = () => answerOf(api.post(`/admin/order-edits/${order.id}/confirm`, {}, staff))
        expect((await change(1)).status).toBe(200)
        expect(await confirm()).toMatchObject({ status: 400, data: { code: "discount_beyond_line" } })
        expect((await change(4)).status).toBe(200)
        expect((await confirm()).status).toBe(200)
        expect(await card(order.id)).toMatchObject({ total: "2.00", lines: [{ quantity: "4", amount: "2.00", discount: "4.00" }] })
      })
    })
  },
})
