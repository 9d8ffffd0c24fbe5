import { setTimeout as sleep } from "node:timers/promises"
import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { catalogRecords, type ProductFixture } from "../../helpers/create-catalog"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(300_000)

const drill: ProductFixture = {
  id: "p1",
  name: "Дрель",
  article: "DR-1",
  group: "drills",
  prices: { dealer: "80" },
  stock: { moscow: "5" },
}
const gloves: ProductFixture = {
  id: "p2",
  name: "Перчатки",
  article: "GL-1",
  prices: { dealer: "7" },
  offers: [{}, { external_id: "p2#xl", characteristics: [{ name: "Размер", value: "XL" }] }],
}
const isGoods = (record: ErpRecord) => record.kind === "product" || record.kind === "group"

medusaIntegrationTestRunner({
  testSuite: ({ getContainer, api }) => {
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => {
      const db: Knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      return ((await db.raw(sql)) as { rows: Row[] }).rows
    }
    const load = (...products: ProductFixture[]) => loadRecords(getContainer(), catalogRecords(products))
    const articlesOf = async (title: string) =>
      (await rowsOf<{ article: string }>(`select article from catalog_entry where title = '${title}' order by key`)).map(
        (row) => row.article
      )

    /** Events reach their subscribers after the answer. */
    const forgotten = async (remembered: string) => {
      for (let tries = 0; tries < 50; tries++) {
        if ((await rowsOf(`select from erp_digest where ${remembered}`)).length === 0) {
          return
        }
        await sleep(100)
      }
      throw new Error(`Five seconds after the edit there still are digests of which ${remembered}`)
    }

    describe("the same words of the ERP", () => {
      it("bring products back into a category that was deleted here", async () => {
        const staff = await createStaffSession(getContainer())
        await load(drill)
        const [category] = await rowsOf<{ id: string }>(`select id from product_category where name = 'Дрели'`)
        await api.delete(`/admin/product-categories/${category?.id}`, staff)
        await load(drill)
        const placed = await rowsOf(
          `select p.title, c.name from product_category_product link join product p on p.id = link.product_id
           join product_category c on c.id = link.product_category_id and c.deleted_at is null`
        )
        expect(placed).toEqual([{ title: "Дрель", name: "Дрели" }])
        const again = await load(drill)
        expect(again.written).toEqual({ erp_seen: 1 })
      })
    })

    describe("the same bytes again", () => {
      const deliver = (sha256: string, ...products: ProductFixture[]) =>
        loadRecords(getContainer(), catalogRecords(products), undefined, sha256)

      it("are not read while all stands as they said it, and are counted all the same", async () => {
        const first = await deliver("a", drill)
        expect(first.wasRead).toBe(true)
        const again = await deliver("a", drill)
        expect(again.wasRead).toBe(false)
        expect(again.written).toEqual({ erp_seen: 1 })
        expect(again.counts.prices).toEqual({ received: 1, created: 0, updated: 0, deleted: 0, unchanged: 1 })
        expect(await rowsOf(`select distinct is_full, product_ids::text from erp_seen`)).toHaveLength(1)
      })

      it("are read when another package has said otherwise, and have the last word", async () => {
        await deliver("a", drill)
        await deliver("b", { ...drill, prices: { dealer: "90" } })
        expect((await deliver("a", drill)).wasRead).toBe(true)
        expect(await rowsOf(`select amount::text from type_price`)).toEqual([{ amount: "80.000000" }])
        expect((await deliver("b", { ...drill, prices: { dealer: "90" } })).wasRead).toBe(true)
      })

      it("still bring back a group that another package has renamed", async () => {
        await deliver("a", drill)
        await loadRecords(getContainer(), [
          { kind: "group", external_id: "drills", parent_external_id: "tools", name: "Свёрла", position: 0, is_deleted: false },
        ])
        await deliver("a", drill)
        expect(await rowsOf(`select name from product_category where external_id = 'drills'`)).toEqual([{ name: "Дрели" }])
      })

      it("are read when a product of theirs was deleted here", async () => {
        const staff = await createStaffSession(getContainer())
        await deliver("a", drill)
        const [product] = await rowsOf<{ id: string }>(`select id from product`)
        await api.delete(`/admin/products/${product?.id}`, staff)
        expect((await deliver("a", drill)).wasRead).toBe(true)
        expect(await rowsOf(`select from product where deleted_at is null`)).toHaveLength(1)
      })

      it("are read each time when a reference in them is unknown", async () => {
        const placed = { ...drill, group: "nowhere" }
        await deliver("a", placed)
        expect(await deliver("a", placed)).toMatchObject({ wasRead: true, issue_count: 1 })
      })

      it("are read each time when something in them cannot be applied, which is told again", async () => {
        const records: ErpRecord[] = [
          ...catalogRecords([drill]),
          { kind: "problem", code: "name_missing", message: "A product has no name", subject: "p9" },
        ]
        await loadRecords(getContainer(), records, undefined, "a")
        expect(await loadRecords(getContainer(), records, undefined, "a")).toMatchObject({ wasRead: true, issue_count: 1 })
      })
    })

    describe("what was edited in the admin", () => {
      it("is put right by the same words of the ERP", async () => {
        const staff = await createStaffSession(getContainer())
        await load(drill)
        const [level] = await rowsOf<{ product_id: string; inventory_item_id: string; location_id: string }>(
          `select e.product_id, l.inventory_item_id, l.location_id from inventory_level l join catalog_entry e using (inventory_item_id)`
        )
        await api.post(`/admin/products/${level?.product_id}`, { title: "Дрель со скидкой" }, staff)
        await forgotten("product is not null")
        await api.post(
          `/admin/inventory-items/${level?.inventory_item_id}/location-levels/${level?.location_id}`,
          { stocked_quantity: 900 },
          staff
        )
        await forgotten("stock is not null")
        await load(drill)
        const rows = await rowsOf(
          `select e.title, l.stocked_quantity::int as stock from inventory_level l join catalog_entry e using (inventory_item_id)`
        )
        expect(rows).toEqual([{ title: "Дрель", stock: 5 }])
      })
    })

    describe("a product that the ERP has deleted before it was known here", () => {
      const deleted = { ...drill, product: { is_deleted: true } }

      it("is a draft with its offer, price and stock, and is not listed", async () => {
        await load(deleted)
        const rows = await rowsOf(
          `select p.status, e.is_listed, (select amount::text from type_price t where t.entry_key = e.key) as price
           from product p join catalog_entry e on e.product_id = p.id`
        )
        expect(rows).toEqual([{ status: "draft", is_listed: false, price: "80.000000" }])
        expect((await load(deleted)).written).toEqual({})
      })

      it("is published when it returns", async () => {
        await load(deleted)
        await load(drill)
        expect(await rowsOf(`select status from product`)).toEqual([{ status: "published" }])
        expect(await rowsOf(`select from catalog_entry where is_listed`)).toHaveLength(1)
      })
    })

    describe("a characteristic without an article of its own", () => {
      it("follows the article of its product", async () => {
        await load(gloves)
        expect(await articlesOf("Перчатки")).toEqual(["GL-1", "GL-1"])
        await loadRecords(getContainer(), catalogRecords([{ ...gloves, article: "GL-2" }]).filter(isGoods))
        expect(await articlesOf("Перчатки")).toEqual(["GL-2", "GL-2"])
      })

      it("gets it when the product comes after its offers", async () => {
        const records = catalogRecords([gloves])
        await loadRecords(
          getContainer(),
          records.filter((record) => !isGoods(record))
        )
        await loadRecords(getContainer(), records.filter(isGoods))
        expect(await articlesOf("Перчатки")).toEqual(["GL-1", "GL-1"])
      })

      it("keeps the one it has", async () => {
        const own = { ...gloves, offers: [{}, { ...gloves.offers?.[1], article: "GL-XL" }] }
        await load(own)
        await load({ ...own, article: "GL-2" })
        expect((await articlesOf("Перчатки")).sort()).toEqual(["GL-2", "GL-XL"])
      })
    })
  },
})
