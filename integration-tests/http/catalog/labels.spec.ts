import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { refreshLabelsWorkflow } from "../../../src/workflows/catalog/refresh-labels"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

type Session = { headers: Record<string, string> }
type Entry = { article: string; labels: { code: string }[] }

const COLOURED: ErpRecord = {
  kind: "property",
  external_id: "status",
  name: "Статус",
  value_type: "text",
  is_for_offers: false,
  is_deleted: false,
}

/** The first product as 1C tells it, with a value of the property. */
const firstProduct = (status: string): ErpRecord[] =>
  supplierRecords(1).map((record) =>
    record.kind === "product" ? { ...record, properties: [{ property_external_id: "status", value: status }] } : record
  )

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let dealer: Session
    let staff: Session

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      dealer = trade.session
      staff = await createStaffSession(getContainer())
    })

    const anyStatus = { validateStatus: () => true }
    const get = async (path: string, session: Session = dealer) => (await api.get(path, { ...session, ...anyStatus })).data
    const post = async (path: string, body: object, session: Session = staff) =>
      (await api.post(path, body, { ...session, ...anyStatus })).data
    const labels = async () => (await get("/admin/labels", staff)).labels
    const idOf = async (code: string) => (await labels()).find((label: { code: string }) => label.code === code).id
    const setRule = async (code: string, rule: object | null) => post(`/admin/labels/${await idOf(code)}`, { rule })
    const articlesWith = async (code: string): Promise<string[]> =>
      (await get(`/store/catalog?label=${code}&sort=article`)).entries.map(({ article }: Entry) => article)
    const ALL = [1, 2, 3, 4, 5].map(articleOf)

    it("a label that is given by hand is a fact: shown on list and card, a facet, filtered by, and what visibility asks; and it is gone when it is taken", async () => {
      const id = await idOf("hit")
      const articles = [articleOf(1), articleOf(2), "nowhere"]
      expect(await post(`/admin/labels/${id}/products`, { bears: true, articles })).toEqual({
        changed: 2,
        articles: { found: 2, unknown: ["nowhere"], ambiguous: [] },
      })
      const shown = { code: "hit", name_ru: "Хит", name_en: "Hit", colour: "green" }
      const { entries } = await get("/store/catalog?sort=article")
      expect(entries.map(({ labels }: Entry) => labels)).toEqual([[shown], [shown], [], [], []])
      expect((await get(`/store/catalog/${entries[0].variant_id}`)).entry.labels).toEqual([shown])
      expect(await articlesWith("hit")).toEqual([articleOf(1), articleOf(2)])
      expect(await articlesWith("new")).toEqual([])
      const { product_id } = entries[0]
      const ofProduct = (await get(`/admin/labels?product_id=${product_id}`, staff)).labels
      expect(ofProduct.find(({ code }: { code: string }) => code === "hit")).toMatchObject({
        ...{ is_by_hand: true, is_by_rule: false, entry_count: 2, by_rule_count: 0 },
      })
      await post(`/admin/labels/${await idOf("sale")}/products`, { bears: true, product_ids: [product_id] })
      const facet = (await get("/store/catalog/facets")).facets.find((each: { kind: string }) => each.kind === "label")
      expect(facet.values).toEqual([
        { value: "hit", count: 2, is_chosen: false, label: shown },
        { value: "sale", count: 1, is_chosen: false, label: expect.objectContaining({ code: "sale" }) },
      ])
      const target = { kind: "label", value: "hit" }
      const rule = await post("/admin/visibility-rules", { name: "No hits", scope: { kind: "everyone" }, target, shows: false })
      expect(await articlesWith("hit")).toEqual([])
      expect((await api.delete(`/admin/labels/${id}`, { ...staff, ...anyStatus })).data.code).toBe("label_in_use")
      await api.delete(`/admin/visibility-rules/${rule.visibility_rule.id}`, staff)
      expect(await post(`/admin/labels/${id}/products`, { bears: false, articles: [articleOf(1)] })).toMatchObject({ changed: 1 })
      expect(await articlesWith("hit")).toEqual([articleOf(2)])
      expect(await articlesWith("sale")).toEqual([articleOf(1)])
    })

    it("rules that look at prices, days and orders give a label by themselves, and take it back", async () => {
      const types = { price_type_id: await internalId(getContainer(), "price_type", "wholesale") }
      const rule = { kind: "price_below", ...types, below_type_id: await internalId(getContainer(), "price_type", "retail") }
      expect(await setRule("sale", { ...rule, percent: 50 })).toMatchObject({ label: { entry_count: 5, by_rule_count: 5 } })
      expect(await articlesWith("sale")).toEqual(ALL)
      await setRule("sale", { ...rule, percent: 51 })
      expect(await articlesWith("sale")).toEqual([])
      // Against a retail price without VAT, which is a sixth more with it: 1.50 of 3.60.
      const priceTypes = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)("price_type")
      await priceTypes.where({ id: rule.below_type_id }).update({ includes_vat: false })
      expect(await setRule("sale", { ...rule, percent: 58 })).toMatchObject({ label: { entry_count: 5 } })
      expect(await setRule("sale", { ...rule, percent: 59 })).toMatchObject({ label: { entry_count: 0 } })

      await setRule("new", { kind: "new", days: 30, not_before: null })
      expect(await articlesWith("new")).toEqual(ALL)
      await setRule("new", { kind: "new", days: 30, not_before: "2999-01-01" })
      expect(await articlesWith("new")).toEqual([])

      await setRule("promotion", { kind: "discount", percent: 10 })
      const draft = {
        ...{ name: "Autumn", kind: "percent", currency_code: null, from_quantity: "1", starts_on: null, ends_on: null, is_stacking: false },
        scope: { kind: "everyone", id: null },
        target: { category_id: null, brand: null, properties: [], labels: [], articles: [articleOf(3)] },
      }
      const { price_adjustment } = await post("/admin/price-adjustments", { ...draft, value: "-10" })
      await refreshLabelsWorkflow(getContainer()).run()
      expect(await articlesWith("promotion")).toEqual([articleOf(3)])
      await api.delete(`/admin/price-adjustments/${price_adjustment.id}`, staff)
      await refreshLabelsWorkflow(getContainer()).run()
      expect(await articlesWith("promotion")).toEqual([])

      const { cart } = await post("/store/carts", { region_id: trade.store.region_id }, dealer)
      await post(`/store/carts/${cart.id}/lines`, { lines: [{ article: articleOf(4), quantity: "1" }] }, dealer)
      await post(`/store/carts/${cart.id}/complete`, {}, dealer)
      await setRule("hit", { kind: "bestseller", count: 3, days: 30 })
      expect(await articlesWith("hit")).toEqual([articleOf(4)])
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db("order_state").insert({
        id: "ords_test",
        order_id: (await db("order").first("id")).id,
        is_cancelled: true,
        as_of: new Date(),
      })
      await refreshLabelsWorkflow(getContainer()).run()
      expect(await articlesWith("hit")).toEqual([])
      await db("order_state").del()
      await refreshLabelsWorkflow(getContainer()).run()
      expect(await articlesWith("hit")).toEqual([articleOf(4)])
      await setRule("hit", null)
      expect(await articlesWith("hit")).toEqual([])
    })

    it("a property of 1C gives a label from the load on that brings it, and takes it with the load that changes it", async () => {
      await setRule("special", { kind: "property", name: "Статус", value: "Спец" })
      await loadRecords(getContainer(), [COLOURED, ...firstProduct("Спец")])
      expect(await articlesWith("special")).toEqual([articleOf(1)])
      await loadRecords(getContainer(), [COLOURED, ...firstProduct("Обычный")])
      expect(await articlesWith("special")).toEqual([])
    })

    it("so does a requisite, by its very value, also when the rule comes after the goods", async () => {
      const said = (requisites: Record<string, string>) =>
        loadRecords(
          getContainer(),
          firstProduct("Обычный").map((record) => (record.kind === "product" ? { ...record, requisites } : record))
        )
      await said({ Хит: "true", Вес: "1" })
      await setRule("hit", { kind: "requisite", name: "Хит", value: "true" })
      expect(await articlesWith("hit")).toEqual([articleOf(1)])
      await said({ Хит: "false" })
      expect(await articlesWith("hit")).toEqual([])
      await said({ Хит: "true" })
      expect(await articlesWith("hit")).toEqual([articleOf(1)])
    })

    it("an own label is made once, keeps its word, and is taken off all products when it is removed", async () => {
      const draft = { code: "eco", name_ru: "Эко", name_en: "Eco", colour: "green", position: 9, rule: null }
      const { label } = await post("/admin/labels", draft)
      expect(label).toMatchObject({ ...draft, entry_count: 0 })
      expect(await post("/admin/labels", draft)).toMatchObject({ code: "label_exists" })
      expect(await post(`/admin/labels/${label.id}`, { code: "other" })).toMatchObject({ type: "invalid_data" })
      const unknown = { kind: "price_below", price_type_id: "nowhere", below_type_id: "nothing", percent: 5 }
      expect(await post(`/admin/labels/${label.id}`, { rule: unknown })).toMatchObject({ code: "label_price_type_unknown" })
      expect(await post(`/admin/labels/${label.id}/products`, { bears: true, articles: ["nowhere"] })).toMatchObject({
        code: "label_goods_unknown",
      })
      await post(`/admin/labels/${label.id}/products`, { bears: true, articles: [articleOf(5)] })
      await post(`/admin/labels/${label.id}`, { name_ru: "Экологично" })
      expect((await get("/store/catalog?label=eco")).entries[0].labels[0]).toMatchObject({ name_ru: "Экологично", name_en: "Eco" })
      expect((await api.delete(`/admin/labels/${label.id}`, staff)).data).toMatchObject({ deleted: true })
      expect(await articlesWith("eco")).toEqual([])
      const log = (await get(`/admin/audit-entries?subject_id=${label.id}`, staff)).audit_entries
      expect(log.map(({ action }: { action: string }) => action).reverse()).toEqual([
        ...["label.created", "label.given", "label.updated", "label.deleted"],
      ])
    })
  },
})
