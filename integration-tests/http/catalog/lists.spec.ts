import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { read, utils } from "@e965/xlsx"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId, priceOf, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

type Session = { headers: Record<string, string> }
type Entry = { article: string; variant_id: string; price: string }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let dealer: Session
    let staff: Session
    let variants: string[]

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      dealer = trade.session
      staff = await createStaffSession(getContainer())
      variants = (await get("/store/catalog?sort=article")).entries.map(({ variant_id }: Entry) => variant_id)
    })

    const anyStatus = { validateStatus: () => true }
    const get = async (path: string, session: Session = dealer) => (await api.get(path, { ...session, ...anyStatus })).data
    const post = async (path: string, body: object, session: Session = dealer) =>
      (await api.post(path, body, { ...session, ...anyStatus })).data
    const articlesOf = async (path: string, session: Session = dealer): Promise<string[]> =>
      (await get(path, session)).entries.map(({ article }: Entry) => article)
    const variantOf = (n: number) => variants[n - 1] ?? ""
    const hide = (n: number) => {
      const target = { kind: "list", articles: [articleOf(n)] }
      return post("/admin/visibility-rules", { name: "Hidden", scope: { kind: "everyone" }, target, shows: false }, staff)
    }

    it("favourites are a person's own or shared by the entity, told with prices, and narrow the catalogue; what is hidden is not among them", async () => {
      const colleague = await trade.hire("1", "ordinary")
      const other = await trade.hire("2")
      const put = (body: object, session: Session = dealer) => post("/store/favourites", { is_favourite: true, ...body }, session)
      expect(await put({ variant_ids: [variantOf(1)] })).toEqual({ changed: 1 })
      expect(await put({ variant_ids: [variantOf(2), variantOf(1)] })).toEqual({ changed: 1 })
      expect(await put({ list: "shared", variant_ids: [variantOf(3)] })).toEqual({ changed: 1 })
      expect(await put({ variant_ids: ["variant_nowhere"] })).toMatchObject({ type: "not_found" })

      const page = await get("/store/favourites?limit=1")
      expect(page).toMatchObject({ count: 2, limit: 1, offset: 0 })
      expect(page.entries).toEqual([expect.objectContaining({ article: articleOf(2), price: priceOf(2) })])
      expect(await get("/store/favourites/variants")).toEqual({ variant_ids: [variantOf(2), variantOf(1)] })
      expect(await articlesOf("/store/favourites", colleague)).toEqual([])
      const marked = async (session: Session = dealer) => {
        const { entries } = await get("/store/catalog?sort=article", session)
        return entries.map((e: Record<string, unknown>) => `${e["is_favourite"] ? "own" : ""}${e["is_shared_favourite"] ? "shared" : ""}`)
      }
      expect(await marked()).toEqual(["own", "own", "shared", "", ""])
      expect(await marked(colleague)).toEqual(["", "", "shared", "", ""])
      expect(await marked(other)).toEqual(["", "", "", "", ""])
      expect((await get(`/store/catalog/${variantOf(2)}`)).entry).toMatchObject({ is_favourite: true, is_shared_favourite: false })
      expect(await articlesOf("/store/favourites?list=shared", colleague)).toEqual([articleOf(3)])
      expect(await articlesOf("/store/favourites?list=shared", other)).toEqual([])

      expect(await articlesOf("/store/catalog?favourites=own&sort=article")).toEqual([articleOf(1), articleOf(2)])
      expect(await articlesOf(`/store/catalog?favourites=own&q=${articleOf(2)}`)).toEqual([articleOf(2)])
      expect(await articlesOf("/store/catalog?favourites=shared", other)).toEqual([])
      expect((await get("/store/catalog/facets?favourites=own")).facets).toEqual([])

      await hide(2)
      expect(await articlesOf("/store/favourites")).toEqual([articleOf(1)])
      expect(await get("/store/favourites/variants")).toEqual({ variant_ids: [variantOf(1)] })
      expect(await articlesOf("/store/catalog?favourites=own")).toEqual([articleOf(1)])
      expect(await put({ list: "shared", variant_ids: [variantOf(2)] })).toMatchObject({ type: "not_found" })
      expect(await put({ variant_ids: [variantOf(1), variantOf(2)], is_favourite: false })).toEqual({ changed: 2 })
      expect(await articlesOf("/store/favourites")).toEqual([])
    })

    /** Orders these products, a unit of each (the second is sold by six). */
    async function order(numbers: number[], session: Session = dealer): Promise<string> {
      const { cart } = await post("/store/carts", { region_id: trade.store.region_id }, session)
      const lines = numbers.map((n) => ({ article: articleOf(n), quantity: n === 2 ? "6" : "1" }))
      await post(`/store/carts/${cart.id}/lines`, { lines }, session)
      return (await post(`/store/carts/${cart.id}/complete`, {}, session)).order.id
    }

    it("what was bought before is listed and narrows the catalogue, and so does what never was; orders of others and cancelled ones do not count", async () => {
      const first = await order([1, 2])
      await order([1])
      await order([5], await trade.hire("2"))
      const { purchases, count } = await get("/store/purchases?sort=orders")
      expect(count).toBe(2)
      expect(purchases).toEqual([
        expect.objectContaining({ orders: 2, quantity: "2", entry: expect.objectContaining({ article: articleOf(1), price: priceOf(1) }) }),
        expect.objectContaining({ orders: 1, quantity: "6", entry: expect.objectContaining({ article: articleOf(2) }) }),
      ])
      const sorted = async (sort: string) =>
        (await get(`/store/purchases?sort=${sort}`)).purchases.map(({ entry }: { entry: Entry }) => entry.article)
      expect(await sorted("quantity")).toEqual([articleOf(2), articleOf(1)])
      expect(await sorted("last")).toEqual([articleOf(1), articleOf(2)])
      expect(await articlesOf("/store/catalog?bought=before&sort=article")).toEqual([articleOf(1), articleOf(2)])
      expect(await articlesOf("/store/catalog?bought=never&sort=article")).toEqual([3, 4, 5].map(articleOf))
      await post("/store/favourites", { variant_ids: [variantOf(1), variantOf(4)], is_favourite: true })
      expect(await articlesOf("/store/catalog?bought=never&favourites=own")).toEqual([articleOf(4)])

      await hide(1)
      expect((await get("/store/purchases")).purchases.map(({ entry }: { entry: Entry }) => entry.article)).toEqual([articleOf(2)])
      expect(await articlesOf("/store/catalog?bought=before")).toEqual([articleOf(2)])

      await getContainer().resolve(Modules.ORDER).cancel([first])
      expect(await get("/store/purchases")).toMatchObject({ count: 0 })
      expect(await articlesOf("/store/catalog?bought=never&sort=article")).toEqual([2, 3, 4, 5].map(articleOf))
      const rightless = await trade.hire("1", "ordinary")
      expect(await articlesOf("/store/catalog?bought=before", rightless)).toEqual([])
    })

    it("what a client never bought is told by category, to him and to his manager, and as a file; other clients' managers are told nothing", async () => {
      const container = getContainer()
      const group = {
        kind: "group",
        external_id: "tools",
        parent_external_id: null,
        name: "Tools",
        position: 0,
        is_deleted: false,
      } as const
      const placed = supplierRecords(3).map((record) => (record.kind === "product" ? { ...record, group_external_ids: ["tools"] } : record))
      await loadRecords(container, [group, ...placed])
      await order([1, 5])
      const id = await internalId(container, "group", "tools")
      const told = { categories: [{ id, name: "Tools", parent_id: null, entry_count: 3, bought_count: 1, never_count: 2 }] }
      expect(await get("/store/purchases/gaps")).toEqual(told)
      const cells = async (path: string, session: Session) => {
        const { data } = await api.get(path, { ...session, responseType: "arraybuffer" })
        const { Sheets } = read(data, { type: "buffer" })
        return utils.sheet_to_json<(string | number | null)[]>(Sheets["Never bought"] ?? {}, { header: 1, defval: null }).slice(1)
      }
      const missing = [2, 3].map((n) => ["Tools", articleOf(n), `Product ${n}`, null, 100])
      expect(await cells(`/store/purchases/gaps/file?locale=en&category_id=${id}`, dealer)).toEqual(missing)
      expect(await cells("/store/purchases/gaps/file?locale=en", dealer)).toHaveLength(3)
      expect(await get("/store/purchases/gaps/file?category_id=pcat_nowhere")).toMatchObject({ type: "not_found" })

      const entity = await internalId(container, "legal_entity", "e1")
      const path = `/admin/legal-entities/${entity}/purchase-gaps`
      const contract_id = await internalId(container, "contract", "c1")
      const manager = await createManagerSession(container, { role: "manager", legal_entity_ids: [entity] })
      expect(await get(`${path}?contract_id=${contract_id}`, manager)).toEqual(told)
      expect(await cells(`${path}/file?locale=en&contract_id=${contract_id}`, manager)).toHaveLength(3)
      const other = await internalId(container, "contract", "c2")
      expect(await get(`${path}?contract_id=${other}`, manager)).toMatchObject({ type: "not_found" })
      const stranger = await createManagerSession(container, { role: "manager", legal_entity_ids: [] })
      expect(await get(`${path}?contract_id=${contract_id}`, stranger)).toMatchObject({ type: "not_found" })
    })
  },
})
