import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createContract } from "../../helpers/create-contract"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(180_000)

/** The first product, for everyone. */
const RECALL = { name: "Отзыв партии", scope: { kind: "everyone" }, kind: "withheld", target: { articles: [articleOf(1)] } }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: { headers: Record<string, string> }
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      staff = await createStaffSession(getContainer())
    })

    const rule = (body: object = {}) => answerOf(api.post("/admin/price-adjustments", { ...RECALL, ...body }, staff))
    const entries = async () => (await api.get("/store/catalog?sort=article", trade.session)).data.entries
    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const put = (id: string, n: number) =>
      answerOf(api.post(`/store/carts/${id}/lines`, { lines: [{ article: articleOf(n), quantity: 2 }] }, trade.session))
    const place = (id: string) => answerOf(api.post(`/store/carts/${id}/complete`, {}, trade.session))
    const told = {
      code: "withheld",
      message: `"Product 1" (${articleOf(1)}) under contract C-1: withheld from sale («${RECALL.name}»), 2 asked for`,
    }

    it("goods keep their price in the catalogue and cannot be ordered, with the reason, until the rule ends", async () => {
      const variant_id = await internalId(getContainer(), "offer", "p1")
      const { price_adjustment } = (await rule()).data
      expect(await entries()).toMatchObject([
        { price: "1.50", is_orderable: false, withheld: RECALL.name },
        { price: "2.50", is_orderable: true, withheld: null },
        {},
      ])
      const card = await api.get(`/store/catalog/${variant_id}`, trade.session)
      expect(card.data.entry).toMatchObject({ price: "1.50", is_orderable: false, withheld: RECALL.name })
      const id = await newCart()
      expect((await put(id, 1)).data.lines).toMatchObject([{ status: "refused", ...told }])
      const stock = await answerOf(api.post(`/store/carts/${id}/line-items`, { variant_id, quantity: 2 }, trade.session))
      expect([stock.status, stock.data]).toMatchObject([400, told])
      const { updated_at } = price_adjustment
      await api.delete(`/admin/price-adjustments/${price_adjustment.id}`, { ...staff, params: { updated_at } })
      expect((await entries())[0]).toMatchObject({ is_orderable: true, withheld: null })
      expect((await put(id, 1)).data.lines).toMatchObject([{ status: "added" }])
    })

    it("lines that are in a cart already refuse the order, also one that Medusa places itself", async () => {
      const id = await newCart()
      await put(id, 1)
      await rule()
      expect((await place(id)).data.refusals).toMatchObject([{ ...told, subject: articleOf(1), details: { reason: RECALL.name } }])
      await expect(completeByStock(getContainer(), id)).rejects.toMatchObject({ code: "withheld" })
      expect(await db()("order").count()).toEqual([{ count: "0" }])
    })

    it("prices of a contract do not free them, and the nearest rule is the reason", async () => {
      const contract_id = await internalId(getContainer(), "contract", "c1")
      await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1"), contractPrice("p1", "1.00")])
      await rule()
      await rule({ name: "Не в ассортименте", scope: { kind: "contract", id: contract_id } })
      expect((await entries())[0]).toMatchObject({ price: "1.00", is_orderable: false, withheld: "Не в ассортименте" })
      const variant_id = await internalId(getContainer(), "offer", "p1")
      const params = { variant_id, locale: "ru" }
      const { explanation } = (await api.get("/store/prices/explain", { ...trade.session, params })).data
      expect(explanation).toMatchObject({
        ...{ price: "1.00", withheld: "Не в ассортименте", adjustments: [] },
        withholdings: [
          { name: "Не в ассортименте", scope_kind: "contract", outcome: "holds" },
          { name: RECALL.name, scope_kind: "everyone", outcome: "farther" },
        ],
      })
      expect(explanation.text).toContain("Товар не продаётся: «Не в ассортименте».")
      expect(explanation.withholdings[0].text).toBe("Не продаётся «Не в ассортименте» для договора – действует.")
    })

    it("a rule for others touches nobody else, and a cart that goes over to them is told", async () => {
      const other = await createContract(getContainer(), {
        legal_entity_id: await internalId(getContainer(), "legal_entity", "e1"),
        price_type_id: await internalId(getContainer(), "price_type", "wholesale"),
      })
      await rule({ scope: { kind: "contract", id: other.id } })
      const id = await newCart()
      expect((await put(id, 1)).data.lines).toMatchObject([{ status: "added" }])
      const moved = await api.post(`/store/carts/${id}/contract`, { contract_id: other.id }, trade.session)
      expect(moved.data.cart.lines).toMatchObject([{ changes: [{ code: "withheld", reason: RECALL.name }] }])
    })

    it("lines of an open cart are named with the rule whenever the cart is answered, until it ends", async () => {
      const id = await newCart()
      await put(id, 1)
      await put(id, 3)
      const read = async () => (await api.get(`/store/carts/${id}`, trade.session)).data.cart.pricing.changes
      expect(await read()).toEqual([])
      const { price_adjustment } = (await rule()).data
      const notice = { ...told, subject: articleOf(1), details: { reason: RECALL.name, quantity: "2" } }
      expect(await read()).toMatchObject([notice])
      expect((await put(id, 2)).data.pricing.changes).toMatchObject([notice])
      await loadRecords(getContainer(), [change.price(1, "wholesale", "1.4")])
      expect(await read()).toMatchObject([notice, { code: "price_changed", details: { old_unit_price: "1.5", unit_price: "1.40" } }])
      const { updated_at } = price_adjustment
      await api.delete(`/admin/price-adjustments/${price_adjustment.id}`, { ...staff, params: { updated_at } })
      expect(await read()).toMatchObject([{ code: "price_changed" }])
    })

    it("1C makes such rules and takes them back", async () => {
      const fromErp = { change: "withheld" as const, value: "0", target: { offer_external_ids: ["p1"] } }
      await loadRecords(getContainer(), [PRICES_PACKAGE, adjustment("Стоп-лист", fromErp)])
      expect(await entries()).toMatchObject([{ withheld: "Стоп-лист", is_orderable: false, price: "1.50" }, { withheld: null }, {}])
      expect((await put(await newCart(), 1)).data.lines).toMatchObject([{ code: "withheld" }])
      await loadRecords(getContainer(), [PRICES_PACKAGE, adjustment("Стоп-лист", { ...fromErp, is_deleted: true })])
      expect((await entries())[0]).toMatchObject({ withheld: null, is_orderable: true })
    })

    it("a rule is looked at before, and has neither size nor quantity nor stacking", async () => {
      const body = { adjustment: RECALL }
      const { preview } = (await api.post("/admin/price-adjustments/preview", body, staff)).data
      expect(preview).toMatchObject({ touched: { products: 1, contracts: 2 }, changed: { prices: 2, lost: 2 } })
      expect(preview.examples[0]).toMatchObject({
        before: { price: "1.50" },
        after: { price: null, held_by: "withheld", names: [RECALL.name] },
      })
      for (const fault of [{ value: "-5" }, { from_quantity: "2" }, { is_stacking: true }]) {
        expect((await rule(fault)).data.code).toBe("withheld_has_value")
      }
    })
  },
})
