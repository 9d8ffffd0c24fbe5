import { today, type ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE, threshold } from "../../helpers/price-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(180_000)

const usd = (rate: string): ErpRecord => {
  return { kind: "currency_rate", currency_code: "usd", in_currency: "rub", on_date: today(), rate, nominal: "1", is_deleted: false }
}
const IN_DOLLARS: ErpRecord = { kind: "price_type", external_id: "wholesale", name: "Оптовая", currency_code: "usd", includes_vat: true }

/** What may change while an order is placed: what there is before, the change, and what three of the first product cost before and after. */
const CHANGES: [string, ErpRecord[], ErpRecord[], { before: string; after: string }][] = [
  ["a rate", [IN_DOLLARS, usd("92.5")], [usd("100")], { before: "416.25", after: "450.00" }],
  ["a discount", [], [adjustment("Sale")], { before: "4.50", after: "4.05" }],
  ["a threshold", [], [threshold("t", { from_amount: "4" })], { before: "4.50", after: "9.00" }],
]

/** Products cost n roubles and 50 kopecks, VAT of 20 percent included. */
medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
    })

    const load = (records: ErpRecord[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])
    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const put = async (id: string, lines: Record<number, number>) => {
      const asked = Object.entries(lines).map(([n, quantity]) => ({ article: articleOf(Number(n)), quantity }))
      return (await api.post(`/store/carts/${id}/lines`, { lines: asked }, trade.session)).data
    }
    const read = async (id: string) => (await api.get(`/store/carts/${id}`, trade.session)).data.cart
    const place = (id: string) => answerOf(api.post(`/store/carts/${id}/complete`, {}, trade.session))
    const orderOf = async (id: string) => (await api.get(`/store/company-orders/${id}?explanations=true`, trade.session)).data.order

    describe("VAT", () => {
      it("is told of each line and of all, in the bulk route, the cart, the order and to the staff", async () => {
        await db()("catalog_entry")
          .where({ article: articleOf(3) })
          .update({ vat_rate: "10" })
        const id = await newCart()
        const { lines, pricing } = await put(id, { 1: 3, 3: 1 })
        const money = [
          { vat_rate: "20", amount: "4.50", vat: "0.75" },
          { vat_rate: "10", amount: "3.50", vat: "0.32" },
        ]
        const totals = { includes_vat: true, vat: "1.07", amount_with_vat: "8.00" }
        expect(lines.map((line: { money: unknown }) => line.money)).toEqual(money)
        expect(pricing.totals).toEqual({ ...totals, amount: "8.00" })
        const cart = await read(id)
        expect(cart.pricing.totals).toEqual(pricing.totals)
        expect(cart.pricing.lines).toEqual(money.map((line, place) => ({ line_id: cart.items[place].id, ...line })))
        const { order } = (await place(id)).data
        expect(order).toMatchObject({ total: "8.00", ...totals })
        await db()("catalog_entry").update({ vat_rate: "5" })
        expect(await orderOf(order.id)).toMatchObject({ ...totals, lines: money })
        const staff = await createStaffSession(getContainer())
        expect((await api.get(`/admin/orders/${order.id}/prices`, staff)).data).toMatchObject({ ...totals, lines: money })
      })

      it("comes on top of prices that do not include it", async () => {
        await db()("price_type").update({ includes_vat: false })
        const id = await newCart()
        const { lines, pricing } = await put(id, { 1: 3 })
        expect(lines[0].money).toEqual({ vat_rate: "20", amount: "4.50", vat: "0.90" })
        expect(pricing.totals).toEqual({ includes_vat: false, amount: "4.50", vat: "0.90", amount_with_vat: "5.40" })
        expect((await place(id)).data.order).toMatchObject({ total: "4.50", includes_vat: false, vat: "0.90", amount_with_vat: "5.40" })
      })
    })

    describe("stock routes", () => {
      const variantOf = (n: number) => internalId(getContainer(), "offer", `p${n}`)
      const vatWords = async (): Promise<{ cart: unknown; own: unknown; retail: unknown }> => {
        const { region_id } = trade.store
        const items = [{ variant_id: await variantOf(1), quantity: 3 }]
        const { cart } = (await api.post("/store/carts", { region_id, items }, trade.session)).data
        const refreshed = (await api.post(`/store/carts/${cart.id}`, { region_id }, trade.session)).data.cart
        const { products } = (await api.get("/store/products?fields=*variants.calculated_price", trade.session)).data
        const [{ variants }] = products
        const { is_calculated_price_tax_inclusive: own, is_original_price_tax_inclusive: retail } = variants[0].calculated_price
        return { cart: refreshed.items[0].is_tax_inclusive, own, retail }
      }

      it("call prices net or gross by their own price type, whatever the preferences of the store", async () => {
        const pricing = getContainer().resolve(Modules.PRICING)
        const preferences = await pricing.listPricePreferences()
        await pricing.deletePricePreferences(preferences.map(({ id }) => id))
        expect(await vatWords()).toEqual({ cart: true, own: true, retail: true })
        await pricing.createPricePreferences({ attribute: "currency_code", value: "rub", is_tax_inclusive: true })
        await db()("price_type").where({ is_retail: false }).update({ includes_vat: false })
        expect(await vatWords()).toEqual({ cart: false, own: false, retail: true })
      })

      it("sell nothing at Medusa's own price to a dealer without a usable contract, whose cart stands under none", async () => {
        await db()("contract").update({ ends_on: "2020-01-01" })
        const variant_id = await variantOf(1)
        const { region_id } = trade.store
        const made = await answerOf(api.post("/store/carts", { region_id, items: [{ variant_id, quantity: 3 }] }, trade.session))
        const id = await newCart()
        const added = await answerOf(api.post(`/store/carts/${id}/line-items`, { variant_id, quantity: 3 }, trade.session))
        await db()("contract").update({ ends_on: null })
        const later = await answerOf(api.post(`/store/carts/${id}/line-items`, { variant_id, quantity: 3 }, trade.session))
        for (const refused of [made, added, later]) {
          expect(refused).toMatchObject({ status: 400, data: { code: "no_usable_contract", message: expect.stringContaining(`${variant_id} in quantity 3`) } }) // prettier-ignore
        }
        expect((await read(id)).items).toEqual([])
        const [{ id: contract_id }] = await db()("contract").where({ number: "C-1" }).select("id")
        expect((await answerOf(api.post(`/store/carts/${id}/contract`, { contract_id }, trade.session))).status).toBe(200)
        await api.post(`/store/carts/${id}/line-items`, { variant_id, quantity: 3 }, trade.session)
        expect(await read(id)).toMatchObject({ total: 4.5 })
      })

      it("refuse a region in another currency than the contract's, and name both", async () => {
        const { result } = await createRegionsWorkflow(getContainer()).run({
          input: { regions: [{ name: "USA", currency_code: "usd", countries: ["us"] }] },
        })
        const region_id = result[0]?.id
        const items = [{ variant_id: await variantOf(1), quantity: 3 }]
        const { cart } = (await api.post("/store/carts", { region_id: trade.store.region_id, items }, trade.session)).data
        for (const refused of [
          await answerOf(api.post(`/store/carts/${cart.id}`, { region_id }, trade.session)),
          await answerOf(api.post("/store/carts", { region_id, items }, trade.session)),
        ]) {
          expect(refused).toMatchObject({ status: 400, data: { code: "currency_mismatch" } })
          expect(refused.data.message).toContain("in usd, but contract C-1 is in rub")
        }
        expect(await read(cart.id)).toMatchObject({ currency_code: "rub", total: 4.5 })
      })
    })

    describe("the moment of the ERP's prices", () => {
      it("of the own and the retail type is told with the cart, and stays with the order", async () => {
        const [own, retail] = ["2026-02-01T07:00:00+00:00", "2026-01-31T07:00:00+00:00"]
        await db()("price_type").where({ is_retail: false }).update({ as_of: own })
        await db()("price_type").where({ is_retail: true }).update({ as_of: retail })
        const id = await newCart()
        const moments = { as_of: own, retail_as_of: retail }
        expect((await put(id, { 1: 1 })).pricing).toMatchObject(moments)
        expect((await read(id)).pricing).toMatchObject(moments)
        const { order } = (await place(id)).data
        expect(order).toMatchObject(moments)
        await db()("price_type").update({ as_of: "2026-02-03T07:00:00+00:00" })
        expect(await orderOf(order.id)).toMatchObject(moments)
      })
    })

    describe("a threshold in another currency", () => {
      const inDollars = threshold("t", { from_amount: "0.1", currency_code: "usd" })

      it("is reached by the rate of the day, and moves with it", async () => {
        await load([inDollars, usd("92.5")])
        const id = await newCart()
        const below = (await put(id, { 1: 6 })).pricing.threshold
        expect(below).toMatchObject({
          total: "9.00",
          held: null,
          next: { from_amount: "9.25", price_type_name: "Розничная", missing: "0.25" },
        })
        await load([usd("90")])
        const at = (await read(id)).pricing.threshold
        expect(at).toMatchObject({ total: "9.00", held: { from_amount: "9.00" }, next: null })
        expect((await read(id)).items[0].unit_price).toBe(3)
      })

      it("does not count without a rate", async () => {
        await load([inDollars])
        expect((await put(await newCart(), { 1: 60 })).pricing.threshold).toBeNull()
      })

      it("is told where a price is explained without a cart: from which sum which type would hold", async () => {
        await load([inDollars, usd("92.5")])
        const variant_id = await internalId(getContainer(), "offer", "p1")
        const params = { variant_id, locale: "ru" }
        const { explanation } = (await api.get("/store/prices/explain", { ...trade.session, params })).data
        expect(explanation).toMatchObject({
          ...{ price: "1.50", base_price: { price_type_name: "Оптовая" } },
          thresholds: [{ basis: "total", from_amount: "0.1", currency_code: "usd", amount: "3", outcome: "depends_on_total" }],
        })
        await load([priceList("c1"), contractPrice("p1", "1.2")])
        expect((await api.get("/store/prices/explain", { ...trade.session, params })).data.explanation).toMatchObject({
          ...{ price: "1.20", base_price: { amount: "1.5", price_type_name: "Оптовая" } },
          thresholds: [{ basis: "total", outcome: "contract_price_is_final" }],
        })
        expect(explanation.thresholds[0].text).toMatch(
          /Вид цены «Розничная» 3,00\s₽, действует от корзины на 0,10\s\$ для всех – зависит от суммы корзины\./
        )
      })
    })

    describe.each(CHANGES)("%s that changes", (_title, before, change, total) => {
      it("before an order is placed refuses it once, with the price that the dealer has not seen", async () => {
        await load(before)
        const id = await newCart()
        await put(id, { 1: 3 })
        await load(change)
        const { data } = await place(id)
        expect(data.refusals).toMatchObject([{ code: "price_changed", subject: articleOf(1), details: { contract_number: "C-1" } }])
        expect((await place(id)).data.order.total).toBe(total.after)
      })

      // Without `for update` of the cart in lock-cart.ts and of its lines in open-cart-lines.ts, whoever writes the cart meanwhile brings the new
      // price into the lines that the order is made of.
      it("while an order is placed leaves it the price that the dealer saw, with the reason of that price", async () => {
        await load(before)
        const id = await newCart()
        await put(id, { 1: 3 })
        const blocker = await db().transaction()
        await blocker.raw(`select id from inventory_level for update`)
        const placing = place(id)
        await untilSomebodyWaits(db())
        await load(change)
        const writing = answerOf(api.post(`/store/carts/${id}`, { email: "buyer@example.com" }, trade.session))
        await untilSomebodyWaits(db(), 2, writing)
        await blocker.rollback()
        const [{ data }] = await Promise.all([placing, writing])
        expect(data.order.total).toBe(total.before)
        const [line] = (await orderOf(data.order.id)).lines
        expect(line.amount).toBe(total.before)
        expect(line.explanation.steps.at(-1).amount).toBe(line.unit_price)
      })
    })
  },
})
