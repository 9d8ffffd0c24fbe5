import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, orderRule, PRICES_PACKAGE } from "../../helpers/price-records"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { Migration20261201060300 } from "../../../src/modules/catalog/migrations/Migration20261201060300"

jest.setTimeout(240_000)

type Session = { headers: Record<string, string> }

const CATALOG: ErpRecord = {
  ...{ kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T10:00:00", schema_version: "2.07" },
}
const group = (external_id: string, parent_external_id: string | null = null, is_deleted = false): ErpRecord => ({
  ...{ kind: "group", external_id, name: external_id, parent_external_id, position: 0, is_deleted },
})
const product = (n: number, data: { article?: string; group_external_ids?: string[] }): ErpRecord => ({
  ...{ kind: "product", external_id: `p${n}`, name: `Product ${n}`, article: articleOf(n), vat_rate: "20", is_service: false, is_deleted: false },
  ...data,
}) // prettier-ignore

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Session
    const idOf = (kind: string, externalId: string) => internalId(getContainer(), kind, externalId)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), records)
    const dealer = async () => ({ kind: "legal_entity", id: await idOf("legal_entity", "e1") })
    const hide = async (target: object) =>
      api.post("/admin/visibility-rules", { name: "Rule", scope: await dealer(), target, shows: false }, staff)
    const read = async (path: string) => (await api.get(path, { ...trade.session, validateStatus: () => true })).data
    async function cartOf(lines: Record<number, number>): Promise<string> {
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
      const asked = Object.entries(lines).map(([n, quantity]) => ({ article: articleOf(Number(n)), quantity }))
      await api.post(`/store/carts/${id}/lines`, { lines: asked }, trade.session)
      return id
    }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 4)
      staff = await createStaffSession(getContainer())
    })

    describe("a line whose product is hidden meanwhile", () => {
      const SECRET = "TAYNA-9"

      it("is refused by the name that it has kept: neither what it is called now, nor how much there is of it, nor by what it is sold is told", async () => {
        const cart = await cartOf({ 1: 90, 3: 1 })
        await load(CATALOG, product(1, { article: SECRET }), { kind: "stock", offer_external_id: "p1", warehouse_external_id: "near", quantity: "7" }) // prettier-ignore
        await load(PRICES_PACKAGE, orderRule("r1", { target: { offer_external_id: "p1" }, multiplicity: "40", minimum: null }))
        await hide({ kind: "entry", variant_id: await idOf("offer", "p1") })
        const { status, data } = await answerOf(api.post(`/store/carts/${cart}/complete`, {}, trade.session))
        expect([status, data.refusals]).toMatchObject([
          400,
          [{ code: "not_listed", subject: articleOf(1), message: `"Product 1" (${articleOf(1)}) under contract C-1: not sold now, 90 asked for` }],
        ]) // prettier-ignore
        expect(data.refusals).toHaveLength(1)
        expect(JSON.stringify(data)).not.toContain(SECRET)
        const told = (await read(`/store/carts/${cart}`)).cart
        expect(told.quantities.map(({ multiplicity }: { multiplicity: string }) => multiplicity)).toEqual(["1"])
        expect(JSON.stringify(told)).not.toContain(SECRET)
        await expect(completeByStock(getContainer(), cart)).rejects.toMatchObject({ code: "not_listed" })
      })
    })

    describe("a category that is switched off", () => {
      const seen = async () => (await read("/store/catalog?sort=article")).entries.map(({ article }: { article: string }) => article)
      const prices = async () => (await read("/store/catalog?sort=article")).entries.map(({ price }: { price: string }) => price)
      const OTHERS = [2, 3, 4].map(articleOf)

      beforeEach(async () => {
        await load(
          ...[CATALOG, group("tools"), group("drills", "tools"), group("other")],
          ...[product(1, { group_external_ids: ["drills"] }), product(3, { group_external_ids: ["other", "drills"] })]
        )
      })

      it.each([
        ["the ERP deletes the group", "drills", async () => load(CATALOG, group("drills", "tools", true))],
        [
          "the ERP deletes the group, and the rule is about the one above",
          "tools",
          async () => load(CATALOG, group("drills", "tools", true)),
        ],
        ["the ERP deletes the group above", "drills", async () => load(CATALOG, group("tools", null, true))],
      ])("keeps its goods hidden from whom they are hidden: %s", async (_title, hidden, switchOff) => {
        await hide({ kind: "category", category_id: await idOf("group", hidden) })
        expect(await seen()).toEqual([2, 4].map(articleOf))
        await switchOff()
        expect(await seen()).toEqual([2, 4].map(articleOf))
        // Nobody had asked under this rule before: the assortment is made of goods that stand in what is switched off already.
        await api.post("/admin/visibility-rules", { name: "More", scope: await dealer(), target: { kind: "list", articles: [articleOf(4)] }, shows: false }, staff) // prettier-ignore
        expect(await seen()).toEqual([articleOf(2)])
      })

      it("keeps its goods hidden where it was switched off before entries knew such places: upgrading tells them", async () => {
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const migration = new Migration20261201060300({} as never, {} as never)
        const run = async (direction: "up" | "down") => {
          migration.reset()
          await migration[direction]()
          for (const statement of migration.getQueries()) {
            await db.raw(String(statement))
          }
        }
        const stored = () => db("catalog_entry").select("variant_id", "category_keys").orderBy("variant_id")
        await hide({ kind: "category", category_id: await idOf("group", "drills") })
        await load(CATALOG, group("drills", "tools", true))
        const known = await stored()
        await run("down")
        expect(await seen()).toEqual([1, 2, 3, 4].map(articleOf))
        await run("up")
        expect([await seen(), await stored()]).toEqual([[2, 4].map(articleOf), known])
        await run("up")
        expect(await stored()).toEqual(known)
        expect(await refreshCatalogEntries(db, "all")).toEqual({ created: 0, updated: 0 })
      })

      it("goes on to show those that it alone shows, and nobody finds them there", async () => {
        await hide({ kind: "everything" })
        const category_id = await idOf("group", "drills")
        const body = { name: "Shown", scope: await dealer(), target: { kind: "category", category_id }, shows: true }
        await api.post("/admin/visibility-rules", body, staff)
        await load(CATALOG, group("drills", "tools", true))
        expect(await seen()).toEqual([1, 3].map(articleOf))
        const { categories } = await read("/store/catalog/categories")
        expect(categories).toMatchObject([{ id: await idOf("group", "other"), entry_count: 1 }])
        expect((await api.get(`/store/catalog?category_id=${category_id}`, { ...trade.session, validateStatus: () => true })).status).toBe(
          404
        )
      })

      it("keeps prices and quantities that rules give its goods, once each, wherever else they stand", async () => {
        await load(
          PRICES_PACKAGE,
          adjustment("deep", { target: { group_external_id: "drills" }, is_stacking: true }),
          adjustment("high", { target: { group_external_id: "tools" }, is_stacking: true }),
          orderRule("r1", { target: { group_external_id: "drills" }, multiplicity: "5", minimum: null })
        )
        // 1.50 less 10 % twice is 1.215; 3.50 is 2.835.
        const expected = ["1.22", "2.50", "2.84", "4.50"]
        const refusedOf = async (n: number) => {
          const { data } = await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)
          const lines = [{ article: articleOf(n), quantity: 6 }]
          return (await api.post(`/store/carts/${data.cart.id}/lines`, { lines }, trade.session)).data.lines[0].code
        }
        expect([await prices(), await refusedOf(1)]).toEqual([expected, "quantity_not_multiple"])
        await load(CATALOG, group("drills", "tools", true))
        expect([await prices(), await refusedOf(1), await refusedOf(3)]).toEqual([
          expected,
          "quantity_not_multiple",
          "quantity_not_multiple",
        ])
        await load(CATALOG, group("drills", "other"))
        // Below another one it is no part of the tools: the first product has the deeper discount alone.
        expect(await prices()).toEqual(["1.35", "2.50", "3.15", "4.50"])
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        expect(await db("catalog_entry").whereRaw("category_keys && array[0]").orWhereRaw("exists (select from unnest(category_keys) k where k < 0)")).toEqual([]) // prettier-ignore
        expect(await seen()).toEqual([articleOf(1), ...OTHERS])
      })
    })
  },
})
