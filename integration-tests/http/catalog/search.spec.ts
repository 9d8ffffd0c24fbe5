import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { createCatalog } from "../../helpers/create-catalog"
import { createContract } from "../../helpers/create-contract"
import { createEmployee } from "../../helpers/create-employee"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createStaffSession } from "../../helpers/create-staff-session"
import { dealerSession } from "../../helpers/dealer-session"
import { loadRecords } from "../../helpers/load-records"
import fillCatalogFacts from "../../../src/migration-scripts/fill-catalog-facts"

jest.setTimeout(240_000)

type Product = Parameters<typeof createCatalog>[1][number]

/** What dealers narrow by: a brand, and values of properties by their names. */
const facts = (manufacturer: string | null, properties: Record<string, string>) => ({
  manufacturer,
  properties: Object.entries(properties).map(([property_external_id, value]) => ({ property_external_id, value })),
})

const drill: Product = {
  id: "drill",
  name: "Шуруповерт аккумуляторный Makita 18 В",
  article: "DF-333",
  group: "drills",
  stock: { moscow: "5" },
  offers: [{ barcode: "4600000000015" }],
  product: facts("Makita", { Цвет: "синий", Мощность: "500 Вт" }),
}

const hammer: Product = {
  id: "hammer",
  name: "Дрель ударная Bosch",
  article: "GSB-13",
  group: "drills",
  stock: { moscow: "0", perm: "3" },
  product: facts("Bosch", { Цвет: "зеленый", Мощность: "650 Вт" }),
}

const PRODUCTS: Product[] = [
  drill,
  hammer,
  { id: "key10", name: "Ключ накидной 10 мм", article: "KL-10", group: "tools", product: facts("Bosch", { Цвет: "синий", Размер: "10" }) },
  { id: "key8", name: "Ключи рожковые, набор", article: "KL-8", group: "tools", product: facts(null, { Цвет: "белый" }) },
  { id: "gone", name: "Паяльник газовый", article: "GP-1", product: { is_deleted: true } },
]

const PROPERTIES: ErpRecord[] = ["Цвет", "Мощность", "Размер"].map((name) => ({
  kind: "property",
  external_id: name,
  name,
  value_type: "text",
  is_for_offers: false,
  is_deleted: false,
}))

interface Facet {
  id: string
  kind: string
  name: string
  unit: string | null
  values: { value: string; count: number; is_chosen: boolean }[] | null
  range: { min: string; max: string } | null
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let dealer: { headers: Record<string, string> }
    let catalog: Awaited<ReturnType<typeof createCatalog>>
    let contractId: string

    beforeEach(async () => {
      const container = getContainer()
      await loadRecords(container, PROPERTIES)
      catalog = await createCatalog(container, PRODUCTS)
      const entity = await createLegalEntity(container)
      contractId = (await createContract(container, { legal_entity_id: entity.id, price_type_id: catalog.idOf("price_type", "dealer") })).id
      const employee = await createEmployee(container, { legal_entity_id: entity.id })
      dealer = await dealerSession(api, { headers: { "x-publishable-api-key": catalog.store.publishable_key } }, employee)
    })

    async function list(params: Record<string, unknown>) {
      const { data } = await api.get("/store/catalog", { ...dealer, params })
      return data
    }

    async function found(q: string): Promise<{ articles: string[]; corrected_to: string | null }> {
      const { entries, corrected_to } = await list({ q })
      return { articles: entries.map(({ article }: { article: string }) => article).sort(), corrected_to }
    }

    describe("a text that finds nothing", () => {
      it.each([
        ["errors in two words", "шурупаверт акумуляторный", "шуруповерт аккумуляторный", ["DF-333"]],
        ["exchanged letters", "дерль", "дрель", ["GSB-13"]],
        ["the Latin layout", "rk.x", "ключ", ["KL-10", "KL-8"]],
        ["the Russian layout", "ьфлшеф", "makita", ["DF-333"]],
        ["an article under the Russian layout", "ва-333", "df-333", ["DF-333"]],
      ])("with %s is searched for as it was meant", async (_, q, corrected_to, articles) => {
        await expect(found(q)).resolves.toEqual({ articles, corrected_to })
      })

      it("pages through what was meant, in its category alone", async () => {
        const page = await list({ q: "rk.x", limit: 1, offset: 1 })
        expect(page).toMatchObject({ count: 2, corrected_to: "ключ" })
        expect(page.entries).toHaveLength(1)
        await expect(list({ q: "абракадабра" })).resolves.toMatchObject({ count: 0, corrected_to: null })
      })

      it("is not corrected to what finds nothing either", async () => {
        await expect(found("пояльник")).resolves.toEqual({ articles: [], corrected_to: null })
      })

      it("stays as it is when it finds something", async () => {
        await expect(found("ключей")).resolves.toEqual({ articles: ["KL-10", "KL-8"], corrected_to: null })
      })
    })

    it("a barcode finds its product, as the scanner gives it and not a part of it", async () => {
      await expect(found("4600000000015")).resolves.toEqual({ articles: ["DF-333"], corrected_to: null })
      await expect(found("460000000001")).resolves.toEqual({ articles: [], corrected_to: null })
    })

    describe("GET /store/catalog/facets", () => {
      async function facets(params: Record<string, unknown> = {}): Promise<Facet[]> {
        const { data } = await api.get("/store/catalog/facets", { ...dealer, params })
        return data.facets
      }

      /** Counts by value, as "синий 2"; a range as its ends. */
      async function told(params: Record<string, unknown> = {}): Promise<Record<string, string[]>> {
        const found = await facets(params)
        return Object.fromEntries(
          found.map(({ kind, name, values, range }) => [
            name || kind,
            values
              ? values.map(({ value, count, is_chosen }) => `${value} ${count}${is_chosen ? " ✓" : ""}`).sort()
              : [`${range?.min}–${range?.max}`],
          ])
        )
      }

      const idOf = async (name: string): Promise<string> => (await facets()).find((facet) => facet.name === name)?.id ?? "none"
      const articlesOf = async (params: Record<string, unknown>): Promise<string[]> =>
        (await list(params)).entries.map(({ article }: { article: string }) => article).sort()

      it("tells brands, values with counts and ranges of numbers, of properties that have more than one value", async () => {
        const colours = ["белый 1", "зеленый 1", "синий 2"]
        await expect(told()).resolves.toEqual({ brand: ["Bosch 2", "Makita 1"], Цвет: colours, Мощность: ["500–650"] })
        expect((await facets()).find(({ name }) => name === "Мощность")).toMatchObject({ kind: "property", unit: "Вт", values: null })
        await expect(told({ category_id: catalog.idOf("group", "drills") })).resolves.toEqual({
          brand: ["Bosch 1", "Makita 1"],
          Цвет: ["зеленый 1", "синий 1"],
          Мощность: ["500–650"],
        })
      })

      it("counts the values of a property as if nothing were chosen of it, those of others as all choices leave them", async () => {
        const params = { [`property[${await idOf("Цвет")}]`]: "синий" }
        await expect(told(params)).resolves.toEqual({ brand: ["Bosch 1", "Makita 1"], Цвет: ["белый 1", "зеленый 1", "синий 2 ✓"] })
        const ofMakita = { ...params, "property[brand]": "Makita" }
        await expect(told(ofMakita)).resolves.toEqual({ brand: ["Bosch 1", "Makita 1 ✓"], Цвет: ["синий 1 ✓"] })
        await expect(told({ ...ofMakita, category_id: catalog.idOf("group", "drills") })).resolves.toEqual({
          brand: ["Makita 1 ✓"],
          Цвет: ["синий 1 ✓"],
        })
        await expect(articlesOf(params)).resolves.toEqual(["DF-333", "KL-10"])
        await expect(articlesOf({ ...params, "property[brand]": ["Makita", "Bosch"], q: "ключ" })).resolves.toEqual(["KL-10"])
      })

      it("narrows by a range of numbers, open at either end", async () => {
        const power = await idOf("Мощность")
        await expect(articlesOf({ [`property[${power}][from]`]: "600" })).resolves.toEqual(["GSB-13"])
        await expect(articlesOf({ [`property[${power}][to]`]: "500" })).resolves.toEqual(["DF-333"])
        await expect(articlesOf({ [`property[${power}][from]`]: "500", [`property[${power}][to]`]: "650" })).resolves.toHaveLength(2)
      })

      it("narrows to what is free in the warehouses of the contract", async () => {
        const free = async (params: object = {}) =>
          (await api.get("/store/catalog/facets", { ...dealer, params: { count_in_stock: "true", ...params } })).data.in_stock
        await expect(articlesOf({ in_stock: "true" })).resolves.toEqual(["DF-333", "GSB-13"])
        expect((await api.get("/store/catalog/facets", dealer)).data.in_stock).toBeNull()
        expect(await free()).toEqual({ count: 2, is_chosen: false })
        expect(await free({ in_stock: "true" })).toEqual({ count: 2, is_chosen: true })
        expect(await free({ "property[brand]": ["Makita"] })).toEqual({ count: 1, is_chosen: false })
        expect(await free({ q: "GSB13" })).toEqual({ count: 1, is_chosen: false })
        expect(await free({ q: "ключ" })).toEqual({ count: 0, is_chosen: false })
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db.raw(`update contract set warehouse_ids = array[:moscow] where id = :contractId`, {
          moscow: catalog.idOf("warehouse", "moscow"),
          contractId,
        })
        await expect(articlesOf({ in_stock: "true" })).resolves.toEqual(["DF-333"])
        expect(await free()).toMatchObject({ count: 1 })
        await expect(told({ in_stock: "true" })).resolves.toEqual({})
      })

      it("follows the goods: what is loaded, and what the supplier takes back", async () => {
        await expect(told()).resolves.toMatchObject({ brand: ["Bosch 2", "Makita 1"] })
        await createCatalog(getContainer(), [
          { ...drill, product: facts("Bosch", { Цвет: "красный" }) },
          { ...hammer, product: { is_deleted: true } },
        ])
        await expect(told()).resolves.toEqual({ Цвет: ["белый 1", "красный 1", "синий 1"] })
      })

      it("takes a text as the page does", async () => {
        await expect(told({ q: "rk.x" })).resolves.toEqual({ Цвет: ["белый 1", "синий 1"] })
        const part_numbers = [{ number: "rk.x", variant_id: catalog.idOf("offer", "hammer") }]
        await api.post("/store/part-numbers", { part_numbers }, dealer)
        await expect(found("rk.x")).resolves.toEqual({ articles: ["GSB-13"], corrected_to: null })
        await expect(told({ q: "rk.x" })).resolves.toEqual({})
      })

      it("has the goods of a database that was there before, as soon as it is migrated", async () => {
        const before = await told()
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db("catalog_facts").delete()
        await db("catalog_value").delete()
        await db("catalog_property").whereNotIn("id", ["brand", "label"]).delete()
        await fillCatalogFacts({ container: getContainer() })
        expect(Object.keys(before)).not.toEqual([])
        await expect(told()).resolves.toEqual(before)
      })

      it.each([
        ["an unknown property", { "property[none]": "x" }, 400, "property_unknown"],
        ["a range that is none", { "property[brand][from]": "x" }, 400, undefined],
        ["too many properties", Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`property[p${n}]`, "x"])), 400, undefined],
        ["an unknown category", { category_id: "none" }, 404, undefined],
      ])("refuses %s, as the page does", async (_, params, status, code) => {
        for (const path of ["/store/catalog/facets", "/store/catalog"]) {
          const answer = await api.get(path, { ...dealer, params, validateStatus: () => true })
          expect([answer.status, answer.data.code]).toEqual([status, code])
        }
      })
    })

    describe("GET /store/catalog/suggestions", () => {
      async function suggested(q: string) {
        const { data } = await api.get("/store/catalog/suggestions", { ...dealer, params: { q } })
        const { entries, categories, corrected_to } = data
        return {
          articles: entries.map(({ article }: { article: string }) => article),
          categories: categories.map(({ name }: { name: string }) => name),
          corrected_to,
        }
      }

      it.each([
        ["a word that is being typed", "шуру", { articles: ["DF-333"], categories: [], corrected_to: null }],
        ["a category", "инстр", { articles: [], categories: ["Инструмент"], corrected_to: null }],
        [
          "a word of goods and of a category, what begins with it first",
          "дрел",
          { articles: ["GSB-13"], categories: ["Дрели"], corrected_to: null },
        ],
        ["the beginning of an article", "kl-1", { articles: ["KL-10"], categories: [], corrected_to: null }],
        ["an error in what is being typed", "шурупав", { articles: ["DF-333"], categories: [], corrected_to: "шуруповерт" }],
        ["nothing that is known", "абракадабра", { articles: [], categories: [], corrected_to: null }],
        ["no letter at all", "--", { articles: [], categories: [], corrected_to: null }],
      ])("answers to %s", async (_, q, expected) => {
        await expect(suggested(q)).resolves.toEqual(expected)
      })

      it("names no category under one that is hidden, and none is found by its id", async () => {
        const products = getContainer().resolve(Modules.PRODUCT)
        const above = await products.createProductCategories({ name: "Скрытый раздел", is_active: false })
        const below = await products.createProductCategories({ name: "Дрели потайные", is_active: true, parent_category_id: above.id })
        await refreshCatalogEntries(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION), "all")
        await expect(suggested("дрел")).resolves.toMatchObject({ categories: ["Дрели"] })
        const answer = await api.get("/store/catalog", { ...dealer, params: { category_id: below.id }, validateStatus: () => true })
        expect(answer.status).toBe(404)
        await products.updateProductCategories(above.id, { is_active: true })
        await expect(suggested("дрел")).resolves.toMatchObject({ categories: ["Дрели", "Дрели потайные"] })
      })

      it.each(["щётк", "щетк"])("knows a category with «ё» in its name by %s", async (q) => {
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db("product_category")
          .where({ id: catalog.idOf("group", "drills") })
          .update({ name: "Щётки" })
        await expect(suggested(q)).resolves.toEqual({ articles: [], categories: ["Щётки"], corrected_to: null })
      })
    })

    describe("own part numbers", () => {
      const put = (part_numbers: { number: string; variant_id: string | null }[], headers = dealer) =>
        api.post("/store/part-numbers", { part_numbers }, { ...headers, validateStatus: () => true })
      const listed = async (): Promise<string[]> =>
        (await api.get("/store/part-numbers", dealer)).data.part_numbers.map(
          ({ number, article }: { number: string; article: string }) => `${number} = ${article}`
        )

      it("are found by the search, first of all, in whatever spelling; of the entity alone", async () => {
        const hammerId = catalog.idOf("offer", "hammer")
        await expect(put([{ number: "Склад-77/а", variant_id: hammerId }])).resolves.toMatchObject({ status: 200, data: { changed: 1 } })
        await expect(put([{ number: "СКЛАД 77А", variant_id: hammerId }])).resolves.toMatchObject({ data: { changed: 0 } })
        await expect(found("склад 77 а")).resolves.toEqual({ articles: ["GSB-13"], corrected_to: null })
        await put([{ number: "шуруповерт", variant_id: hammerId }])
        const { entries } = await list({ q: "шуруповерт" })
        expect(entries.map(({ article }: { article: string }) => article)).toEqual(["GSB-13", "DF-333"])

        const stranger = await createLegalEntity(getContainer())
        await createContract(getContainer(), { legal_entity_id: stranger.id, price_type_id: catalog.idOf("price_type", "dealer") })
        const employee = await createEmployee(getContainer(), { legal_entity_id: stranger.id })
        const own = dealer
        dealer = await dealerSession(api, { headers: { "x-publishable-api-key": catalog.store.publishable_key } }, employee)
        await expect(found("склад 77 а")).resolves.toEqual({ articles: [], corrected_to: null })
        await expect(listed()).resolves.toEqual([])
        dealer = own
        await expect(listed()).resolves.toEqual(["Склад-77/а = GSB-13", "шуруповерт = GSB-13"])
      })

      it("mean something else when they are put again, are forgotten, and stand in the log", async () => {
        await put([{ number: "N1", variant_id: catalog.idOf("offer", "hammer") }])
        await put([{ number: "n-1", variant_id: catalog.idOf("offer", "drill") }])
        await expect(listed()).resolves.toEqual(["n-1 = DF-333"])
        await expect(put([{ number: "N1", variant_id: null }])).resolves.toMatchObject({ data: { changed: 1 } })
        await expect(listed()).resolves.toEqual([])
        const { rows } = await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`select before, after from audit_entry where action = 'part_numbers.changed' order by at`)
        expect(rows).toEqual([
          { before: { N1: null }, after: { N1: catalog.idOf("offer", "hammer") } },
          { before: { "n-1": catalog.idOf("offer", "hammer") }, after: { "n-1": catalog.idOf("offer", "drill") } },
          { before: { N1: catalog.idOf("offer", "drill") }, after: { N1: null } },
        ])
      })

      it("are refused for what the dealer does not see, and without a letter or digit", async () => {
        const variant_id = catalog.idOf("offer", "hammer")
        await expect(put([{ number: "N1", variant_id: "nowhere" }])).resolves.toMatchObject({ status: 404 })
        await expect(put([{ number: "N1", variant_id: catalog.idOf("offer", "gone") }])).resolves.toMatchObject({ status: 404 })
        await expect(put([{ number: "--", variant_id }])).resolves.toMatchObject({ status: 400, data: { code: "part_number_void" } })
        await expect(put([])).resolves.toMatchObject({ status: 400 })
      })
    })

    describe("what the staff sets of properties", () => {
      let staff: { headers: Record<string, string> }
      beforeEach(async () => {
        staff = await createStaffSession(getContainer())
      })

      const named = async (name: string) =>
        (await api.get("/admin/catalog-properties", { ...staff, params: { q: name } })).data.catalog_properties[0]
      const save = (id: string, change: object) =>
        api.post(`/admin/catalog-properties/${id}`, change, { ...staff, validateStatus: () => true })
      const facetNames = async (): Promise<string[]> =>
        (await api.get("/store/catalog/facets", dealer)).data.facets.map(({ kind, name }: Facet) => name || kind)

      it("is proposed by the values: choices and numbers are facets", async () => {
        await expect(named("Мощность")).resolves.toMatchObject({
          ...{
            is_facet: null,
            proposed_facet: true,
            is_number: true,
            proposed_unit: "Вт",
            value_count: 2,
            is_searchable: false,
            is_on_card: true,
          },
        })
      })

      it("holds at once for facets and the card: shown or not, and in which order", async () => {
        await expect(facetNames()).resolves.toEqual(["Цвет", "brand", "Мощность"])
        const power = await named("Мощность")
        await expect(save(power.id, { position: 1, title_en: "Power", unit: "W", is_on_card: false })).resolves.toMatchObject({
          status: 200,
        })
        const { data } = await api.get("/store/catalog/facets", dealer)
        expect(data.facets[0]).toMatchObject({ name: "Мощность", title_en: "Power", title_ru: null, unit: "W" })
        const card = await api.get(`/store/catalog/${catalog.idOf("offer", "drill")}`, dealer)
        expect(card.data.entry.properties).toEqual([{ name: "Цвет", value: "синий", title_ru: null, title_en: null, unit: null }])
        await save(power.id, { is_facet: false })
        await expect(facetNames()).resolves.toEqual(["Цвет", "brand"])
        const { rows } = await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`select after from audit_entry where action = 'catalog_property.changed' order by at`)
        expect(rows).toEqual([{ after: { position: 1, title_en: "Power", unit: "W", is_on_card: false } }, { after: { is_facet: false } }])
      })

      it("makes goods found by values, and by brands unless they are shut off", async () => {
        await expect(found("зеленые")).resolves.toMatchObject({ articles: [] })
        await expect(found("ключ bosch")).resolves.toMatchObject({ articles: ["KL-10"] })
        const colour = await named("Цвет")
        await save(colour.id, { is_searchable: true })
        await expect(found("зеленые")).resolves.toEqual({ articles: ["GSB-13"], corrected_to: null })
        await expect(found("зиленый")).resolves.toEqual({ articles: ["GSB-13"], corrected_to: "зеленый" })
        await save("brand", { is_searchable: false })
        await expect(found("ключ bosch")).resolves.toMatchObject({ articles: [] })
        await expect(save("label", { is_searchable: true })).resolves.toMatchObject({
          status: 400,
          data: { code: "labels_not_searchable" },
        })
        await expect(save("nowhere", {})).resolves.toMatchObject({ status: 404 })
      })

      it("a rebuild brings back what was lost, and counts the words anew", async () => {
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db.raw(`update catalog_entry set title = 'x', property_words = null`)
        await db.raw(`delete from catalog_facts`)
        await db.raw(`insert into catalog_word (word) values ('паяльник'), ('выдумка') on conflict do nothing`)
        const { data } = await api.post("/admin/catalog-rebuild", {}, staff)
        expect(data).toEqual({ created: 0, updated: 5 })
        await expect(facetNames()).resolves.toEqual(["Цвет", "brand", "Мощность"])
        await expect(found("шурупаверт")).resolves.toMatchObject({ articles: ["DF-333"] })
        const { rows } = await db.raw(`select word, entries from catalog_word where word in ('выдумка', 'bosch', 'ключ') order by word`)
        expect(rows).toEqual([
          { word: "bosch", entries: 2 },
          { word: "ключ", entries: 1 },
        ])
      })
    })
  },
})
