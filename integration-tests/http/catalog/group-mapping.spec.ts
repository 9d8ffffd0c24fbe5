import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { catalogRecords, createCatalog, type ProductFixture } from "../../helpers/create-catalog"
import { createContract } from "../../helpers/create-contract"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"

jest.setTimeout(240_000)

const PRODUCTS: ProductFixture[] = [
  { id: "drill", name: "Дрель", article: "DR-1", group: "drills", prices: { dealer: "1" } },
  { id: "saw", name: "Пила", article: "SW-1", group: "tools", prices: { dealer: "1" } },
  { id: "box", name: "Ящик", article: "BX-1", prices: { dealer: "1" } },
]

const group = (external_id: string, name: string, parent_external_id: string | null = null): ErpRecord => ({
  ...{ kind: "group", external_id, parent_external_id, name, position: 5, is_deleted: false },
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let catalog: Awaited<ReturnType<typeof createCatalog>>
    let staff: { headers: Record<string, string> }
    let dealer: { headers: Record<string, string> }
    let shop: string

    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (records: ErpRecord[]) => loadRecords(getContainer(), records)
    const send = (path: string, body: object) => answerOf(api.post(`/admin/erp-groups${path}`, body, staff))
    const map = (external_ids: string[], target: object, path = "/map") => send(path, { source: TEST_SOURCE, external_ids, target })
    const groupOf = async (external_id: string) => {
      const { data } = await api.get("/admin/erp-groups?limit=200", staff)
      return data.erp_groups.find((found: { external_id: string }) => found.external_id === external_id)
    }
    const found = async (category_id?: string): Promise<string[]> => {
      const params = { sort: "name", ...(category_id ? { category_id } : {}) }
      const { data } = await api.get("/store/catalog", { ...dealer, params })
      return data.entries.map(({ article }: { article: string }) => article)
    }
    const makeCategory = async (name: string, parent_category_id?: string): Promise<string> => {
      const { data } = await api.post(
        "/admin/product-categories",
        { name, is_active: true, ...(parent_category_id ? { parent_category_id } : {}) },
        staff
      )
      return data.product_category.id
    }

    beforeEach(async () => {
      catalog = await createCatalog(getContainer(), PRODUCTS)
      staff = await createStaffSession(getContainer())
      const entity = await createLegalEntity(getContainer())
      await createContract(getContainer(), { legal_entity_id: entity.id, price_type_id: catalog.idOf("price_type", "dealer") })
      const storefront = { headers: { "x-publishable-api-key": catalog.store.publishable_key } }
      dealer = await createSignedInEmployee(getContainer(), storefront, { legal_entity_id: entity.id })
      shop = await makeCategory("Витрина")
    })

    it("groups are mirrored until somebody maps them; what would move is told before", async () => {
      await expect(groupOf("drills")).resolves.toMatchObject({
        ...{ name: "Дрели", parent_name: "Инструмент", state: "mirrored", product_count: 1 },
        category: { id: catalog.idOf("group", "drills"), name: "Дрели" },
      })
      const preview = await map(["drills", "other"], { to: "category", category_id: shop }, "/preview")
      expect(preview).toMatchObject({ status: 200, data: { mapping: { groups: 2, products: 2, listed: 0 } } })
      await expect(groupOf("drills")).resolves.toMatchObject({ state: "mirrored" })
      await expect(found()).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
    })

    it("a card names no category that is hidden, whatever others dealers see", async () => {
      const parent_category_id = catalog.idOf("group", "tools")
      const { data } = await api.post("/admin/product-categories", { name: "Подсобка", is_active: false, parent_category_id }, staff)
      await api.post(`/admin/product-categories/${data.product_category.id}/products`, { add: [catalog.idOf("product", "saw")] }, staff)
      const card = await api.get(`/store/catalog/${catalog.idOf("offer", "saw")}`, dealer)
      expect(card.data.entry.categories).toEqual([{ id: parent_category_id, name: "Инструмент" }])
    })

    it("several groups go into one category, at once and by every later load; what was put by hand stays", async () => {
      const byHand = await makeCategory("Подарки")
      const products = [catalog.idOf("product", "box"), catalog.idOf("product", "saw")]
      await api.post(`/admin/product-categories/${byHand}/products`, { add: products }, staff)
      await api.post(`/admin/product-categories/${shop}/products`, { add: [catalog.idOf("product", "saw")] }, staff)
      const done = await map(["drills", "other"], { to: "category", category_id: shop })
      expect(done.data.mapping).toEqual({ groups: 2, products: 2, listed: 0 })
      await expect(found(shop)).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
      await expect(found(catalog.idOf("group", "tools"))).resolves.toEqual(["SW-1"])

      const again = await load(catalogRecords([...PRODUCTS, { id: "bit", name: "Бита", article: "BT-1", group: "other" }]))
      expect(again.counts["groups"]).toMatchObject({ created: 0, updated: 0 })
      await expect(found(shop)).resolves.toEqual(["BT-1", "DR-1", "SW-1", "BX-1"])
      await expect(found(byHand)).resolves.toEqual(["SW-1", "BX-1"])

      await load(catalogRecords(PRODUCTS.map((product) => ({ ...product, group: "tools" }))))
      await expect(found(shop)).resolves.toEqual(["BT-1", "SW-1"])
      await expect(found(byHand)).resolves.toEqual(["SW-1", "BX-1"])
      await expect(found(catalog.idOf("group", "tools"))).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
    })

    it("a group goes back to its own category, with all that it holds", async () => {
      await map(["drills"], { to: "category", category_id: shop })
      await expect(
        db()("product_category")
          .where({ id: catalog.idOf("group", "drills") })
          .first("is_active")
      ).resolves.toEqual({ is_active: false })
      const back = await map(["drills"], { to: "mirror" })
      expect(back.data.mapping).toMatchObject({ groups: 1, products: 1 })
      await expect(found(catalog.idOf("group", "drills"))).resolves.toEqual(["DR-1"])
      await expect(found(shop)).resolves.toEqual([])
      await expect(db()("group_product")).resolves.toEqual([])
      await expect(db()("erp_placement")).resolves.toEqual([])
      expect((await map(["drills"], { to: "mirror" })).data.mapping).toEqual({ groups: 0, products: 0, listed: 0 })
    })

    it("a mirrored group below a mapped one hangs below its category, and moves back with it", async () => {
      const parentOf = async (id: string) => (await db()("product_category").where({ id }).first("parent_category_id", "mpath")) as unknown
      const drills = catalog.idOf("group", "drills")
      await map(["tools"], { to: "category", category_id: shop })
      const below = { parent_category_id: shop, mpath: `${shop}.${drills}` }
      await expect(parentOf(drills)).resolves.toEqual(below)
      await expect(found(shop)).resolves.toEqual(["DR-1", "SW-1"])
      await load(catalogRecords(PRODUCTS))
      await expect(parentOf(drills)).resolves.toEqual(below)
      await map(["tools"], { to: "mirror" })
      const tools = catalog.idOf("group", "tools")
      await expect(parentOf(drills)).resolves.toEqual({ parent_category_id: tools, mpath: `${tools}.${drills}` })
      await expect(found(tools)).resolves.toEqual(["DR-1", "SW-1"])
    })

    it("new groups wait in the inbox where the base is set so, and dealers find their goods once they have a place", async () => {
      await send("/sources", { source: TEST_SOURCE, unknown_groups: "inbox" })
      const loaded = await load([
        group("new", "Новинки 1С"),
        ...catalogRecords([...PRODUCTS, { id: "lamp", name: "Лампа", article: "LM-1", group: "new", prices: { dealer: "1" } }]),
      ])
      expect(loaded.counts["groups"]).toMatchObject({ created: 1 })
      await expect(found()).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
      expect(await groupOf("new")).toMatchObject({ state: "inbox", product_count: 1, category: { name: "Неразобранное из 1С" } })
      const { data } = await api.get("/admin/erp-groups/sources", staff)
      expect(data.sources).toEqual([{ source: TEST_SOURCE, unknown_groups: "inbox", group_count: 4, waiting_count: 1 }])
      const done = await map(["new"], { to: "category", category_id: shop })
      expect(done.data.mapping).toEqual({ groups: 1, products: 1, listed: 1 })
      await expect(found(shop)).resolves.toEqual(["LM-1"])
      expect((await map(["new"], { to: "inbox" })).data.mapping).toMatchObject({ products: 1, listed: -1 })
      await expect(found()).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
      expect((await map(["new"], { to: "mirror" })).data.mapping).toMatchObject({ products: 1, listed: 1 })
      const own = (await groupOf("new")).category
      expect(own.name).toBe("Новинки 1С")
      await expect(found(own.id)).resolves.toEqual(["LM-1"])
    })

    it("goods of an ignored group are put nowhere by it, and are listed all the same", async () => {
      expect((await map(["drills"], { to: "ignore" })).data.mapping).toEqual({ groups: 1, products: 1, listed: 0 })
      await expect(found()).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
      await expect(found(catalog.idOf("group", "tools"))).resolves.toEqual(["SW-1"])
      const again = await load(catalogRecords([{ ...PRODUCTS[0], name: "Дрель новая" } as ProductFixture]))
      expect(again.issue_count).toBe(0)
      await expect(found(catalog.idOf("group", "tools"))).resolves.toEqual(["SW-1"])
    })

    describe("the tree", () => {
      const move = (id: string, body: object) => answerOf(api.post(`/admin/catalog-categories/${id}/move`, body, staff))
      const level = async (parent_id?: string): Promise<string[]> => {
        const { data } = await api.get(`/admin/catalog-categories${parent_id ? `?parent_id=${parent_id}` : ""}`, staff)
        return data.catalog_categories.map(({ name }: { name: string }) => name)
      }

      it("is listed level by level and by name, with what is in each category", async () => {
        await expect(level()).resolves.toEqual(["Инструмент", "Прочее", "Витрина"])
        const tools = catalog.idOf("group", "tools")
        const { data } = await api.get(`/admin/catalog-categories?q=дрел`, staff)
        expect(data.catalog_categories).toEqual([
          {
            ...{
              id: catalog.idOf("group", "drills"),
              name: "Дрели",
              parent_id: tools,
              path: ["Инструмент"],
              is_visible: true,
              is_inbox: false,
            },
            ...{ type: "stock", label: null, child_count: 0, product_count: 1, entry_count: 1, group_count: 1 },
            mirrors: { source: TEST_SOURCE, external_id: "drills" },
          },
        ])
      })

      it("is moved with all below it, and among siblings; goods are found where they are now", async () => {
        const [tools, drills] = [catalog.idOf("group", "tools"), catalog.idOf("group", "drills")]
        await move(shop, { parent_id: null, before_id: tools })
        await expect(level()).resolves.toEqual(["Витрина", "Инструмент", "Прочее"])
        const moved = await move(tools, { parent_id: shop })
        expect(moved.data.catalog_category).toMatchObject({
          parent_id: shop,
          path: ["Витрина"],
          mirrors: null,
          group_count: 1,
          child_count: 1,
        })
        await expect(found(shop)).resolves.toEqual(["DR-1", "SW-1"])
        await expect(db()("product_category").where({ id: drills }).first("mpath")).resolves.toEqual({
          mpath: `${shop}.${tools}.${drills}`,
        })
        await load([group("tools", "Инструменты"), ...catalogRecords(PRODUCTS).slice(2)])
        await expect(level(shop)).resolves.toEqual(["Инструмент"])
        await expect(level(tools)).resolves.toEqual(["Дрели"])
        await expect(found(shop)).resolves.toEqual(["DR-1", "SW-1"])
        await move(tools, { parent_id: null })
        await expect(found(shop)).resolves.toEqual([])
        await expect(db()("product_category").where({ id: drills }).first("mpath")).resolves.toEqual({ mpath: `${tools}.${drills}` })
      })

      it("keeps the order that the staff gave it until the ERP orders its groups anew", async () => {
        const [tools, other] = [catalog.idOf("group", "tools"), catalog.idOf("group", "other")]
        await move(shop, { parent_id: null, before_id: other })
        await expect(level()).resolves.toEqual(["Инструмент", "Витрина", "Прочее"])
        await load(catalogRecords(PRODUCTS))
        await expect(level()).resolves.toEqual(["Инструмент", "Витрина", "Прочее"])
        await expect(db()("product_category").where({ id: tools }).first("rank")).resolves.toEqual({ rank: 0 })
      })

      it("never hangs in the inbox, where dealers would find nothing of it", async () => {
        await map(["other"], { to: "inbox" })
        const inbox: { category_id: string } = await db()("catalog_category").where({ is_inbox: true }).first("category_id")
        const tools = catalog.idOf("group", "tools")
        const refused = { status: 400, data: { code: "category_is_inbox" } }
        expect(await move(tools, { parent_id: inbox.category_id })).toMatchObject(refused)
        await expect(found(tools)).resolves.toEqual(["DR-1", "SW-1"])
        await expect(move(tools, { parent_id: null, before_id: inbox.category_id })).resolves.toMatchObject({ status: 200 })
      })

      it("never hangs below itself, and a move is logged", async () => {
        const [tools, drills] = [catalog.idOf("group", "tools"), catalog.idOf("group", "drills")]
        expect(await move(tools, { parent_id: drills })).toMatchObject({ status: 400, data: { code: "category_cycle" } })
        expect(await move(tools, { parent_id: tools })).toMatchObject({ status: 400, data: { code: "category_cycle" } })
        expect(await move(tools, { parent_id: "pcat_nowhere" })).toMatchObject({ status: 400, data: { code: "category_unknown" } })
        expect(await move("pcat_nowhere", { parent_id: null })).toMatchObject({ status: 404 })
        await move(drills, { parent_id: null })
        const { data } = await api.get("/admin/audit-entries?subject_type=catalog_category", staff)
        expect(data.audit_entries).toEqual([
          expect.objectContaining({
            action: "catalog_category.moved",
            before: { name: "Дрели", parent: "Инструмент", place: 0 },
            after: { name: "Дрели", parent: null, place: 3 },
          }),
        ])
      })
    })

    it("stock routes name no category that dealers do not see: neither the inbox nor one that is switched off", async () => {
      await map(["other"], { to: "inbox" })
      const drills = catalog.idOf("group", "drills")
      await api.post(`/admin/product-categories/${drills}`, { is_active: false }, staff)
      const told = await Promise.all(
        [
          "/store/products?fields=id,title,*categories",
          "/store/products?fields=id,categories.name,variants.product.categories.name",
          "/store/product-variants?fields=id,title,*product.categories,product.categories.parent_category.name",
          "/store/product-categories?fields=id,name,*category_children",
          `/store/product-categories/${catalog.idOf("group", "tools")}?fields=id,name,*category_children`,
          "/store/product-categories?fields=id,name,*parent_category&include_descendants_tree=true",
        ].map(async (path) => {
          const { status, data } = await answerOf(api.get(path, dealer))
          return { path, status, names: JSON.stringify(data).match(/Дрели|Неразобранное/g) }
        })
      )
      expect(told).toEqual(told.map(({ path }) => ({ path, status: 200, names: null })))
    })

    it("each group that goes elsewhere is logged; what cannot be is refused, and nothing is written", async () => {
      await map(["drills"], { to: "category", category_id: shop })
      const { data } = await api.get("/admin/audit-entries?subject_type=group_mapping", staff)
      expect(data.audit_entries).toEqual([
        expect.objectContaining({
          action: "group_mapping.updated",
          subject: expect.objectContaining({ id: `${TEST_SOURCE} drills` }),
          before: { name: "Дрели", state: "mirrored", category: "Дрели" },
          after: { name: "Дрели", state: "mapped", category: "Витрина" },
        }),
      ])
      expect(await map(["drills", "nowhere"], { to: "ignore" })).toMatchObject({ status: 404 })
      const unknown = { to: "category", category_id: "pcat_nowhere" }
      expect(await map(["other"], unknown)).toMatchObject({ status: 400, data: { code: "category_unknown" } })
      await db().transaction(async (trx) => {
        await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kontor.erp.' || ?, 0))`, [TEST_SOURCE])
        expect(await map(["other"], { to: "ignore" })).toMatchObject({ status: 400, data: { code: "exchange_running" } })
      })
      await expect(groupOf("drills")).resolves.toMatchObject({ state: "mapped" })
    })
  },
})
