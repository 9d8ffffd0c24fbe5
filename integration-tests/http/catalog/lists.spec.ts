import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, priceOf } from "../../helpers/create-trade"

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
  },
})
