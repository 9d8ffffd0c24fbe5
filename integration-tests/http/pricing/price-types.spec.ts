import type { ErpPackage, ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { PRICES_PACKAGE } from "../../helpers/price-records"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

const LATER_PACKAGE: ErpPackage = { ...PRICES_PACKAGE, formed_at: "2026-02-02T10:00:00" }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let lead: { headers: Record<string, string> }
    let wholesale: string
    let retail: string
    let db: Knex

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      lead = await createManagerSession(getContainer(), { role: "head_of_sales" })
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { price_types } = (await api.get("/admin/price-types", lead)).data
      ;[retail, wholesale] = price_types.map(({ id }: { id: string }) => id)
    })

    const change = (id: string, body: object, session = lead) => answerOf(api.post(`/admin/price-types/${id}`, body, session))

    describe("price types", () => {
      it("are listed with what they hold and whom they serve, retail first, for managers too", async () => {
        const manager = await createManagerSession(getContainer(), { role: "manager" })
        const { price_types, count } = (await api.get("/admin/price-types", manager)).data
        expect(count).toBe(2)
        expect(price_types).toMatchObject([
          { is_retail: true, source: "erp", price_count: 3, contract_count: 0, fallback: null },
          { name: "Оптовая", currency_code: "rub", includes_vat: true, price_count: 3, contract_count: 2, region_from_erp: false },
        ])
        expect(price_types[0]).not.toHaveProperty("key")
      })

      it("show their prices by article, and find them by a part of it", async () => {
        const ask = async (params: object) => (await api.get(`/admin/price-types/${wholesale}/prices`, { ...lead, params })).data
        expect(await ask({})).toMatchObject({
          count: 3,
          prices: [{ article: articleOf(1), amount: "1.5" }, { amount: "2.5" }, { amount: "3.5" }],
        })
        expect(await ask({ q: "rt-000002" })).toMatchObject({ count: 1, prices: [{ article: articleOf(2) }] })
        expect(await ask({ q: "---" })).toMatchObject({ count: 0, prices: [] })
        expect(await ask({ limit: 1, offset: 2 })).toMatchObject({ count: 3, prices: [{ article: articleOf(3) }] })
      })

      it("of the ERP keep what it has said; the rest is set by leads and written down", async () => {
        expect((await change(wholesale, { name: "Another" })).data.code).toBe("erp_owned")
        expect((await change(wholesale, { includes_vat: false })).data.code).toBe("erp_owned")
        const { data } = await change(wholesale, { region: "Север", fallback_id: retail })
        expect(data.price_type).toMatchObject({ region: "Север", fallback: { id: retail }, region_from_erp: false })
        const logged = (await api.get("/admin/audit-entries", { ...lead, params: { action: "price_type." } })).data.audit_entries
        expect(logged).toMatchObject([
          {
            action: "price_type.updated",
            subject: { id: wholesale },
            before: { region: null },
            after: { region: "Север", fallback_id: retail },
          },
        ])
        const external = (await db.raw(`select external_id from erp_mapping where kind = 'price_type' and internal_id = ?`, [wholesale]))
          .rows[0].external_id
        await loadRecords(getContainer(), [{ kind: "price_type_rule", external_id: external, fallback_external_id: null }])
        expect((await api.get(`/admin/price-types/${wholesale}`, lead)).data.price_type).toMatchObject({
          fallback: null,
          fallback_from_erp: true,
          region: "Север",
        })
        expect((await change(wholesale, { fallback_id: retail })).data.code).toBe("erp_owned")
        expect((await change(wholesale, { region: null })).status).toBe(200)
      })

      it("are refused a fallback that is none, and are not found by another id", async () => {
        expect((await change(wholesale, { fallback_id: wholesale })).data.code).toBe("fallback_to_self")
        expect((await change(wholesale, { fallback_id: "ptyp_nowhere" })).data.code).toBe("price_type_unknown")
        expect((await change("ptyp_nowhere", { region: "Север" })).status).toBe(404)
        expect((await change(wholesale, { currency_code: "usd" })).status).toBe(400)
        const manager = await createManagerSession(getContainer(), { role: "manager" })
        expect((await change(wholesale, { region: "Север" }, manager)).data.code).toBe("role_insufficient")
      })

      it("hand the retail mark on, with the prices that stock routes show", async () => {
        const shown = async () =>
          (await db.raw<{ rows: { amount: string }[] }>(`select amount::text from price where price_list_id is null and deleted_at is null order by amount`)).rows.map(({ amount }) => Number(amount)) // prettier-ignore
        expect(await shown()).toEqual([3, 5, 7])
        expect((await change(wholesale, { is_retail: true })).status).toBe(200)
        expect(await shown()).toEqual([1.5, 2.5, 3.5])
        const { price_types } = (await api.get("/admin/price-types", lead)).data
        expect(price_types.map(({ id, is_retail }: Record<string, unknown>) => [id, is_retail])).toEqual([[wholesale, true], [retail, false]]) // prettier-ignore
        const [entry] = (await api.get("/store/catalog?sort=article", trade.session)).data.entries
        expect(entry).toMatchObject({ price: "1.50", retail_price: "1.50" })
      })

      it("leave the retail mark with the one of that name when another base brings its own, and hand it to one of that name otherwise", async () => {
        const bring = (source: string, name: string) =>
          loadRecords(
            getContainer(),
            [LATER_PACKAGE, { kind: "price_type", external_id: "first", name, currency_code: "rub", includes_vat: true }],
            source
          )
        const marked = async () =>
          (await api.get("/admin/price-types", lead)).data.price_types
            .filter(({ is_retail }: { is_retail: boolean }) => is_retail)
            .map(({ id }: { id: string }) => id)
        await bring("second-base", "Розничная")
        expect(await marked()).toEqual([retail])
        expect((await api.get("/store/catalog?sort=article", trade.session)).data.entries[0].retail_price).toBe("3.00")
        await change(wholesale, { is_retail: true })
        await bring("third-base", "розничная")
        expect(await marked()).not.toEqual([wholesale])
      })

      it("show stock routes their retail prices in their currency, with the digits that the engine gives it", async () => {
        const load = (record: ErpRecord) => loadRecords(getContainer(), [LATER_PACKAGE, record])
        const shown = async () =>
          (await db.raw<{ rows: { amount: string }[] }>(`select amount::text from price where currency_code = 'amd' order by price.amount`)).rows.map(({ amount }) => amount) // prettier-ignore
        await load({ kind: "price_type", external_id: "retail", name: "Розничная", currency_code: "amd", includes_vat: true })
        expect((await shown()).map(Number)).toEqual([3, 5, 7])
        await load({ kind: "price", offer_external_id: "p1", price_type_external_id: "retail", amount: "12.345", currency_code: "amd", coefficient: "1" }) // prettier-ignore
        expect((await shown()).map(Number)).toEqual([5, 7, 12.35])
      })

      it("of the portal are made by leads, and serve where a type of the ERP has no price", async () => {
        const made = await answerOf(api.post("/admin/price-types", { name: "Портальная", currency_code: "RUB", region: "Юг" }, lead))
        expect(made.data.price_type).toMatchObject({
          source: "portal",
          currency_code: "rub",
          region: "Юг",
          price_count: 0,
          is_retail: false,
        })
        const { id } = made.data.price_type
        expect((await change(id, { name: "Вторая", includes_vat: false })).data.price_type).toMatchObject({
          name: "Вторая",
          includes_vat: false,
        })
        expect((await answerOf(api.post("/admin/price-types", { name: "X", currency_code: "xxq" }, lead))).data.code).toBe(
          "currency_unknown"
        )
      })

      it("of the portal are not told as the ERP's word where they give a price", async () => {
        const made = await api.post("/admin/price-types", { name: "Портальная", currency_code: "rub" }, lead)
        const { id } = made.data.price_type
        const variant_id = await internalId(getContainer(), "offer", "p1")
        await api.post(`/admin/price-types/${id}/prices`, { prices: [{ variant_id, unit: "", from_quantity: "0", amount: "4" }] }, lead)
        const why = async () =>
          (await api.get("/store/prices/explain", { ...trade.session, params: { variant_id, locale: "ru" } })).data.explanation
        expect((await why()).steps[0].text).toContain("По данным 1С на")
        await change(wholesale, { fallback_id: id })
        await db.raw(`delete from type_price where price_type_key = (select key from price_type where id = ?)`, [wholesale])
        const { steps, price_types } = await why()
        expect(steps[0]).toMatchObject({ price_type_name: "Портальная", as_of: null })
        expect(steps[0].text).not.toContain("1С")
        expect(price_types.map(({ text }: { text: string }) => text.includes("1С"))).toEqual([true, false])
      })

      it("that are passed over for the one that has a price are told with the reason, and kept with the order", async () => {
        const make = async (body: object) =>
          (await api.post("/admin/price-types", { currency_code: "RUB", ...body }, lead)).data.price_type.id
        const net = await make({ name: "Без НДС", includes_vat: false, fallback_id: retail })
        const south = await make({ name: "Южная", region: "Юг", fallback_id: net })
        await change(wholesale, { fallback_id: south })
        await db.raw(
          `delete from type_price where price_type_key = (select key from price_type where id = ?) and entry_key = (select key from catalog_entry where article = ?)`,
          [wholesale, articleOf(1)]
        )
        const variant_id = await internalId(getContainer(), "offer", "p1")
        const why = async (locale: string) =>
          (await api.get("/store/prices/explain", { ...trade.session, params: { variant_id, locale } })).data.explanation
        const passed_over = [
          { id: wholesale, name: "Оптовая", reason: "no_price" },
          { id: south, name: "Южная", reason: "other_region" },
          { id: net, name: "Без НДС", reason: "other_vat" },
        ]
        const [explained, inEnglish] = [await why("ru"), await why("en")]
        expect(explained.steps[0]).toMatchObject({ code: "base_price", price_type_name: "Розничная", passed_over })
        expect(explained.steps[0].text).toContain("Не подошли: «Оптовая» (нет цены этого товара), «Южная» (другой регион), «Без НДС» (НДС учтён иначе).") // prettier-ignore
        expect(inEnglish.steps[0].text).toContain("Passed over: “Оптовая” (no price of this product), “Южная” (another region)")
        expect(explained.price_types.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["no_price", "other_region", "other_vat", "holds"]) // prettier-ignore
        const { cart } = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data
        await api.post(`/store/carts/${cart.id}/lines`, { lines: [{ article: articleOf(1), quantity: 2 }] }, trade.session)
        const { order } = (await api.post(`/store/carts/${cart.id}/complete`, {}, trade.session)).data
        await change(wholesale, { fallback_id: null })
        const [line] = (await api.get(`/admin/orders/${order.id}/prices`, { ...lead, params: { locale: "ru" } })).data.lines
        expect(line).toMatchObject({ unit_price: "3.00" })
        expect(line.explanation.steps[0]).toMatchObject({ passed_over, text: explained.steps[0].text })
      })

      it("are left as they were, retail mark and all, when the change cannot be written down", async () => {
        const before = (await api.get("/admin/price-types", lead)).data
        await withoutTable(getContainer(), "audit_entry", async () => {
          expect((await change(wholesale, { is_retail: true, region: "Север" })).status).toBe(500)
          expect((await answerOf(api.post("/admin/price-types", { name: "X", currency_code: "rub" }, lead))).status).toBe(500)
        })
        expect((await api.get("/admin/price-types", lead)).data).toEqual(before)
      })
    })
  },
})
