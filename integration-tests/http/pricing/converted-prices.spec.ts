import { today, type ErpCurrencyRate, type ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { lockGoodsOfRules } from "../../../src/database/pricing/lock-price-rules"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(240_000)

const DAY = today()
const daysBefore = (days: number) => new Date(Date.parse(DAY) - days * 86_400_000).toISOString().slice(0, 10)

/** Of 1.50, 2.50 and 3.50, in dollars where a test says so; in a shop 3, 5 and 7 roubles. */
medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: { headers: Record<string, string> }
    let db: Knex
    let variants: string[]

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      staff = await createStaffSession(getContainer())
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      variants = await Promise.all([1, 2, 3].map((n) => internalId(getContainer(), "offer", `p${n}`)))
    })

    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])
    const inDollars = (type: "wholesale" | "retail"): ErpRecord => {
      const name = type === "retail" ? "Розничная" : "Оптовая"
      return { kind: "price_type", external_id: type, name, currency_code: "usd", includes_vat: true }
    }
    const usd = (rate: string, data: Partial<ErpCurrencyRate> = {}): ErpCurrencyRate => {
      return {
        kind: "currency_rate",
        currency_code: "usd",
        in_currency: "rub",
        on_date: DAY,
        rate,
        nominal: "1",
        is_deleted: false,
        ...data,
      }
    }
    const page = async () => (await api.get("/store/catalog?sort=article", trade.session)).data
    const prices = async () => (await page()).entries.map(({ price }: { price: string | null }) => price)
    const explain = async (n: number, params: object = {}) =>
      (await api.get("/store/prices/explain", { ...trade.session, params: { variant_id: variants[n - 1], ...params } })).data.explanation
    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const put = async (cart: string, n: number, quantity: number) =>
      (await answerOf(api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(n), quantity }] }, trade.session))).data
        .lines[0]

    describe("a price type in another currency", () => {
      it("has no price without a rate, and says which rate of which day is missing", async () => {
        await load(inDollars("wholesale"), usd("92.5", { on_date: daysBefore(15) }))
        const { entries } = await page()
        expect(entries[0]).toMatchObject({
          ...{ price: null, retail_price: "3.00", vat: null, is_orderable: false },
          missing_rate: { currency_code: "usd", in_currency: "rub" },
        })
        expect(await put(await newCart(), 1, 1)).toMatchObject({
          status: "refused",
          code: "rate_missing",
          message: expect.stringContaining(DAY),
        })
        const why = await explain(1, { locale: "en" })
        expect(why).toMatchObject({
          ...{ price: null, steps: [], missing_rate: { currency_code: "usd", in_currency: "rub" } },
          price_types: [{ amount: "1.5", currency_code: "usd", outcome: "rate_missing" }],
        })
        expect(why.text).toContain("there is no rate of USD in RUB")
      })

      it("is converted by the rate of the last bank day, to one number everywhere, and explained with it", async () => {
        await load(
          inDollars("wholesale"),
          usd("90", { on_date: daysBefore(15) }),
          usd("92.5137", { on_date: daysBefore(14) }),
          adjustment("All")
        )
        // 1.50 × 92.5137 × 0.9 = 124.893495
        expect(await prices()).toEqual(["124.89", "208.16", "291.42"])
        const { data } = await api.get(`/store/catalog/${variants[0]}`, trade.session)
        expect(data.entry).toMatchObject({ price: "124.89", vat_rate: "20", includes_vat: true, vat: "20.82", missing_rate: null })
        expect((await put(await newCart(), 1, 2)).unit_price).toBe("124.89")
        const contract_id = await internalId(getContainer(), "contract", "c1")
        const { rows } = await db.raw<{ rows: { price_set_id: string }[] }>(`select price_set_id from catalog_entry where variant_id = ?`, [
          variants[0] ?? "",
        ])
        const [calculated] = await getContainer()
          .resolve(Modules.PRICING)
          .calculatePrices({ id: rows.map(({ price_set_id }) => price_set_id) }, { context: { currency_code: "rub", contract_id } })
        expect(calculated?.calculated_amount).toBe(124.89)
        expect(await explain(1)).toMatchObject({
          ...{ price: "124.89", vat: "20.82", vat_rate: "20", includes_vat: true, base_price: { amount: "1.5", currency_code: "usd" } },
          steps: [
            { code: "base_price", amount: "1.500000", currency_code: "usd" },
            {
              code: "converted",
              amount: "138.77055",
              rates: [{ rate: "92.5137", on_date: daysBefore(14), source: "erp", is_inverse: false }],
            },
            { code: "adjusted", amount: "124.893495" },
            { code: "rounded", amount: "124.89" },
          ],
        })
      })

      it("follows a rate that the staff corrects, also in a cart that is open", async () => {
        await load(inDollars("wholesale"))
        const tell = (rate: string) =>
          api.post("/admin/currency-rates", { currency_code: "usd", in_currency: "rub", on_date: DAY, rate }, staff)
        await tell("100")
        const cart = await newCart()
        expect((await put(cart, 1, 2)).unit_price).toBe("150.00")
        await tell("110")
        expect(await prices()).toEqual(["165.00", "275.00", "385.00"])
        expect((await put(cart, 1, 1)).unit_price).toBe("165.00")
      })

      it("of retail is converted too, and is not shown where there is no rate", async () => {
        await load(inDollars("retail"))
        const retail = async () => (await page()).entries.map(({ retail_price }: { retail_price: string | null }) => retail_price)
        expect(await retail()).toEqual([null, null, null])
        await load(usd("0.5"))
        expect(await retail()).toEqual(["1.50", "2.50", "3.50"])
      })
    })

    it("a page tells the moments of both price types, and of each unit what one of it costs", async () => {
      await db.raw(`update price_type set as_of = '2026-01-30T08:00:00Z' where is_retail`)
      const { entries, as_of, retail_as_of } = await page()
      expect([as_of, retail_as_of].map((moment) => new Date(moment).toISOString())).toEqual([
        "2026-01-31T07:00:00.000Z",
        "2026-01-30T08:00:00.000Z",
      ])
      expect(entries[2].units).toMatchObject([
        { code: "796", price: "3.50" },
        { code: "778", coefficient: "12", price: "42.00" },
      ])
      await load(priceList("c1"), contractPrice("p3", "3", { from_quantity: "12" }))
      expect((await page()).entries[2].units).toMatchObject([{ price: "3.50" }, { price: "36.00" }])
    })

    describe("a label that shuts adjustments off", () => {
      async function labelFirst(label: string): Promise<void> {
        const product = await internalId(getContainer(), "product", "p1")
        await db.raw(`insert into product_tag (id, value) values ('ptag_1', ?)`, [label])
        await db.raw(`insert into product_tags (product_id, product_tag_id) values (?, 'ptag_1')`, [product])
        await refreshCatalogEntries(db, { productIds: [product] })
      }
      const path = "/admin/exclusive-labels"
      const lenient = () => ({ ...staff, validateStatus: () => true })
      const labels = async () =>
        (await api.get(path, staff)).data.exclusive_labels.map(({ label, source, entry_count }: Record<string, unknown>) => [
          label,
          source,
          entry_count,
        ])

      it("leaves the base price of what bears it, says so, and lets adjustments hold again when it is removed", async () => {
        await labelFirst("Распродажа")
        await load(adjustment("All"))
        expect(await prices()).toEqual(["1.35", "2.25", "3.15"])
        expect((await api.post(path, { label: "Nowhere" }, lenient())).data).toMatchObject({ code: "label_unknown" })
        const { data } = await api.post(path, { label: "Распродажа" }, staff)
        expect(data.exclusive_label).toMatchObject({ label: "Распродажа", source: "portal", entry_count: 1 })
        expect((await api.post(path, { label: "Распродажа" }, staff)).data).toEqual(data)
        expect(await prices()).toEqual(["1.50", "2.25", "3.15"])
        expect(await explain(1)).toMatchObject({
          ...{ price: "1.50", shut_off_by: "Распродажа" },
          steps: [{ code: "base_price" }, { code: "adjustments_shut_off", amount: "1.5", label: "Распродажа" }, { code: "rounded" }],
          adjustments: [{ name: "All", outcome: "adjustments_shut_off" }],
        })
        await load(priceList("c1"), contractPrice("p1", "1.2"))
        expect(await prices()).toEqual(["1.20", "2.25", "3.15"])
        await load(priceList("c1"), contractPrice("p1", "1.2", { is_deleted: true }))
        await api.delete(`${path}/${data.exclusive_label.id}`, staff)
        expect((await api.delete(`${path}/${data.exclusive_label.id}`, lenient())).status).toBe(404)
        expect(await prices()).toEqual(["1.35", "2.25", "3.15"])
        const { rows } = await db.raw<{ rows: { action: string }[] }>(
          `select action from audit_entry where subject_type = 'exclusive_label' order by at, id`
        )
        expect(rows.map(({ action }) => action)).toEqual(["exclusive_label.created", "exclusive_label.deleted"])
      })

      it("waits for a load no longer than a person does", async () => {
        await labelFirst("Распродажа")
        const trx = await db.transaction()
        try {
          await lockGoodsOfRules(trx, "shared")
          expect((await api.post(path, { label: "Распродажа" }, lenient())).data).toMatchObject({ code: "prices_being_loaded" })
        } finally {
          await trx.rollback()
        }
        expect((await api.post(path, { label: "Распродажа" }, lenient())).status).toBe(200)
      })

      it("comes from the ERP too, whose word stands until it withdraws it; the same again writes nothing", async () => {
        await labelFirst("Hit")
        const word: ErpRecord = { kind: "exclusive_label", label: "Hit", is_deleted: false }
        await api.post(path, { label: "Hit" }, staff)
        await load(adjustment("All"), word, { kind: "exclusive_label", label: "Not yet", is_deleted: false })
        expect(await labels()).toEqual([
          ["Hit", "erp", 1],
          ["Not yet", "erp", 0],
        ])
        expect((await load(word)).written).toEqual({})
        const [hit] = (await api.get(path, staff)).data.exclusive_labels
        expect((await api.delete(`${path}/${hit.id}`, lenient())).data).toMatchObject({ code: "erp_owned" })
        // Adjustments that end take their traits with them, but not those of labels.
        await load(adjustment("Aimed", { target: { labels: ["Hit"] } }))
        await load(adjustment("Aimed", { is_deleted: true }))
        expect(await prices()).toEqual(["1.50", "2.25", "3.15"])
        await load({ ...word, is_deleted: true })
        expect(await labels()).toEqual([["Not yet", "erp", 0]])
        expect(await prices()).toEqual(["1.35", "2.25", "3.15"])
      })
    })
  },
})
