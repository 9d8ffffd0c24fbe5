import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { forgetAssortmentsWorkflow } from "../../../src/workflows/catalog/forget-assortments"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"

jest.setTimeout(240_000)

type Session = { headers: Record<string, string> }
type Coded = { code: string }

const ARTICLE = articleOf(1)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let dealer: Session
    let other: Session
    let staff: Session
    let variant: string
    let product: string

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      dealer = trade.session
      other = await trade.hire("2")
      staff = await createStaffSession(getContainer())
      const { data } = await api.get("/store/catalog", { ...dealer, params: { q: ARTICLE } })
      ;({ variant_id: variant, product_id: product } = data.entries[0])
    })

    const anyStatus = { validateStatus: () => true }
    const get = (path: string, session: Session = dealer) => api.get(path, { ...session, ...anyStatus })
    const post = (path: string, body: object = {}, session: Session = dealer) => api.post(path, body, { ...session, ...anyStatus })
    const ofDealer = async (n: "1" | "2") => ({ kind: "legal_entity", id: await internalId(getContainer(), "legal_entity", `e${n}`) })
    const listOf = (...articles: string[]) => ({ kind: "list", articles })
    const rule = async (body: object) => (await post("/admin/visibility-rules", { name: "Rule", ...body }, staff)).data.visibility_rule

    const newCart = async (session: Session = dealer): Promise<string> =>
      (await post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart.id

    const put = (cartId: string, session: Session = dealer) =>
      post(`/store/carts/${cartId}/lines`, { lines: [{ article: ARTICLE, quantity: "1" }] }, session)

    const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id)

    /** What each way in says of the product, all at once. */
    async function ways(session: Session) {
      const cartId = await newCart(session)
      const list = (await get("/store/catalog", session)).data
      const stock = (await get("/store/products?fields=id", session)).data
      const variants = (await get("/store/product-variants?fields=id", session)).data
      const inStock = (await post(`/store/carts/${cartId}/line-items`, { variant_id: variant, quantity: 1 }, session)).data
      return {
        listed: list.entries.some((entry: { variant_id: string }) => entry.variant_id === variant),
        total: list.count,
        found: (await get(`/store/catalog?q=${ARTICLE}`, session)).data.count,
        card: (await get(`/store/catalog/${variant}`, session)).status,
        explanation: (await get(`/store/prices/explain?variant_id=${variant}&quantity=1`, session)).status,
        bulk: (await put(cartId, session)).data.lines[0].code,
        stock_line: inStock.code ?? null,
        product: (await get(`/store/products/${product}`, session)).status,
        products: idsIn(stock.products).includes(product),
        variant: (await get(`/store/product-variants/${variant}`, session)).status,
        variants: idsIn(variants.variants).includes(variant),
      }
    }

    const SEEN = {
      ...{ listed: true, total: 5, found: 1, card: 200, explanation: 200, bulk: null, stock_line: null },
      ...{ product: 200, products: true, variant: 200, variants: true },
    }
    const UNSEEN = {
      ...{ listed: false, total: 4, found: 0, card: 404, explanation: 404, bulk: "unknown", stock_line: "unknown" },
      ...{ product: 404, products: false, variant: 404, variants: false },
    }

    it("what a rule hides from a client is there by no way for him, at once, and for others as before; it is back when the rule ends", async () => {
      expect(await ways(dealer)).toEqual(SEEN)
      const { id } = await rule({ scope: await ofDealer("1"), target: listOf(ARTICLE), shows: false })
      expect(await ways(dealer)).toEqual(UNSEEN)
      expect(await ways(other)).toEqual(SEEN)
      const lists = ["product-categories", "product-options", "product-tags", "product-types", "collections"]
      const closed = await Promise.all(lists.map((path) => get(`/store/${path}`)))
      expect(closed.map(({ status, data }) => [status, data.code])).toEqual(lists.map(() => [404, "route_closed"]))
      expect((await get(`/store/products/${product}?fields=*categories.products`)).status).not.toBe(200)
      expect((await api.delete(`/admin/visibility-rules/${id}`, staff)).data).toMatchObject({ deleted: true })
      expect(await ways(dealer)).toEqual(SEEN)
    })

    it("the assortment of a contract is all hidden and a list shown, which a client category cannot widen", async () => {
      const scope = { kind: "contract", id: await internalId(getContainer(), "contract", "c1") }
      await rule({ scope, target: { kind: "everything" }, shows: false })
      const { id, updated_at } = await rule({ scope, target: listOf(articleOf(2)), shows: true })
      await rule({ scope: { kind: "everyone" }, target: listOf(ARTICLE), shows: true })
      expect(await ways(dealer)).toEqual({ ...UNSEEN, total: 1 })
      const wider = { name: "Rule", scope, target: listOf(articleOf(2), ARTICLE), shows: true }
      const { data } = await post(`/admin/visibility-rules/${id}`, { ...wider, updated_at }, staff)
      expect(data.visibility_rule.target).toMatchObject({ kind: "list", size: 2 })
      expect(await ways(dealer)).toEqual({ ...SEEN, total: 2 })
      expect((await post(`/admin/visibility-rules/${id}`, { ...wider, updated_at }, staff)).data).toMatchObject({
        code: "changed_meanwhile",
      })
      expect(await ways(other)).toEqual(SEEN)
    })

    it("a rule for a client category reaches whoever is in it, from the moment he is", async () => {
      const { data } = await post("/admin/client-categories", { name: "Shops" }, staff)
      const client_category_id = data.client_category.id
      await rule({ scope: { kind: "client_category", id: client_category_id }, target: listOf(ARTICLE), shows: false })
      expect((await get(`/store/catalog/${variant}`)).status).toBe(200)
      const { id: entity } = await ofDealer("1")
      await post(`/admin/legal-entities/${entity}/categories`, { client_category_id }, staff)
      expect((await get(`/store/catalog/${variant}`)).status).toBe(404)
      expect((await get(`/store/catalog/${variant}`, other)).status).toBe(200)
    })

    it("rules about a category are listed for it and for what is below it, and for no other", async () => {
      const category = async (name: string, parent_category_id?: string): Promise<string> =>
        (await post("/admin/product-categories", { name, parent_category_id, is_active: true }, staff)).data.product_category.id
      const [tools, other] = [await category("Tools"), await category("Other")]
      const saws = await category("Saws", tools)
      // What else a subscriber does a moment later.
      await refreshCatalogEntries(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION), "all")
      const about = (category_id: string) => ({ scope: { kind: "everyone" }, target: { kind: "category", category_id }, shows: false })
      const [wide, narrow] = [await rule(about(tools)), await rule(about(saws))]
      const listed = async (id: string) =>
        idsIn((await get(`/admin/visibility-rules?category_id=${id}`, staff)).data.visibility_rules).sort()
      expect([await listed(tools), await listed(saws), await listed(other)]).toEqual([[wide.id], [wide.id, narrow.id].sort(), []])
    })

    it("an open cart tells of a line that is hidden now, and no order is made of it, by us or by Medusa", async () => {
      const cartId = await newCart()
      await put(cartId)
      await rule({ scope: await ofDealer("1"), target: listOf(ARTICLE), shows: false })
      const { cart } = (await get(`/store/carts/${cartId}`)).data
      expect(cart.pricing.changes).toMatchObject([{ code: "not_listed", details: { variant_id: variant } }])
      const { status, data } = await post(`/store/carts/${cartId}/complete`)
      expect([status, data.refusals.map(({ code }: Coded) => code)]).toEqual([400, ["not_listed"]])
      await expect(completeByStock(getContainer(), cartId)).rejects.toMatchObject({ code: "not_listed" })
    })

    it("a preview tells how many products are hidden from how many clients, and leaves nothing behind", async () => {
      const draft = { name: "Tried", scope: { kind: "everyone" }, target: listOf(ARTICLE, "NO-SUCH"), shows: false }
      const preview = async (body: object) => (await post("/admin/visibility-rules/preview", body, staff)).data.preview
      expect(await preview({ draft })).toEqual({
        ...{ contracts: 2, clients: 2, is_whole: true, articles: { found: 1, unknown: ["NO-SUCH"], ambiguous: [] } },
        groups: [{ contracts: 2, clients: 2, hidden: 1, shown: 0 }],
      })
      expect(await ways(dealer)).toEqual(SEEN)
      const { id } = await rule({ scope: { kind: "everyone" }, target: listOf(ARTICLE), shows: false })
      const narrower = { ...draft, scope: await ofDealer("1"), target: listOf(articleOf(2)) }
      expect((await preview({ id, draft: narrower })).groups).toEqual([
        { contracts: 1, clients: 1, hidden: 1, shown: 1 },
        { contracts: 1, clients: 1, hidden: 0, shown: 1 },
      ])
      expect((await preview({ id, draft: null })).groups).toEqual([{ contracts: 2, clients: 2, hidden: 0, shown: 1 }])
      expect(await ways(dealer)).toEqual(UNSEEN)
    })

    it("an assortment that no contract has any more is forgotten an hour later, and made anew when it is needed again", async () => {
      const { id } = await rule({ scope: { kind: "everyone" }, target: listOf(ARTICLE), shows: false })
      expect(await ways(dealer)).toEqual(UNSEEN)
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const forget = async () => (await forgetAssortmentsWorkflow(getContainer()).run()).result.forgotten
      await db("assortment").update({ retired_at: new Date(0) })
      expect(await forget()).toBe(0)
      await api.delete(`/admin/visibility-rules/${id}`, staff)
      expect(await forget()).toBe(0)
      await db("assortment").update({ retired_at: new Date(0) })
      expect([await forget(), await db("assortment_entry"), await db("assortment_total")]).toEqual([1, [], []])
      await rule({ scope: { kind: "everyone" }, target: listOf(ARTICLE), shows: false })
      expect(await ways(dealer)).toEqual(UNSEEN)
    })

    it("each change of a rule is logged, and rules that mean nothing are refused with a code", async () => {
      const { id } = await rule({ scope: { kind: "everyone" }, target: listOf(ARTICLE), shows: false })
      await api.delete(`/admin/visibility-rules/${id}`, staff)
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const actions = await db("audit_entry").where({ subject_id: id }).orderBy("at").pluck("action")
      expect(actions).toEqual(["visibility_rule.created", "visibility_rule.ended"])
      const everyone = { name: "Wrong", scope: { kind: "everyone" }, shows: false }
      const refused = await Promise.all(
        [
          { ...everyone, target: { kind: "brand" } },
          { ...everyone, target: { kind: "category", category_id: "nowhere" } },
          { ...everyone, target: { kind: "entry", variant_id: "nowhere" } },
          { ...everyone, target: listOf("NO-SUCH") },
          { ...everyone, scope: { kind: "contract", id: "nowhere" }, target: { kind: "everything" } },
          { ...everyone, scope: { kind: "contract" }, target: { kind: "everything" } },
        ].map(async (body) => (await post("/admin/visibility-rules", body, staff)).data.code)
      )
      expect(refused).toEqual([
        ...["visibility_target_invalid", "visibility_category_unknown", "visibility_entry_unknown", "visibility_list_empty"],
        ...["visibility_scope_unknown", "visibility_scope_invalid"],
      ])
    })
  },
})
