import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession, createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { orderForm } from "../../helpers/order-form"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(240_000)

/**
 * Of 1.50, 2.50 and 3.50: the first product costs 1.35, from 5 on 1.20 by its contract; the second 2.25, from 12 on 2.00 less a stacking 0.05;
 * the third 0.35, for its entity has nine tenths off.
 */
const TERMS: ErpRecord[] = [
  PRICES_PACKAGE,
  priceList("c1", true),
  contractPrice("p1", "1.2", { from_quantity: "5" }),
  adjustment("All"),
  adjustment("Bulk", { from_quantity: "12", value: "-20", target: { offer_external_ids: ["p2"] } }),
  adjustment("Stacking", { scope: { kind: "contract", external_id: "c1" }, from_quantity: "12", change: "fixed", value: "-0.05", currency_code: "rub", is_stacking: true, target: { offer_external_ids: ["p2"] } }),
  adjustment("Entity", { scope: { kind: "legal_entity", external_id: "e1" }, value: "-90", target: { offer_external_ids: ["p3"] }, document: "Приказ 3" }),
] // prettier-ignore

/** What one base unit costs, by product and quantity. */
const PRICES: [n: number, quantity: number, price: string][] = [
  [1, 1, "1.35"],
  [1, 4, "1.35"],
  [1, 5, "1.20"],
  [2, 6, "2.25"],
  [2, 12, "1.95"],
  [3, 1, "0.35"],
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let contractId: string
    let variants: string[]
    const variantOf = (n: number): string => variants[n - 1] ?? ""

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      await loadRecords(getContainer(), TERMS)
      contractId = await internalId(getContainer(), "contract", "c1")
      variants = await Promise.all([1, 2, 3].map((n) => internalId(getContainer(), "offer", `p${n}`)))
    })

    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const itemsOf = async (cart: string) => (await api.get(`/store/carts/${cart}`, trade.session)).data.cart.items
    const explain = async (n: number, quantity: string) =>
      (await api.get("/store/prices/explain", { ...trade.session, params: { variant_id: variantOf(n), quantity } })).data.explanation

    describe("one price", () => {
      it("is compared with the retail price with VAT of both, wherever that is told, where only one of them includes it", async () => {
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db("price_type").where({ name: "Оптовая" }).update({ includes_vat: false })
        // 1.35 and 3.00 with 20 % VAT: 1.62.
        const wanted = { price: "1.35", retail_price: "3.00", discount_percent: "46" }
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        expect(entries).toMatchObject([{ ...wanted, includes_vat: false }, { discount_percent: "46" }, { discount_percent: "94" }])
        expect((await api.get(`/store/catalog/${variantOf(1)}`, trade.session)).data.entry).toMatchObject(wanted)
        expect(await explain(1, "1")).toMatchObject(wanted)
        await db("type_price")
          .update({ amount: "1.36" })
          .whereIn("price_type_key", db("price_type").select("key").where({ is_retail: true }))
        expect(await explain(1, "1")).toMatchObject({ price: "1.35", retail_price: "1.36", discount_percent: null })
        const params = { fields: "*variants.calculated_price", region_id: trade.store.region_id, id: (await api.get(`/store/catalog/${variantOf(1)}`, trade.session)).data.entry.product_id } // prettier-ignore
        const [product] = (await api.get("/store/products", { ...trade.session, params })).data.products
        expect(product.variants[0].calculated_price).toMatchObject({
          ...{ calculated_amount: 1.35, original_amount: 1.36 },
          ...{ is_calculated_price_tax_inclusive: false, is_original_price_tax_inclusive: true },
          calculated_price: { price_list_type: null },
        })
      })

      it("stands in the catalogue, on the card and in stock routes for one unit, with the next quantity that changes it", async () => {
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        expect(entries).toMatchObject([
          { price: "1.35", retail_price: "3.00", discount_percent: "55", next_price: { from_quantity: "5", price: "1.20" } },
          { price: "2.25", retail_price: "5.00", discount_percent: "55", next_price: { from_quantity: "12", price: "1.95" } },
          { price: "0.35", retail_price: "7.00", discount_percent: "95", next_price: null },
        ])
        const { entry } = (await api.get(`/store/catalog/${variantOf(1)}`, trade.session)).data
        expect(entry).toMatchObject({ price: "1.35", next_price: { from_quantity: "5", price: "1.20" }, includes_vat: true })
        const { products } = (
          await api.get("/store/products", {
            ...trade.session,
            params: { fields: "*variants.calculated_price", region_id: trade.store.region_id },
          })
        ).data
        const calculated = new Map(
          products.map((product: { variants: { id: string; calculated_price: { calculated_amount: number } }[] }) => [
            product.variants[0]?.id,
            product.variants[0]?.calculated_price.calculated_amount,
          ])
        )
        expect(variants.map((id) => calculated.get(id))).toEqual([1.35, 2.25, 0.35])
      })

      it("is the same for a quantity in bulk, by a stock route, from a file, by calculatePrices and in its explanation", async () => {
        const pricing = getContainer().resolve(Modules.PRICING)
        const sets = await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw<{ rows: { variant_id: string; price_set_id: string }[] }>(`select variant_id, price_set_id from catalog_entry`)
        for (const [n, quantity, price] of PRICES) {
          const [bulk, stock, file] = [await newCart(), await newCart(), await newCart()]
          const { data } = await api.post(`/store/carts/${bulk}/lines`, { lines: [{ article: articleOf(n), quantity }] }, trade.session)
          await api.post(`/store/carts/${stock}/line-items`, { variant_id: variantOf(n), quantity }, trade.session)
          await api.post(
            `/store/carts/${file}/order-form`,
            orderForm([
              ["Артикул", "Количество"],
              [articleOf(n), quantity],
            ]),
            trade.session
          )
          const context = { currency_code: "rub", contract_id: contractId, quantity }
          const set = sets.rows.find((row) => row.variant_id === variantOf(n))
          const [calculated] = await pricing.calculatePrices({ id: [set?.price_set_id ?? ""] }, { context })
          const lines = await Promise.all([bulk, stock, file].map(async (cart) => (await itemsOf(cart))[0].unit_price))
          expect([
            n,
            quantity,
            data.lines[0].unit_price,
            ...lines,
            calculated?.calculated_amount,
            (await explain(n, String(quantity))).price,
          ]).toEqual([n, quantity, price, ...[1, 2, 3, 4].map(() => Number(price)), price])
        }
      })

      it("follows the quantity of a line, however the quantity changes", async () => {
        const cart = await newCart()
        await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(1), quantity: 4 }] }, trade.session)
        const { data } = await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(1), quantity: 1 }] }, trade.session)
        expect(data.lines).toMatchObject([{ quantity: "5", unit_price: "1.20" }])
        const [line] = await itemsOf(cart)
        await api.post(`/store/carts/${cart}/line-items/${line.id}`, { quantity: 3 }, trade.session)
        expect(await itemsOf(cart)).toMatchObject([{ quantity: 3, unit_price: 1.35 }])
      })

      it("is refused below the quantity from which there is one, which is told", async () => {
        await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`delete from type_price`)
        const cart = await newCart()
        const put = (quantity: number) =>
          answerOf(api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(1), quantity }] }, trade.session))
        expect((await put(4)).data.lines).toMatchObject([{ status: "refused", code: "no_price", nearest: { lower: null, upper: "5" } }])
        expect((await put(5)).data.lines).toMatchObject([{ status: "added", unit_price: "1.20" }])
      })

      it("that changed in the meantime is shown before anything is placed, and its explanation stays with the order", async () => {
        const cart = await newCart()
        await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(3), quantity: 2 }] }, trade.session)
        await loadRecords(getContainer(), [adjustment("Entity", { scope: { kind: "legal_entity", external_id: "e1" }, value: "-80", target: { offer_external_ids: ["p3"] }, document: "Приказ 4" })]) // prettier-ignore
        const place = (expected_total: string) => answerOf(api.post(`/store/carts/${cart}/complete`, { expected_total }, trade.session))
        const refused = await place("0.70")
        expect(refused.data.refusals).toMatchObject([{ code: "price_changed", details: { old_unit_price: "0.35", unit_price: "0.70" } }])
        const { data } = await place("1.40")
        expect(data.order.total).toBe("1.40")
        const { rows } = await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw<{ rows: { price: unknown }[] }>(`select metadata #> '{kontor,price}' as price from order_line_item`)
        expect(rows).toMatchObject([
          {
            price: {
              contract_id: contractId,
              quantity: "2",
              steps: [
                { code: "base_price", amount: "3.500000", price_type_name: "Оптовая" },
                { code: "adjusted", amount: "0.7", name: "Entity", kind: "percent", scope_kind: "legal_entity", document: "Приказ 4" },
                { code: "rounded", amount: "0.70" },
              ],
            },
          },
        ])
      })

      it("of an order is told for ever as it was decided, in both languages, also where less was kept or more than is known now", async () => {
        const cart = await newCart()
        const lines = [1, 2, 3].map((n) => ({ article: articleOf(n), quantity: 6 }))
        await api.post(`/store/carts/${cart}/lines`, { lines }, trade.session)
        const { order } = (await api.post(`/store/carts/${cart}/complete`, {}, trade.session)).data
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const keep = (n: number, kept: string) =>
          db.raw(`update order_line_item set metadata = ${kept} where variant_id = ?`, [variantOf(n)])
        await keep(2, `jsonb_set(metadata, '{kontor,price,steps,1}', '{"code": "by_the_moon", "amount": "9", "phase": 3}')`)
        await keep(3, `metadata #- '{kontor,price}'`)
        await db.raw(`update price_type set name = 'Прежняя' where name = 'Оптовая'`)
        await db.raw(`delete from contract_price`)
        const staff = await createStaffSession(getContainer())
        const told = async (locale: string) =>
          (await api.get(`/admin/orders/${order.id}/prices?locale=${locale}`, staff)).data.lines.map(
            ({ explanation }: { explanation: { steps: { text: string }[] } }) =>
              explanation.steps.map(({ text }) => text.replace(/\s/g, " "))
          )
        expect(await told("ru")).toEqual([
          [
            expect.stringMatching(/^Цена договора от 5 единиц: 1,20 ₽\. Документ 1С: Соглашение 7/),
            "Округление до точности валюты: 1,20 ₽.",
          ],
          [expect.stringMatching(/^Вид цены «Оптовая»: 2,50 ₽\./), "by_the_moon: 9,00 ₽.", "Округление до точности валюты: 2,25 ₽."],
          [expect.stringMatching(/^Вид цены «Прежняя»: 0,35 ₽\./)],
        ])
        expect((await told("en"))[0]).toEqual([
          expect.stringMatching(/^Contract price from 5 units: ₽1\.20\./),
          "Rounded to the currency: ₽1.20.",
        ])
        const own = async (query: string) => (await api.get(`/store/company-orders/${order.id}${query}`, trade.session)).data.order.lines[0]
        expect(await own("?explanations=true&locale=en")).toMatchObject({
          explanation: { quantity: "6", steps: [{ text: expect.stringMatching(/^Contract/) }, {}] },
        })
        expect(await own("")).not.toHaveProperty("explanation")
      })

      it("is explained as it was decided, although another one comes into force while the order waits for stock", async () => {
        const cart = await newCart()
        await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(3), quantity: 2 }] }, trade.session)
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const load = await db.transaction()
        await load.raw(`select id from inventory_level for update`)
        const placing = answerOf(api.post(`/store/carts/${cart}/complete`, {}, trade.session))
        await untilSomebodyWaits(db)
        await loadRecords(getContainer(), [adjustment("Entity", { scope: { kind: "legal_entity", external_id: "e1" }, value: "-80", target: { offer_external_ids: ["p3"] } })]) // prettier-ignore
        await load.rollback()
        const { data } = await placing
        expect(data.order.total).toBe("0.70")
        const { rows } = await db.raw<{ rows: { unit_price: string; explained: string }[] }>(
          `select unit_price::text, metadata #>> '{kontor,price,steps,-1,amount}' as explained from order_line_item`
        )
        expect(rows).toEqual([{ unit_price: "0.35", explained: "0.35" }])
      })
    })

    describe("an explanation", () => {
      it("names the row of the contract that is final, and what it leaves aside", async () => {
        expect(await explain(1, "5")).toMatchObject({
          price: "1.20",
          next_price: null,
          steps: [
            {
              code: "contract_price",
              amount: "1.200000",
              from_quantity: "5",
              document: "Соглашение 7 от 01.02.2026",
              as_of: "2026-02-01T07:00:00+00:00",
            },
            { code: "rounded", amount: "1.20" },
          ],
          contract_prices: [{ amount: "1.2", outcome: "holds" }],
          price_types: [{ name: "Оптовая", amount: "1.5", outcome: "contract_price_is_final" }],
          adjustments: [{ name: "All", outcome: "contract_price_is_final" }],
        })
        expect(await explain(1, "4")).toMatchObject({
          next_price: { from_quantity: "5", price: "1.20" },
          contract_prices: [{ outcome: "quantity_not_reached" }],
          price_types: [{ outcome: "holds" }],
        })
      })

      it("goes from the base price over each adjustment to the price, in the order in which they are applied", async () => {
        const { steps, adjustments } = await explain(2, "12")
        expect(steps.map(({ code, amount, name }: Record<string, unknown>) => [code, amount, name ?? null])).toEqual([
          ["base_price", "2.500000", null],
          ["adjusted", "2", "Bulk"],
          ["adjusted", "1.95", "Stacking"],
          ["rounded", "1.95", null],
        ])
        expect(adjustments.map(({ name, outcome }: Record<string, unknown>) => [name, outcome])).toEqual([
          ["Stacking", "holds"],
          ["Bulk", "holds"],
          ["All", "farther"],
        ])
      })

      it("is given to staff for contracts of their clients, and for nothing else", async () => {
        const params = { contract_id: contractId, variant_id: variantOf(3), quantity: "1" }
        const staff = await createStaffSession(getContainer())
        const { data } = await api.get("/admin/price-explanation", { ...staff, params })
        expect(data.explanation).toMatchObject({ contract_id: contractId, price: "0.35", steps: [{}, { name: "Entity" }, {}] })
        const ask = (change: object, session: object = staff) =>
          answerOf(api.get("/admin/price-explanation", { ...session, params: { ...params, ...change } })).then(({ status }) => status)
        expect(await ask({ contract_id: "ctr_nowhere" })).toBe(404)
        expect(await ask({ variant_id: "variant_nowhere" })).toBe(404)
        expect(await ask({ quantity: "-1" })).toBe(400)
        expect(await ask({}, await createManagerSession(getContainer(), { role: "manager" }))).toBe(404)
      })

      it("is told in the language asked for, in that of the browser, or in Russian", async () => {
        const params = { contract_id: contractId, variant_id: variantOf(1), quantity: "5" }
        const staff = await createStaffSession(getContainer())
        const first = async (path: string, session: { headers?: object }, query: object, language?: string) => {
          const headers = { ...session.headers, ...(language ? { "accept-language": language } : {}) }
          const { explanation } = (await api.get(path, { headers, params: { ...query } })).data
          return [explanation.steps[0], explanation.contract_prices[0], explanation.adjustments[0]].map(({ text }) => text.split(" ")[0])
        }
        const [ru, en] = [["Цена", "Цена", "Скидка"], ["Contract", "Contract", "Discount"]] // prettier-ignore
        const { contract_id: _, ...own } = params
        expect(await first("/admin/price-explanation", staff, params)).toEqual(ru)
        expect(await first("/admin/price-explanation", staff, { ...params, locale: "en" }, "ru")).toEqual(en)
        expect(await first("/admin/price-explanation", staff, params, "en-GB,en;q=0.9,ru;q=0.8")).toEqual(en)
        expect(await first("/store/prices/explain", trade.session, { ...own, locale: "en" })).toEqual(en)
        expect(await first("/store/prices/explain", trade.session, own, "de")).toEqual(ru)
      })

      it("is given for another day, when other rows hold", async () => {
        await loadRecords(getContainer(), [PRICES_PACKAGE, contractPrice("p3", "9", { starts_on: "2020-01-01", ends_on: "2020-01-31" })])
        const staff = await createStaffSession(getContainer())
        const params = { contract_id: contractId, variant_id: variantOf(3), day: "2020-01-31" }
        const { explanation } = (await api.get("/admin/price-explanation", { ...staff, params })).data
        expect(explanation).toMatchObject({ day: "2020-01-31", price: "9.00", steps: [{ code: "contract_price" }, {}] })
        expect((await answerOf(api.get("/admin/price-explanation", { ...staff, params: { ...params, day: "31.01.2020" } }))).status).toBe(
          400
        )
      })

      it("is given to dealers for their own contract alone", async () => {
        const ask = (params: object) =>
          answerOf(api.get("/store/prices/explain", { ...trade.session, params })).then(({ status }) => status)
        expect(await ask({ variant_id: variantOf(1), contract_id: contractId })).toBe(400)
        expect(await ask({ variant_id: "variant_nowhere" })).toBe(404)
        expect(await ask({ variant_id: variantOf(1), quantity: "1e3" })).toBe(400)
      })
    })
  },
})
