import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId, priceOf } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

/** The n-th product as the ERP tells it anew: in a group, with what it weighs. */
const inGroup = (n: number, data: object = {}): ErpRecord => ({
  ...{ kind: "product", external_id: `p${n}`, name: `Product ${n}`, article: articleOf(n), group_external_ids: ["saws"] },
  ...{ is_service: false, is_deleted: false },
  ...data,
})

const SAWS: ErpRecord[] = [
  { kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T10:00:00", schema_version: "2.07" },
  { kind: "group", external_id: "saws", parent_external_id: null, name: "Пилы", position: 0, is_deleted: false },
  { kind: "property", external_id: "teeth", name: "Зубья", value_type: "number", is_for_offers: false, is_deleted: false },
  { kind: "property", external_id: "secret", name: "Закупка", value_type: "text", is_for_offers: false, is_deleted: false },
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    let products: string[]
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      products = ["", ...(await Promise.all([1, 2, 3, 4, 5].map((n) => internalId(getContainer(), "product", `p${n}`))))]
    })

    const product = (n: number) => products[n] ?? ""
    const cardOf = async (n: number, session: object = trade.session) =>
      (await answerOf(api.get(`/store/catalog/${await internalId(getContainer(), "offer", `p${n}`)}`, session))).data
    const articles = (entries: { article: string }[]) => entries.map(({ article }) => Number(article.slice(4)))
    const beside = async (n: number, session?: object) => {
      const { related, analogue, accessory } = (await cardOf(n, session)).beside
      return { related: articles(related), analogue: articles(analogue), accessory: articles(accessory) }
    }
    const versionsOf = async (n: number) => (await api.get(`/admin/product-relations/${product(n)}`, staff)).data.versions
    const say = async (n: number, kind: string, others: number[], is_mutual = false, session: object = staff, version?: string) => {
      const relations = others.map((other) => ({ product_id: product(other), is_mutual }))
      const body = { kind, relations, version: version ?? (await versionsOf(n))[kind] }
      return answerOf(api.post(`/admin/product-relations/${product(n)}`, body, session))
    }
    const hide = (article: string) =>
      api.post(
        "/admin/visibility-rules",
        { name: "Rule", scope: { kind: "everyone" }, target: { kind: "list", articles: [article] }, shows: false },
        staff
      )

    it("the card tells measures, the properties that are shown with their unit, manufacturer and country", async () => {
      const told = {
        requisites: { Вес: "1,25", Длина: "30 см" },
        properties: [
          { property_external_id: "teeth", value: "24" },
          { property_external_id: "secret", value: "дёшево" },
        ],
        ...{ manufacturer: "Makita", country: "Япония", barcode: "4600000000017" },
      }
      await loadRecords(getContainer(), [...SAWS, inGroup(1, told)])
      await db()("catalog_property").where({ name: "Закупка" }).update({ is_on_card: false })
      await db()("catalog_property").where({ name: "Зубья" }).update({ title_ru: "Число зубьев", unit: "шт" })
      await db()("product")
        .where({ id: product(1) })
        .update({ height: 45.5 })
      const { entry, explanation } = await cardOf(1)
      expect((await api.get(explanation, trade.session)).data.explanation.price).toBe(entry.price)
      expect(entry).toMatchObject({
        ...{ manufacturer: "Makita", country: "Япония", barcode: "4600000000017" },
        measures: [
          { name: "weight", value: "1250", unit: "g" },
          { name: "length", value: "300", unit: "mm" },
          { name: "height", value: "45.5", unit: "mm" },
        ],
        properties: [{ name: "Зубья", title_ru: "Число зубьев", title_en: null, value: "24", unit: "шт" }],
      })
    })

    it("what the staff says belongs to a product is on its card with own prices, in its order, and logged", async () => {
      expect((await say(1, "related", [3, 2])).data.product_relations).toMatchObject([
        { kind: "related", source: "portal", product_id: product(3), article: articleOf(3), is_mutual: false, is_from_other: false },
        { product_id: product(2) },
      ])
      await say(1, "accessory", [5])
      const { beside: shown } = await cardOf(1)
      expect(articles(shown.related)).toEqual([3, 2])
      expect(shown.related[0]).toMatchObject({ price: priceOf(3), units: [{ code: "796" }, { code: "778" }] })
      expect(articles(shown.accessory)).toEqual([5])
      expect(await beside(3)).toEqual({ related: [], analogue: [], accessory: [] })
      await say(1, "related", [3, 2])
      await say(1, "related", [])
      expect((await beside(1)).related).toEqual([])
      expect(
        await db()("audit_entry").where({ action: "product_relations.set" }).orderBy("at").select("subject_id", "before", "after")
      ).toEqual([
        {
          subject_id: product(1),
          before: { related: [] },
          after: { related: [3, 2].map((n) => ({ product_id: product(n), is_mutual: false })) },
        },
        { subject_id: product(1), before: { accessory: [] }, after: { accessory: [{ product_id: product(5), is_mutual: false }] } },
        {
          subject_id: product(1),
          before: { related: [3, 2].map((n) => ({ product_id: product(n), is_mutual: false })) },
          after: { related: [] },
        },
      ])
    })

    it("a mutual analogue is on both cards, once where both say it", async () => {
      await say(1, "analogue", [2], true)
      expect((await beside(2)).analogue).toEqual([1])
      await say(2, "analogue", [4, 1], true)
      expect((await beside(2)).analogue).toEqual([4, 1])
      expect((await beside(1)).analogue).toEqual([2])
      expect((await beside(4)).analogue).toEqual([2])
      const { product_relations } = (await api.get(`/admin/product-relations/${product(1)}`, staff)).data
      expect(product_relations.map(({ product_id, is_from_other }: Record<string, unknown>) => [product_id, is_from_other])).toEqual([
        [product(2), false],
        [product(2), true],
      ])
    })

    it("what somebody else said since is not overwritten; the other kinds and the same again are no matter", async () => {
      const read = await versionsOf(1)
      await say(1, "related", [2])
      await say(1, "accessory", [5])
      const late = await say(1, "related", [3], false, staff, read.related)
      expect([late.status, late.data.code]).toEqual([400, "changed_meanwhile"])
      expect((await say(1, "related", [2], false, staff, read.related)).status).toBe(200)
      expect((await say(1, "analogue", [4], false, staff, read.analogue)).status).toBe(200)
      expect(await beside(1)).toEqual({ related: [2], analogue: [4], accessory: [5] })
    })

    it("refuses a product that is unknown, named twice or itself, and whoever leads nobody", async () => {
      expect((await say(1, "related", [1])).data.code).toBe("product_related_to_itself")
      expect((await say(1, "related", [2, 2])).data.code).toBe("product_repeated")
      expect((await say(1, "related", [9])).status).toBe(400)
      const unknown = { kind: "related", version: "1", relations: [{ product_id: "prod_nowhere" }] }
      expect((await answerOf(api.post(`/admin/product-relations/${product(1)}`, unknown, staff))).data.code).toBe("product_unknown")
      expect((await answerOf(api.post(`/admin/product-relations/prod_nowhere`, { ...unknown, relations: [] }, staff))).status).toBe(404)
      const manager = await createManagerSession(getContainer(), { role: "manager" })
      expect((await say(1, "related", [2], false, manager)).data.code).toBe("role_insufficient")
      expect(await beside(1)).toEqual({ related: [], analogue: [], accessory: [] })
    })

    it("what the ERP says stands beside what the staff says; its list is whole, an unknown product is told, and the same again writes nothing", async () => {
      const pack = (data: object = {}): ErpRecord[] => [
        { kind: "package", content: "reference", is_full: false, external_id: null, formed_at: null, schema_version: "1" },
        {
          kind: "product_relations",
          product_external_id: "p1",
          relation: "analogue",
          to_external_ids: ["p3", "p2"],
          is_mutual: true,
          ...data,
        },
      ]
      await say(1, "analogue", [4])
      const first = await loadRecords(getContainer(), pack({ to_external_ids: ["p3", "gone", "p2", "p3", "p1"] }))
      expect(first.counts["product_relations"]).toMatchObject({ created: 2, updated: 0, deleted: 0 })
      expect(first.issue_count).toBe(1)
      expect((await beside(1)).analogue).toEqual([4, 3, 2])
      expect((await beside(3)).analogue).toEqual([1])
      await loadRecords(getContainer(), pack())
      const again = await loadRecords(getContainer(), pack())
      expect(again.written).toEqual({})
      await say(1, "analogue", [])
      await loadRecords(getContainer(), pack({ to_external_ids: ["p5"], is_mutual: false }))
      expect((await beside(1)).analogue).toEqual([5])
      expect((await beside(5)).analogue).toEqual([])
      await loadRecords(getContainer(), pack({ to_external_ids: [] }))
      expect((await beside(1)).analogue).toEqual([])
    })

    it("beside a product stands the newest of its category, and nothing that is hidden or not listed", async () => {
      await loadRecords(getContainer(), [...SAWS, ...[1, 2, 3, 4].map((n) => inGroup(n))])
      await say(1, "related", [2, 3, 5])
      const novelties = async () => articles((await cardOf(1)).beside.novelties)
      const params = { category_id: await internalId(getContainer(), "group", "saws"), sort: "newest" }
      const newest = articles((await api.get("/store/catalog", { ...trade.session, params })).data.entries).filter((n) => n !== 1)
      expect([...newest].sort()).toEqual([2, 3, 4])
      expect(await novelties()).toEqual(newest)
      await hide(articleOf(3))
      expect(await novelties()).toEqual(newest.filter((n) => n !== 3))
      expect((await beside(1)).related).toEqual([2, 5])
      await loadRecords(getContainer(), [...SAWS, inGroup(2, { is_deleted: true })])
      expect(await novelties()).toEqual([4])
      expect((await beside(1)).related).toEqual([5])
    })

    it("characteristics of a product leave room for other novelties, however many of them are the newest", async () => {
      const sizes = Array.from({ length: 30 }, (_, index) => index + 1)
      const sizeOf = (size: number): ErpRecord => ({
        ...{ kind: "offer", external_id: `p1#${size}`, product_external_id: "p1", name: `Product 1 (${size})`, is_deleted: false },
        characteristics: [{ name: "Размер", value: String(size) }],
      })
      await loadRecords(getContainer(), [...SAWS, ...[1, 2, 3].map((n) => inGroup(n)), ...sizes.map(sizeOf)])
      const { data } = await api.get(`/store/catalog/${await internalId(getContainer(), "offer", "p1#30")}`, trade.session)
      expect(articles(data.beside.novelties)).toEqual([3, 2])
    })
  },
})
