import type { ErpPackage, ErpRecord } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(180_000)

/** A package of offers that the ERP formed on a day of February 2026 at ten, Moscow time. */
const offers = (day: number | null): ErpPackage => ({
  ...{ kind: "package", content: "offers", is_full: false, external_id: null, schema_version: "2.07" },
  formed_at: day === null ? null : `2026-02-0${day}T10:00:00`,
})
const FIRST = "2026-01-31T07:00:00+00:00"
const on = (day: number) => `2026-02-0${day}T07:00:00+00:00`

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
    })

    const load = (day: number | null, records: ErpRecord[], sha256: string | null = null) =>
      loadRecords(getContainer(), [offers(day), ...records], undefined, sha256)
    const told = (stock: { name: string; as_of: string | null }[]) => Object.fromEntries(stock.map(({ name, as_of }) => [name, as_of]))
    const listed = async () => told((await api.get("/store/catalog?sort=article", trade.session)).data.entries[0].stock)
    const all = [1, 2, 3].flatMap((n) => [change.stock(n, "near", "60"), change.stock(n, "far", "40")])

    it("is that of the newest package that told stock of the warehouse, changed or not, in list, card and cart", async () => {
      expect(await listed()).toEqual({ Near: FIRST, Far: FIRST })
      const { written } = await load(2, all)
      expect(written).toEqual({ stock_freshness: 2 })
      expect(await listed()).toEqual({ Near: on(2), Far: on(2) })
      await load(3, [change.stock(2, "near", "5")])
      expect(await listed()).toEqual({ Near: on(3), Far: on(2) })
      const card = await api.get(`/store/catalog/${await internalId(getContainer(), "offer", "p1")}`, trade.session)
      expect(told(card.data.entry.stock)).toEqual({ Near: on(3), Far: on(2) })
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
      const { data } = await api.post(`/store/carts/${id}/lines`, { lines: [{ article: articleOf(1), quantity: 1 }] }, trade.session)
      expect(told(data.pricing.warehouses)).toEqual({ Near: on(3), Far: on(2) })
      const { cart } = (await api.get(`/store/carts/${id}`, trade.session)).data
      expect(told(cart.pricing.warehouses)).toEqual({ Near: on(3), Far: on(2) })
    })

    it("stays where a package is the same again, older, tells no stock, or not when it was formed", async () => {
      await load(4, all, "a".repeat(64))
      const again = await load(4, all, "a".repeat(64))
      expect([again.wasRead, again.written]).toEqual([false, {}])
      await load(2, [change.stock(1, "near", "61")])
      await load(5, [change.price(1, "wholesale", "1.4")])
      await load(null, [change.stock(1, "near", "7")])
      expect(await listed()).toEqual({ Near: on(4), Far: on(4) })
    })

    it("gives way where it is of a moment that is yet to come", async () => {
      await loadRecords(getContainer(), [{ ...offers(2), formed_at: "2099-01-01T10:00:00" }, ...all])
      const ahead = "2099-01-01T07:00:00+00:00"
      expect(await listed()).toEqual({ Near: ahead, Far: ahead })
      await load(3, all)
      expect(await listed()).toEqual({ Near: on(3), Far: on(3) })
    })

    it("is unknown of a warehouse that the ERP tells no stock of, and that of the one warehouse where stock is told as a sum", async () => {
      await loadRecords(getContainer(), [{ kind: "warehouse", external_id: "new", name: "New", is_deleted: false }])
      await load(2, [{ kind: "stock", offer_external_id: "p1", warehouse_external_id: null, quantity: "3" }])
      await load(3, [{ kind: "stock", offer_external_id: "p1", warehouse_external_id: null, quantity: "3" }])
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
      await api.post(`/store/carts/${id}/lines`, { lines: [{ article: articleOf(1), quantity: 1 }] }, trade.session)
      const { cart } = (await api.get(`/store/carts/${id}`, trade.session)).data
      expect(Object.values(told(cart.pricing.warehouses)).sort()).toEqual([FIRST, FIRST, on(3), null].sort())
    })
  },
})
