import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { noteCatalogChange } from "../../../src/database/loads/note-catalog-change"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { catalogPage } from "../../../src/database/queries/catalog-page"
import { entriesByArticles, entriesByVariants } from "../../../src/database/queries/entries-by-articles"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import foldPendingLists from "../../../src/jobs/fold-pending-lists"
import { createContract } from "../../helpers/create-contract"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createCatalog } from "../../helpers/create-catalog"

jest.setTimeout(240_000)

const PRODUCTS: Parameters<typeof createCatalog>[1] = [
  { id: "drill", name: "Дрель", article: "DR-1", group: "drills", prices: { retail: "200", dealer: "150.505" } },
  { id: "key", name: "Ключ", article: "KL-1", group: "tools", prices: { retail: "90" } },
  { id: "twin", name: "Ключ другой", article: "KL.1", group: "tools" },
  {
    id: "glove",
    name: "Перчатки",
    article: "GL-1",
    offers: [{}, { external_id: "glove#s", characteristics: [{ name: "Размер", value: "S" }] }],
  },
]

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex
    let catalog: Awaited<ReturnType<typeof createCatalog>>

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      catalog = await createCatalog(getContainer(), PRODUCTS)
    })

    async function entryOf(offer: string) {
      const { rows } = await db.raw(
        `select e.*, array(select category_id from catalog_category where key = any(e.category_keys) order by category_id) as category_ids
         from catalog_entry e where variant_id = ?`,
        [catalog.idOf("offer", offer)]
      )
      return rows[0]
    }

    const refreshDrill = () => refreshCatalogEntries(db, { variantIds: [catalog.idOf("offer", "drill")] })

    describe("refreshing the catalogue", () => {
      it("writes nothing when nothing differs, whatever the scope", async () => {
        const variant_id = catalog.idOf("offer", "drill")
        const nothing = { created: 0, updated: 0 }
        expect(await refreshCatalogEntries(db, "all")).toEqual(nothing)
        expect(await refreshCatalogEntries(db, { variantIds: [variant_id, variant_id, "variant_nowhere"] })).toEqual(nothing)
        expect(await refreshCatalogEntries(db, { productIds: [catalog.idOf("product", "drill")] })).toEqual(nothing)
        expect(await refreshCatalogEntries(db, { variantIds: [] })).toEqual(nothing)
        await db.transaction(async (trx) => {
          await trx.raw(`create temporary table touched (variant_id text) on commit drop`)
          await trx.raw(`insert into touched values (?), (?)`, [variant_id, variant_id])
          expect(await refreshCatalogEntries(trx, { tempTable: "touched" })).toEqual(nothing)
        })
      })

      it("refuses a table name that is more than a name", async () => {
        await expect(refreshCatalogEntries(db, { tempTable: 'x"; drop table product; --' })).rejects.toThrow(
          "is not the name of a temporary table"
        )
      })

      it("rebuilds entries that are missing, and touches only what was named", async () => {
        await db.raw(`delete from catalog_entry`)
        expect(await refreshDrill()).toEqual({ created: 1, updated: 0 })
        expect(await refreshCatalogEntries(db, "all")).toEqual({ created: 4, updated: 0 })
        expect(await entryOf("drill")).toMatchObject({
          product_id: catalog.idOf("product", "drill"),
          article: "DR-1",
          title: "Дрель",
          vat_rate: "20.00",
          is_listed: true,
          category_ids: [catalog.idOf("group", "tools"), catalog.idOf("group", "drills")].sort(),
        })
      })

      it("refreshes siblings of a named variant: the plain item leaves the list with its first characteristic", async () => {
        expect(await entryOf("glove")).toMatchObject({ is_listed: false })
        await db.raw(`update product_variant set metadata = metadata || '{"is_withdrawn": true}' where id = ?`, [
          catalog.idOf("offer", "glove#s"),
        ])
        expect(await refreshCatalogEntries(db, { variantIds: [catalog.idOf("offer", "glove#s")] })).toEqual({ created: 0, updated: 2 })
        expect(await entryOf("glove")).toMatchObject({ is_listed: true })
        expect(await entryOf("glove#s")).toMatchObject({ is_listed: false, variant_title: "S" })
      })

      describe("a page of a category that was found before", () => {
        const titles = async (database: Knex = db) => {
          const place = { category_id: catalog.idOf("group", "tools"), sort: "name" as const, limit: 24, offset: 0 }
          const terms = { contract_id: "ctr_none", currency_code: "rub", day: "2026-11-02", warehouse_ids: [] }
          const asked = { q: "", properties: {}, legal_entity_id: null, sight: null, ...place, ...terms }
          const page = await catalogPage(database, asked)
          return page && { total: page.total, titles: page.entries.map(({ title }) => title) }
        }

        it("is shown as the catalogue is, with what has come, gone and changed its place since", async () => {
          expect(await titles()).toEqual({ total: 3, titles: ["Дрель", "Ключ", "Ключ другой"] })
          await db.raw(`update product set title = 'Ящик' where id = ?`, [catalog.idOf("product", "drill")])
          await refreshDrill()
          expect(await titles()).toEqual({ total: 3, titles: ["Ключ", "Ключ другой", "Ящик"] })
          await db.raw(`update product set status = 'draft' where id = ?`, [catalog.idOf("product", "key")])
          await refreshCatalogEntries(db, "all")
          expect(await titles()).toEqual({ total: 2, titles: ["Ключ другой", "Ящик"] })
          await db.raw(`update product_category set is_active = false where id = ?`, [catalog.idOf("group", "tools")])
          expect(await titles()).toBeNull()
        })

        it("is not sought again before a change is noted, but by a transaction, which may not have noted its own", async () => {
          const before = await titles()
          await db.raw(`update catalog_entry set title = 'Ящик' where variant_id = ?`, [catalog.idOf("offer", "drill")])
          expect((await titles())?.titles).toEqual(["Ящик", ...(before?.titles.slice(1) ?? [])])
          const since = { total: 3, titles: ["Ключ", "Ключ другой", "Ящик"] }
          expect(await db.transaction((trx) => titles(trx))).toEqual(since)
          await noteCatalogChange(db)
          expect(await titles()).toEqual(since)
        })
      })

      it.each([
        ["its product becomes a draft", `update product set status = 'draft' where id = :product`],
        ["its product is deleted", `update product set deleted_at = now() where id = :product`],
        ["it is deleted", `update product_variant set deleted_at = now() where id = :variant`],
        ["it is gone for good", `delete from product_variant where id = :variant`],
        ["its product leaves the sales channel", `update product_sales_channel set deleted_at = now() where product_id = :product`],
        ["its product is taken from it", `update product_variant set product_id = null where id = :variant`],
      ])("takes a variant off the list when %s, and keeps its key", async (_title, sql) => {
        const before = await entryOf("drill")
        await db.raw(sql, { product: catalog.idOf("product", "drill"), variant: catalog.idOf("offer", "drill") })
        expect(await refreshDrill()).toEqual({ created: 0, updated: 1 })
        expect(await entryOf("drill")).toMatchObject({ key: before.key, is_listed: false })
      })

      it("knows all categories of a product with their ancestors, but none under a hidden one", async () => {
        const [product, other] = [catalog.idOf("product", "drill"), catalog.idOf("group", "other")]
        await db.raw(`insert into product_category_product (product_id, product_category_id) values (?, ?)`, [product, other])
        await refreshDrill()
        expect((await entryOf("drill")).category_ids).toHaveLength(3)
        await db.raw(`update product_category set is_active = false where id = ?`, [catalog.idOf("group", "tools")])
        await refreshDrill()
        expect((await entryOf("drill")).category_ids).toEqual([other])
      })

      it("takes no VAT rate that is none", async () => {
        await db.raw(`update product set metadata = '{"vat_rate": "без НДС"}' where id = ?`, [catalog.idOf("product", "drill")])
        await refreshDrill()
        expect(await entryOf("drill")).toMatchObject({ vat_rate: null })
      })
    })

    it("what is noted beside the indexes of searches is put into its place", async () => {
      await db.raw(`create extension if not exists pageinspect`)
      const noted = async () => {
        const { rows } = await db.raw(
          `select (gin_metapage_info(get_raw_page(name, 0))).n_pending_tuples::int as noted
           from unnest(array['catalog_entry_words', 'catalog_entry_codes', 'catalog_entry_category_keys']) as name`
        )
        return rows.map((row: { noted: number }) => row.noted)
      }
      await db.raw(`update catalog_entry set title = title || ' новая'`)
      expect((await noted()).every((count: number) => count > 0)).toBe(true)
      await foldPendingLists(getContainer())
      expect(await noted()).toEqual([0, 0, 0])
    })

    it("articles are resolved at once, with a reason for each that is not found", async () => {
      const found = await entriesByArticles(db, ["dr 1", "KL-1", "kl1", "nothing", "§"], null)
      expect(Object.fromEntries([...found].map(([article, resolution]) => [article, resolution.outcome]))).toEqual({
        "dr 1": "found",
        "KL-1": "found",
        kl1: "ambiguous",
        nothing: "unknown",
        "§": "unknown",
      })
      expect(found.get("KL-1")).toMatchObject({ entry: { variant_id: catalog.idOf("offer", "key") } })
      const variants = await entriesByVariants(
        db,
        [catalog.idOf("offer", "glove"), catalog.idOf("offer", "drill"), "variant_nowhere"],
        null
      )
      expect([...variants.values()].map(({ outcome }) => outcome)).toEqual(["not_listed", "found", "unknown"])
    })

    it("an article with a characteristic, or a barcode, names one entry where the article alone is ambiguous", async () => {
      const gloves = await createCatalog(getContainer(), [
        {
          id: "mitten",
          name: "Рукавица",
          article: "MT-7",
          offers: [
            { external_id: "mitten#red", characteristics: [{ name: "Цвет", value: "красный" }], barcode: "4600000000017" },
            { external_id: "mitten#blue", characteristics: [{ name: "Цвет", value: "синий" }] },
          ],
        },
      ])
      const found = await entriesByArticles(db, ["MT-7", "mt7 Синий", "MT-7 / красный", "MT-7 зелёный", "4600000000017"], null)
      expect(Object.fromEntries([...found].map(([text, it]) => [text, it.outcome === "found" ? it.entry.variant_id : it.outcome]))).toEqual(
        {
          "MT-7": "ambiguous",
          "mt7 Синий": gloves.idOf("offer", "mitten#blue"),
          "MT-7 / красный": gloves.idOf("offer", "mitten#red"),
          "MT-7 зелёный": "unknown",
          "4600000000017": gloves.idOf("offer", "mitten#red"),
        }
      )
    })

    it("prices of many entries come at once, in the order they were asked for, those without one included", async () => {
      const [drill, key] = [(await entryOf("drill")).key, (await entryOf("key")).key]
      const { rows } = await db.raw(`select id from price_type where not is_retail`)
      const contract = await createContract(getContainer(), {
        legal_entity_id: (await createLegalEntity(getContainer())).id,
        price_type_id: rows[0].id,
      })
      const lines = [drill, key, 0, drill].map((entry_key) => ({ entry_key, quantity: "1" }))
      const query = { lines, contract_id: contract.id, currency_code: "RUB", day: "2026-01-31" }
      expect(await pricesOfLines(db, query)).toMatchObject([
        { price: "150.51", retail_price: "200.00", is_orderable: true },
        { price: null, retail_price: "90.00", is_orderable: false },
        { price: null, retail_price: null, is_orderable: false },
        { price: "150.51" },
      ])
      for (const terms of [{ contract_id: "ctr_nowhere" }, { currency_code: "usd" }]) {
        expect((await pricesOfLines(db, { ...query, ...terms }))[0]).toMatchObject({ price: null, is_orderable: false })
      }
    })
  },
})
