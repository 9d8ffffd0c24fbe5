import type { ErpOffer, ErpProduct, ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { setTimeout as sleep } from "node:timers/promises"
import { applyPackage, type PackageOutcome } from "../../../src/database/loads/apply-package"
import { resolveErpOptions } from "../../../src/modules/erp/options"
import { ensureStoreDefaults } from "../../../src/workflows/store/ensure-store-defaults"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"

jest.setTimeout(300_000)

const PORTION = 600
/** How often, and how far apart, it is looked whether products have come already. */
const LOOKS = 100
const LOOK_MS = 30

async function productsIn(trx: Knex.Transaction): Promise<number> {
  const { rows } = (await trx.raw(`select count(*)::int as products from product`)) as { rows: { products: number }[] }
  return rows[0]?.products ?? 0
}

const product = (number: number, said: Partial<ErpProduct> = {}): ErpProduct => ({
  kind: "product",
  external_id: `p${number}`,
  name: `Товар ${number}`,
  article: `A-${number}`,
  units: [{ code: "796", name: "шт", coefficient: "1" }],
  group_external_ids: ["first"],
  properties: [{ property_external_id: "colour", value: "red" }],
  is_service: false,
  is_deleted: false,
  ...said,
})

const characteristic = (number: number): ErpOffer => ({
  kind: "offer",
  external_id: `p${number}#xl`,
  product_external_id: `p${number}`,
  characteristics: [{ name: "Размер", value: "XL" }],
  is_deleted: false,
})

const header: ErpRecord[] = [
  { kind: "package", content: "catalog", is_full: true, external_id: "c", formed_at: "2026-01-31T10:00:00", schema_version: null },
  { kind: "group", external_id: "first", parent_external_id: null, name: "Первая", position: 0, is_deleted: false },
  { kind: "group", external_id: "second", parent_external_id: null, name: "Вторая", position: 1, is_deleted: false },
  { kind: "property", external_id: "colour", name: "Цвет", value_type: "reference", is_for_offers: false, is_deleted: false },
  { kind: "property_value", external_id: "red", property_external_id: "colour", value: "Красный" },
]

/** Four portions of products that are new; `said` puts others in the place of some, by number. */
const portions = (said: Record<number, ErpRecord> = {}): ErpRecord[][] => {
  const products = Array.from({ length: 4 * PORTION }, (_, number) => said[number] ?? product(number))
  return [0, 1, 2, 3].map((part) => [...(part === 0 ? header : []), ...products.slice(part * PORTION, (part + 1) * PORTION)])
}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => ((await db().raw(sql)) as { rows: Row[] }).rows

    /** Applies portions one after another; `early`: products that the transaction came to see before the last of them was read. */
    const load = async (parts: ErpRecord[][], fails = false): Promise<PackageOutcome & { early: number }> => {
      const defaults = await ensureStoreDefaults(getContainer())
      let early = 0
      const outcome = await db().transaction((trx) => {
        const read = async function* () {
          const before = await productsIn(trx)
          for (const part of parts.slice(0, -1)) {
            yield part
            // As between pieces of a file: what was asked of the database is answered.
            await sleep(LOOK_MS)
          }
          for (let look = 0; look < LOOKS && early <= before; look += 1) {
            await sleep(LOOK_MS)
            early = await productsIn(trx)
          }
          yield* parts.slice(-1)
          if (fails) {
            throw new Error("The file is cut")
          }
        }
        const receivedAt = new Date()
        const input = {
          source: TEST_SOURCE,
          runId: generateEntityId(undefined, "xrun"),
          receivedAt,
          sha256: null,
          records: read(),
          defaults,
        }
        return applyPackage(trx, { ...input, options: resolveErpOptions(undefined) })
      })
      return { ...outcome, early }
    }

    const groups = header.filter(({ kind }) => kind === "group")

    describe.each([
      { where: "whose groups it brings along", standing: [] },
      { where: "of groups that stand", standing: groups },
    ])("a package of many new products $where", ({ standing }) => {
      beforeEach(async () => {
        if (standing.length > 0) {
          await loadRecords(getContainer(), [...standing])
        }
      })

      it("is merged in part while the rest is read, and is one package all the same", async () => {
        const outcome = await load(portions())
        expect(outcome.early).toBeGreaterThanOrEqual(1000)
        expect(outcome.counts["products"]).toEqual({ received: 2400, created: 2400, updated: 0, deleted: 0, unchanged: 0 })
        expect(outcome.counts["offers"]).toMatchObject({ created: 2400 })
        const facts = await rowsOf(
          `select count(*)::int as entries, count(distinct e.category_keys)::int as places, count(distinct p.metadata -> 'properties')::int as properties,
             (select count(*)::int from sales_unit) as units, bool_and(e.is_listed) as listed, min(p.metadata -> 'properties' -> 0 ->> 'value') as colour,
             (select count(*)::int from erp_mapping where kind in ('product', 'offer')) as mapped
           from catalog_entry e join product p on p.id = e.product_id`
        )
        expect(facts).toEqual([{ entries: 2400, places: 1, properties: 1, units: 2400, listed: true, colour: "Красный", mapped: 4800 }])
        const seen = await rowsOf(`select cardinality(product_ids) as products from erp_seen`)
        expect(seen).toEqual([{ products: 2400 }])
        const again = await loadRecords(getContainer(), portions().flat())
        expect(again.written).toEqual({ erp_seen: 1 })
      })

      it("puts products into categories that stand, and into one anew that the staff has deleted meanwhile", async () => {
        await loadRecords(getContainer(), header)
        await db().raw(`update product_category set deleted_at = now() where name = 'Первая'`)
        const placed = product(1, { group_external_ids: ["second", "first"] })
        const outcome = await load(portions({ 1: placed }))
        expect(outcome.early).toBeGreaterThanOrEqual(1000)
        const rows = await rowsOf(
          `select c.name, count(*)::int as products from product_category_product link join product_category c on c.id = link.product_category_id
           where c.deleted_at is null group by c.name order by c.name`
        )
        expect(rows).toEqual([
          { name: "Вторая", products: 1 },
          { name: "Первая", products: 2400 },
        ])
        expect(
          await rowsOf(
            `select from product_category_product link join product_category c on c.id = link.product_category_id where c.deleted_at is not null`
          )
        ).toEqual([])
      })

      it("gives entries their keys in its order", async () => {
        await load(portions())
        const disorder = await rowsOf(
          `select from (select key, substr(article, 3)::int as number, lag(substr(article, 3)::int) over (order by key) as before from catalog_entry) e
           where number < before`
        )
        expect(disorder).toEqual([])
      })

      it("gives them in its order also where one in its middle has to wait for its group", async () => {
        await load(portions({ 700: product(700, { group_external_ids: ["first", "nowhere"] }) }))
        expect(
          await rowsOf(
            `select min(key) - min(substr(article, 3)::int) as shift, max(key) - max(substr(article, 3)::int) as end_shift from catalog_entry`
          )
        ).toEqual([{ shift: 1, end_shift: 1 }])
        expect(await rowsOf(`select code, subject from exchange_run_issue`)).toEqual([{ code: "group_unknown", subject: "nowhere" }])
      })

      it("shows pictures that came before it, and waits for others", async () => {
        await db()("erp_file").insert({
          source: TEST_SOURCE,
          path: "a.png",
          file_id: "f1",
          url: "/a.png",
          thumbnail_url: "/a-small.png",
          sha256: "1",
          bytes: 1,
        })
        const outcome = await load(
          portions({ 3: product(3, { images: ["a.png", "b.png"] }), 2398: product(2398, { images: ["b.png", "a.png"] }) })
        )
        expect(outcome.counts["images"]).toMatchObject({ received: 4, created: 4 })
        const shown = await rowsOf(
          `select e.article, e.thumbnail, array(select i.url || ' ' || i.rank from image i where i.product_id = e.product_id) as images from catalog_entry e
           where e.thumbnail is not null order by e.key`
        )
        expect(shown).toEqual([
          { article: "A-3", thumbnail: "/a-small.png", images: ["/a.png 0"] },
          { article: "A-2398", thumbnail: "/a-small.png", images: ["/a.png 1"] },
        ])
        const again = await loadRecords(getContainer(), portions({ 3: product(3, { images: ["b.png"] }) }).flat())
        expect(again.counts["images"]).toMatchObject({ deleted: 2 })
        expect(await rowsOf(`select article from catalog_entry where thumbnail is not null`)).toEqual([{ article: "A-2398" }])
      })

      it("has its last word on what it names again behind the part that was merged", async () => {
        await loadRecords(getContainer(), header)
        const repeated = product(1, { name: "Товар иначе", article: "A-NEW", group_external_ids: ["second"], units: [] })
        const outcome = await load(portions({ 2399: repeated }))
        expect(outcome.early).toBeGreaterThanOrEqual(1000)
        const rows = await rowsOf(
          `select e.title, e.article, array(select c.name from unnest(e.category_keys) k join catalog_category cc on cc.key = k join product_category c on c.id = cc.category_id) as places
           from catalog_entry e join erp_mapping m on m.internal_id = e.product_id and m.kind = 'product' where m.external_id = 'p1'`
        )
        expect(rows).toEqual([{ title: "Товар иначе", article: "A-NEW", places: ["Вторая"] }])
        expect(outcome.counts["products"]).toMatchObject({ received: 2400, created: 2399, updated: 1 })
      })

      it("tells once of a property that nobody described, and of each article that two have", async () => {
        const unknown = { properties: [{ property_external_id: "none", value: "x" }] }
        const outcome = await load(
          portions({ 5: product(5, unknown), 6: product(6, { article: "A-7" }), 2398: product(2398, { ...unknown, article: "A-9" }) })
        )
        expect(outcome.issue_count).toBe(3)
        const issues = await rowsOf(`select code, message, subject from exchange_run_issue order by code, subject`)
        expect(issues).toMatchObject([
          { code: "article_duplicate", subject: "p2398" },
          { code: "article_duplicate", subject: "p7" },
          { code: "property_unknown", message: expect.stringContaining("2 products") as string },
        ])
      })

      it("is read by properties that are described behind its products", async () => {
        const [first = [], ...rest] = portions()
        await db()("catalog_property").insert({ id: "cprp_colour", kind: "property", name: "Цвет", is_searchable: true })
        const described = header.filter(({ kind }) => kind === "property" || kind === "property_value")
        const outcome = await load([first.filter((record) => !described.includes(record)), ...rest, described])
        expect(outcome.early).toBeGreaterThanOrEqual(1000)
        expect(outcome.issue_count).toBe(0)
        const told = await rowsOf(`select metadata -> 'properties' as properties, count(*)::int as products from product group by 1`)
        expect(told).toEqual([{ properties: [{ name: "Цвет", value: "Красный" }], products: 2400 }])
        const facts = await rowsOf(
          `select property_words as words, count(*)::int as entries from catalog_entry e join catalog_facts f on f.entry_key = e.key
           where cardinality(f.value_keys) = 1 group by 1`
        )
        expect(facts).toEqual([{ words: "Красный", entries: 2400 }])
      })

      it("adopts offers that came before it", async () => {
        await loadRecords(getContainer(), [characteristic(3), characteristic(2399)])
        const outcome = await load(portions())
        expect(outcome.early).toBeGreaterThanOrEqual(1000)
        const rows = await rowsOf(
          `select e.title, e.article, e.is_listed from catalog_entry e where e.variant_title is not null order by e.title`
        )
        expect(rows).toEqual([
          { title: "Товар 2399", article: "A-2399", is_listed: true },
          { title: "Товар 3", article: "A-3", is_listed: true },
        ])
      })

      it("is left to the end where a product is known already", async () => {
        await loadRecords(getContainer(), [...header, product(1)])
        const outcome = await load(portions({ 1: product(1, { name: "Товар иначе" }) }))
        expect(outcome.early).toBe(1)
        expect(outcome.counts["products"]).toMatchObject({ received: 2400, created: 2399, updated: 1 })
      })

      it("leaves nothing behind when it is cut", async () => {
        await expect(load(portions(), true)).rejects.toThrow("The file is cut")
        expect(
          await rowsOf(
            `select from product union all select from erp_mapping where kind <> 'group' union all select from erp_property union all select from catalog_entry`
          )
        ).toEqual([])
      })
    })
  },
})
