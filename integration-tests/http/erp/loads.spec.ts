import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { beginLoad } from "../../../src/database/loads/begin-load"
import { deactivateMissing } from "../../../src/database/loads/deactivate-missing"
import { matchDocuments } from "../../../src/database/loads/merge/match-documents"
import { StageTables } from "../../../src/database/loads/stage/stage-tables"
import { resolveErpOptions } from "../../../src/modules/erp/options"
import { catalogRecords } from "../../helpers/create-catalog"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"

jest.setTimeout(300_000)

const drill = {
  id: "p1",
  name: "Дрель ударная",
  article: "DR-1",
  group: "drills",
  prices: { retail: "100.50", dealer: "80" },
  stock: { moscow: "5", perm: "-2" },
  product: { requisites: { Кратность: "2", МинимальноеКоличество: "4" }, images: ["import_files/1.jpg"] },
}
const gloves = {
  id: "p2",
  name: "Перчатки",
  article: "GL-1",
  prices: { retail: "10" },
  stock: { moscow: "7" },
  product: { units: [{ code: "796", name: "шт", coefficient: "1" }, { code: "778", name: "упак", coefficient: "12" }] },
  offers: [{}, { external_id: "p2#xl", characteristics: [{ name: "Размер", value: "XL" }] }],
} // prettier-ignore

const fullPackage = (products: Parameters<typeof catalogRecords>[0] = [drill, gloves]): ErpRecord[] => {
  const [, ...rest] = catalogRecords(products)
  return [
    { kind: "package", content: "catalog", is_full: true, external_id: "c", formed_at: "2026-01-31T10:00:00", schema_version: null },
    ...rest,
  ]
}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer, api }) => {
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => ((await db().raw(sql)) as { rows: Row[] }).rows
    const codesOf = async (run: () => Promise<unknown>): Promise<string[]> => {
      await run()
      return (await rowsOf<{ code: string }>(`select code from exchange_run_issue order by created_at, position`)).map((row) => row.code)
    }

    describe("the same package again", () => {
      it("writes no row", async () => {
        await loadRecords(getContainer(), fullPackage())
        const again = await loadRecords(getContainer(), fullPackage())
        // What an export held is remembered with one row a package, for a guarded deactivation.
        expect(again.written).toEqual({ erp_seen: 1 })
        expect(again.counts["products"]).toEqual({ received: 2, created: 0, updated: 0, deleted: 0, unchanged: 2 })
        expect(again.counts["prices"]).toMatchObject({ received: 4, unchanged: 4 })
      })

      it("writes no row even when it must be compared thing by thing, the digests being gone", async () => {
        await loadRecords(getContainer(), fullPackage())
        const remembered = await rowsOf<{ n: number }>(
          `with gone as (delete from erp_digest returning 1) select count(*)::int as n from gone`
        )
        const again = await loadRecords(getContainer(), fullPackage())
        // The negative remainder is told again in the log of each run that reads it.
        expect(again.written).toEqual({ erp_seen: 1, exchange_run_issue: 1, erp_digest: remembered[0]?.n })
      })

      it("brings back what was deleted here meanwhile", async () => {
        const staff = await createStaffSession(getContainer())
        await loadRecords(getContainer(), fullPackage())
        const [before] = await rowsOf<{ id: string }>(`select id from product where external_id = 'p1'`)
        await api.delete(`/admin/products/${before?.id}`, staff)
        const again = await loadRecords(getContainer(), fullPackage())
        expect(again.counts["products"]).toMatchObject({ created: 1 })
        const entries = await rowsOf(
          `select e.article, p.amount::text from catalog_entry e join type_price p on p.entry_key = e.key join price_type t on t.key = p.price_type_key
           where e.is_listed and e.article = 'DR-1' and t.name = 'Дилерская'`
        )
        expect(entries).toEqual([{ article: "DR-1", amount: "80.000000" }])
      })
    })

    describe("a change", () => {
      it("writes only what it concerns", async () => {
        await loadRecords(getContainer(), fullPackage())
        const dearer = await loadRecords(getContainer(), fullPackage([{ ...drill, prices: { retail: "100.50", dealer: "81.25" } }, gloves]))
        expect(dearer.counts["prices"]).toEqual({ received: 4, created: 0, updated: 1, deleted: 0, unchanged: 3 })
        expect(dearer.written).toEqual({ erp_seen: 1, erp_digest: 1, type_price: 1 })
      })

      it("moves a subtree with its root and its entries to the new ancestors", async () => {
        await loadRecords(getContainer(), fullPackage())
        await loadRecords(getContainer(), [
          { kind: "group", external_id: "drills", parent_external_id: "other", name: "Дрели", position: 0, is_deleted: false },
        ])
        const [entry] = await rowsOf<{ path: string[] }>(
          `select array(select c.name from unnest(e.category_keys) k join catalog_category cc on cc.key = k join product_category c on c.id = cc.category_id order by c.name) as path
           from catalog_entry e where article = 'DR-1'`
        )
        expect(entry?.path).toEqual(["Дрели", "Прочее"])
      })

      it("of the same thing twice in a package leaves the last word", async () => {
        const twice = [...fullPackage(), ...fullPackage([{ ...drill, prices: { retail: "100.50", dealer: "79" } }])]
        await loadRecords(getContainer(), twice)
        await loadRecords(getContainer(), twice)
        const prices = await rowsOf(
          `select p.amount::text from type_price p join price_type t on t.key = p.price_type_key where t.name = 'Дилерская'`
        )
        expect(prices).toEqual([{ amount: "79.000000" }])
      })
    })

    describe("things of a package", () => {
      it("are matched by ids of the collation that their tables have, without which joins could not use the keys", async () => {
        const collations = await db().transaction(async (trx) => {
          const input = { source: TEST_SOURCE, runId: "xrun_1", receivedAt: new Date(), options: resolveErpOptions(undefined) }
          const load = await beginLoad(trx, { ...input, defaults: { sales_channel_id: "", shipping_profile_id: "" } })
          await new StageTables(load).make("stage_product")
          await matchDocuments(load, { kind: "product", table: "product", idPrefix: "prod" })
          const { rows } = (await trx.raw(
            `select count(distinct attcollation)::int as different from pg_attribute
             where attname = 'id' and attrelid in ('load_product'::regclass, 'product'::regclass)`
          )) as { rows: { different: number }[] }
          return rows[0]?.different
        })
        expect(collations).toBe(1)
      })
    })

    describe("what becomes of a product", () => {
      it("has its properties in the words that describe them, in the order of the ERP, whatever their letters", async () => {
        const name = 'Обхват "по\\бокам"\n{}'
        const value = "3/4″ «[внутр.]»\t', ':source'"
        const literal = 'сам\\"сказал\u2028'
        const properties = [
          { property_external_id: "size", value: "inner" },
          { property_external_id: "note", value: literal },
          { property_external_id: "note", value: "" },
          { property_external_id: "unheard", value: "inner" },
        ]
        await loadRecords(getContainer(), [
          { kind: "property", external_id: "size", name },
          { kind: "property", external_id: "note", name: "Заметка" },
          { kind: "property_value", external_id: "inner", property_external_id: "size", value },
          ...fullPackage([{ ...drill, product: { ...drill.product, properties } }, gloves]),
        ] as ErpRecord[])
        const told = await rowsOf(`select metadata -> 'properties' as properties from product order by title`)
        expect(told).toEqual([
          {
            properties: [
              { name, value },
              { name: "Заметка", value: literal },
              { name: "Заметка", value: "" },
            ],
          },
          { properties: null },
        ])
      })

      it("has quantity rule, stock clamped at nothing, retail mirrored in Medusa, and its image reference", async () => {
        await loadRecords(getContainer(), fullPackage())
        const rows = await rowsOf(
          `select e.sku, e.vat_rate::text, r.multiplicity::text, r.minimum::text, price.amount::text as retail,
             (select array_agg(level.stocked_quantity::text || '/' || (level.raw_stocked_quantity ->> 'value') order by l.name)
              from inventory_level level join stock_location l on l.id = level.location_id where level.inventory_item_id = e.inventory_item_id) as stock,
             (select path from erp_product_image i where i.product_id = e.product_id) as image
           from catalog_entry e join quantity_rule r on r.entry_key = e.key join price on price.price_set_id = e.price_set_id where e.article = 'DR-1'`
        )
        expect(rows).toEqual([
          {
            sku: "DR-1",
            vat_rate: "20.00",
            multiplicity: "2.000000",
            minimum: "4.000000",
            retail: "100.50",
            stock: ["5/5", "0/0"],
            image: "import_files/1.jpg",
          },
        ])
      })

      it("lists its characteristics instead of the plain item, and sells them in the same units", async () => {
        await loadRecords(getContainer(), fullPackage())
        const rows = await rowsOf(
          `select e.variant_title, e.is_listed, (select array_agg(u.code order by u.code) from sales_unit u where u.entry_key = e.key) as units
           from catalog_entry e where title = 'Перчатки' order by is_listed`
        )
        expect(rows).toEqual([
          { variant_title: null, is_listed: false, units: ["778", "796"] },
          { variant_title: "XL", is_listed: true, units: ["778", "796"] },
        ])
      })

      it("is unlisted when the ERP deletes it and listed again when it returns", async () => {
        await loadRecords(getContainer(), fullPackage())
        const listed = async () => (await rowsOf(`select from catalog_entry where is_listed and article = 'DR-1'`)).length
        const deleted = await loadRecords(
          getContainer(),
          fullPackage([{ ...drill, product: { ...drill.product, is_deleted: true } } as typeof drill])
        )
        expect(deleted.counts["products"]).toMatchObject({ deleted: 1 })
        expect(await listed()).toBe(0)
        await loadRecords(getContainer(), fullPackage())
        expect(await listed()).toBe(1)
      })

      it("can be read, renamed and deleted in the admin as any other", async () => {
        const staff = await createStaffSession(getContainer())
        await loadRecords(getContainer(), fullPackage())
        const { data } = await api.get(
          `/admin/products?fields=*variants,*variants.prices,*variants.inventory_items,*categories,*sales_channels&q=Дрель`,
          staff
        )
        const [product] = data.products
        expect(product).toMatchObject({ title: "Дрель ударная", status: "published", categories: [{ name: "Дрели" }] })
        expect(product.sales_channels).toHaveLength(1)
        expect(product.variants).toMatchObject([
          { sku: "DR-1", prices: [{ amount: 100.5, currency_code: "rub" }], inventory_items: [{ required_quantity: 1 }] },
        ])
        const renamed = await api.post(`/admin/products/${product.id}`, { title: "Дрель" }, staff)
        expect(renamed.data.product.title).toBe("Дрель")
        const variant = await api.post(`/admin/products/${product.id}/variants/${product.variants[0].id}`, { sku: "DR-2" }, staff)
        expect(variant.data.product.variants[0].sku).toBe("DR-2")
        const removed = await api.delete(`/admin/products/${product.id}`, staff)
        expect(removed.data.deleted).toBe(true)
      })
    })

    describe("what refers to the unknown", () => {
      it("keeps an offer without a product, and its price, until the product comes", async () => {
        const [head, ...rest] = fullPackage([gloves])
        const orphans = rest.filter((record) => record.kind !== "product")
        const codes = await codesOf(() => loadRecords(getContainer(), orphans))
        expect(codes).toEqual(["offer_without_product", "offer_without_product"])
        expect(await rowsOf(`select from type_price`)).toHaveLength(2)
        await loadRecords(
          getContainer(),
          [head, ...rest].filter((record): record is ErpRecord => record !== undefined)
        )
        const rows = await rowsOf<{ title: string; adopted: boolean }>(
          `select v.title, v.product_id is not null as adopted from product_variant v order by v.title`
        )
        expect(rows).toEqual([{ title: "XL", adopted: true }, { title: "Перчатки", adopted: true }]) // prettier-ignore
        expect(await rowsOf(`select from erp_mapping where kind = 'orphan'`)).toHaveLength(0)
      })

      it("skips prices, stock and placements of unknown things with an issue each, and takes them when these come", async () => {
        const known = fullPackage([drill])
        const early = known.filter((record) => !["group", "price_type", "warehouse"].includes(record.kind))
        const codes = await codesOf(() => loadRecords(getContainer(), early))
        expect(codes.sort()).toEqual([
          "group_unknown",
          "price_type_unknown",
          "price_type_unknown",
          "stock_negative",
          "warehouse_unknown",
          "warehouse_unknown",
        ])
        const complete = await loadRecords(getContainer(), known)
        expect(complete.counts["prices"]).toMatchObject({ created: 2 })
        expect(complete.counts["stock"]).toMatchObject({ created: 2 })
        expect(await rowsOf(`select from product_category_product`)).toHaveLength(1)
      })

      it("refuses a contract whose party is unknown and takes it when the party is there", async () => {
        const contract: ErpRecord = {
          kind: "contract", external_id: "k1", number: "Д-1", legal_entity_external_id: "e1", supplier_entity_external_id: "s1", price_type_external_id: "dealer",
          currency_code: "rub", starts_on: "2026-01-01", ends_on: null, is_blocked: false, is_deleted: false,
        } // prettier-ignore
        const parties: ErpRecord[] = [
          { kind: "supplier_entity", external_id: "s1", name: "Поставщик", is_deleted: false },
          { kind: "legal_entity", external_id: "e1", name: "Дилер", inn: "7707083893", is_deleted: false },
        ]
        expect(await codesOf(() => loadRecords(getContainer(), [contract]))).toEqual(["contract_party_unknown"])
        await loadRecords(getContainer(), fullPackage())
        const outcome = await loadRecords(getContainer(), [...parties, contract])
        expect(outcome.counts["contracts"]).toMatchObject({ created: 1 })
        const again = await loadRecords(getContainer(), [...parties, contract])
        expect(again.written).toEqual({})
        const closed = await loadRecords(getContainer(), [{ ...contract, is_deleted: true } as ErpRecord])
        expect(closed.counts["contracts"]).toMatchObject({ deleted: 1 })
      })
    })

    describe("a guarded deactivation", () => {
      const deactivate = (share: number) =>
        db().transaction((trx) => deactivateMissing(trx, { source: TEST_SOURCE, since: new Date(Date.now() - 60_000), share }))

      it("unpublishes what a full export left out", async () => {
        await loadRecords(getContainer(), fullPackage())
        await db().raw(`delete from erp_seen`)
        await loadRecords(getContainer(), fullPackage([drill]))
        expect(await deactivate(0.5)).toBe(1)
        expect(await rowsOf(`select title from product where status = 'draft'`)).toEqual([{ title: "Перчатки" }])
      })

      it("refuses beyond the allowed share, and when no full export has come", async () => {
        await loadRecords(getContainer(), fullPackage())
        await db().raw(`delete from erp_seen`)
        await expect(deactivate(0.2)).rejects.toMatchObject({ code: "deactivation_without_export" })
        await loadRecords(getContainer(), fullPackage([drill]))
        await expect(deactivate(0.2)).rejects.toMatchObject({ code: "deactivation_share_exceeded" })
        expect(await rowsOf(`select from product where status = 'draft'`)).toHaveLength(0)
      })
    })
  },
})
