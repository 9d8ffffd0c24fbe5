import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, orderRule, PRICES_PACKAGE, priceList } from "../../helpers/price-records"

jest.setTimeout(240_000)

const REASON = "Agreed by telephone"

type Session = { headers: Record<string, string> }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let staff: Session
    let dealer: Session
    let region_id: string
    let contractId: string
    let entityId: string
    let employeeId: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const post = (path: string, body: object, session: Session) => answerOf(api.post(path, body, session))
    const get = (path: string, session: Session) => answerOf(api.get(path, session))
    const remove = (path: string, session: Session) => answerOf(api.delete(path, session))
    const variant = (n: number) => internalId(getContainer(), "offer", `p${n}`)

    beforeEach(async () => {
      const trade = await createTrade(getContainer(), api)
      dealer = trade.session
      region_id = trade.store.region_id
      staff = await createStaffSession(getContainer())
      contractId = await internalId(getContainer(), "contract", "c1")
      entityId = await internalId(getContainer(), "legal_entity", "e1")
      employeeId = (await get("/store/me", dealer)).data.employee.id
    })

    const begin = async () => {
      const body = { contract_id: contractId, employee_id: employeeId }
      return (await post(`/admin/legal-entities/${entityId}/draft-orders`, body, staff)).data.draft_order.id as string
    }
    /** A change of the draft by Medusa's own routes. */
    const add = async (id: string, items: [number, number][]) => {
      await post(`/admin/draft-orders/${id}/edit`, {}, staff)
      for (const [n, quantity] of items) {
        await post(`/admin/draft-orders/${id}/edit/items`, { items: [{ variant_id: await variant(n), quantity }] }, staff)
      }
      return post(`/admin/draft-orders/${id}/edit/confirm`, {}, staff)
    }
    const draftOf = async (items: [number, number][]) => {
      const id = await begin()
      expect((await add(id, items)).status).toBe(200)
      return id
    }
    const place = (id: string, body: object = {}) => post(`/admin/draft-orders/${id}/convert-to-order`, body, staff)
    const codes = ({ data }: { data: { code?: string; refusals?: { code: string }[] } }) =>
      data.refusals?.map(({ code }) => code) ?? data.code
    const lines = async (id: string) => (await get(`/admin/orders/${id}/prices`, staff)).data.lines
    const toPay = async (id: string): Promise<number[]> => {
      const { payment_collections } = (await get(`/admin/draft-orders/${id}?fields=*payment_collections`, staff)).data.draft_order
      return payment_collections.map(({ amount }: { amount: number }) => amount)
    }
    const ofDealer = async () => (await get("/store/company-orders", dealer)).data.orders
    const count = async (table: string) => Number((await db()(table).count())[0]?.["count"])
    const log = async (action: string) => db()("audit_entry").where({ action }).orderBy("at")

    it("becomes an order of the dealer with all that his own orders have; asked twice it is one", async () => {
      const id = await draftOf([[1, 3], [2, 6]]) // prettier-ignore
      expect((await get(`/admin/draft-orders/${id}/contract`, staff)).data.draft).toMatchObject({
        is_open: true,
        employee: { id: employeeId, legal_entity_id: entityId },
        contract: { id: contractId, number: "C-1", legal_entity: { id: entityId }, refusal: null },
      })
      expect(await lines(id)).toMatchObject([
        { article: articleOf(1), quantity: "3", unit_price: "1.50", explanation: { steps: [{ code: "base_price" }, { code: "rounded" }] } },
        { article: articleOf(2), quantity: "6", unit_price: "2.50" },
      ])
      expect([await ofDealer(), await count("erp_outbox"), await count("reservation_item")]).toEqual([[], 0, 0])
      expect((await get(`/store/company-orders/${id}`, dealer)).status).toBe(404)

      await db()("order").where({ id }).update({ created_at: "2020-01-01" })
      const placed = await place(id)
      expect([placed.status, placed.data.order?.id, placed.data.order?.status]).toEqual([200, id, "pending"])
      const [listed] = await ofDealer()
      expect(listed).toMatchObject({ id, total: "19.50" })
      expect(new Date(listed.created_at).getFullYear()).toBeGreaterThan(2020)
      const told = (await get(`/store/company-orders/${id}?explanations=true`, dealer)).data.order
      expect(told).toMatchObject({ contract: { id: contractId }, lines: [{ unit_price: "1.50" }, { unit_price: "2.50" }] })
      expect(await db()("erp_outbox").select("kind", "subject_id", "state")).toEqual([{ kind: "order", subject_id: id, state: "pending" }])
      expect((await db()("reservation_item").sum("quantity as reserved"))[0]).toEqual({ reserved: "9" })
      expect(await log("order.placed")).toMatchObject([{ actor_kind: "user", subject_id: id, legal_entity_id: entityId, after: { total: "19.5", from_draft: true } }]) // prettier-ignore
      expect(await log("draft_order.created")).toMatchObject([
        { subject_id: id, after: { contract_id: contractId, employee_id: employeeId } },
      ])
      const { metadata } = (await get(`/admin/orders/${id}?fields=+metadata,total`, staff)).data.order
      expect(metadata.kontor).toMatchObject({ employee_id: employeeId, placed_by_user_id: expect.stringMatching(/^user_/) })

      expect((await place(id)).data.order.id).toBe(id)
      expect([await count("erp_outbox"), await count("reservation_item"), await count("draft_contract")]).toEqual([1, 2, 0])
      const edit = await post(`/admin/draft-orders/${id}/contract`, { contract_id: contractId }, staff)
      expect(edit.data.code).toBe("draft_closed")
    })

    it("costs what the contract says of the whole of it, whatever was typed in, and is priced anew by each change", async () => {
      await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1"), contractPrice("p1", "1.20", { from_quantity: "10" })])
      const id = await begin()
      await post(`/admin/draft-orders/${id}/edit`, {}, staff)
      await post(`/admin/draft-orders/${id}/edit/items`, { items: [{ variant_id: await variant(1), quantity: 4, unit_price: 0.1 }] }, staff)
      await post(`/admin/draft-orders/${id}/edit/confirm`, {}, staff)
      const [line] = await lines(id)
      expect(line).toMatchObject({ quantity: "4", unit_price: "1.50" })
      await post(`/admin/draft-orders/${id}/edit`, {}, staff)
      await post(`/admin/draft-orders/${id}/edit/items/item/${line.id}`, { quantity: 12, unit_price: 99 }, staff)
      await post(`/admin/draft-orders/${id}/edit/confirm`, {}, staff)
      expect(await lines(id)).toMatchObject([
        { quantity: "12", unit_price: "1.20", explanation: { steps: [{ code: "contract_price" }, {}] } },
      ])
      const { draft_order } = (await get(`/admin/draft-orders/${id}?fields=total,summary,items.*`, staff)).data
      expect([draft_order.total, draft_order.summary.current_order_total]).toEqual([14.4, 14.4])
      expect((await place(id)).status).toBe(200)
      expect(await ofDealer()).toMatchObject([{ id, total: "14.40" }])
    })

    it("is to be paid as it costs when its contract prices it anew, and by nobody before anything is asked to be paid", async () => {
      const id = await draftOf([[1, 3]])
      expect(await toPay(id)).toEqual([4.5])
      await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1"), contractPrice("p1", "1.20")])
      expect((await post(`/admin/draft-orders/${id}/contract`, { contract_id: contractId }, staff)).status).toBe(200)
      expect(await toPay(id)).toEqual([3.6])
      const empty = await begin()
      expect((await post(`/admin/draft-orders/${empty}/contract`, { contract_id: contractId }, staff)).status).toBe(200)
      expect(await toPay(empty)).toEqual([])
    })

    it("shows prices that have changed before it is placed at them", async () => {
      const id = await draftOf([[1, 3]])
      await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1"), contractPrice("p1", "1.10")])
      expect(codes(await place(id))).toEqual(["price_changed"])
      expect(await lines(id)).toMatchObject([{ unit_price: "1.10" }])
      expect(await toPay(id)).toEqual([3.3])
      expect((await place(id)).status).toBe(200)
      expect(await ofDealer()).toMatchObject([{ id, total: "3.30" }])
    })

    it("is refused for all that a dealer's order is refused for, and nothing of it is done", async () => {
      const empty = await begin()
      const id = await draftOf([[1, 50], [2, 5], [3, 1], [4, 1]]) // prettier-ignore
      const withheld = adjustment("Стоп-лист", { change: "withheld", value: "0", target: { offer_external_ids: ["p3"] } })
      await loadRecords(getContainer(), [PRICES_PACKAGE, withheld])
      await db()("catalog_entry").where({ article: articleOf(4) }).update({ is_listed: false }) // prettier-ignore
      await db()("inventory_level").update({ stocked_quantity: 10 })
      await db()("contract").where({ id: contractId }).update({ state: "blocked" })
      const refused = await place(id, { bypass_reason: REASON })
      expect([refused.status, refused.data.code]).toEqual([400, "order_refused"])
      expect(codes(refused)).toEqual(["contract_blocked", "withheld", "not_listed", "insufficient_stock"])
      expect(refused.data.message).toContain(`"Product 3" (${articleOf(3)}) under contract C-1: withheld from sale («Стоп-лист»)`)
      await db()("contract").where({ id: contractId }).update({ state: "active", ends_on: "2026-01-01" })
      expect(codes(await place(id))).toEqual(["contract_expired", "quantity_not_multiple", "withheld", "not_listed", "insufficient_stock"])
      expect([await ofDealer(), await count("erp_outbox"), await count("reservation_item")]).toEqual([[], 0, 0])
      expect(codes(await place(empty))).toEqual(["contract_expired", "cart_empty"])
    })

    it("passes the order rules with a manager's reason, which is logged and kept with the line", async () => {
      const id = await draftOf([[2, 5]])
      expect(codes(await place(id))).toEqual(["quantity_not_multiple"])
      expect((await place(id, { bypass_reason: REASON })).status).toBe(200)
      expect(await lines(id)).toMatchObject([{ quantity: "5", quantity_bypass: { code: "quantity_not_multiple", reason: REASON } }])
      expect(await log("order.quantity_bypassed")).toMatchObject([{ subject_id: id, after: { reason: REASON, line_count: 1 } }])

      const half = await draftOf([[1, 2]])
      await db()("order_item").where({ order_id: half }).update({ quantity: 2.5 })
      await loadRecords(getContainer(), [PRICES_PACKAGE, orderRule("r1")])
      expect(codes(await place(half))).toEqual(["quantity_below_minimum"])
      expect(codes(await place(half, { bypass_reason: REASON }))).toEqual(["quantity_fractional"])
    })

    it("of a dealer's person needs a contract, which is one of an entity that he works for and in the currency of the order", async () => {
      const { email } = (await get("/store/me", dealer)).data.employee
      const { customers } = (await get(`/admin/customers?email=${encodeURIComponent(email)}`, staff)).data
      const body = { region_id, customer_id: customers[0].id, email }
      const { id } = (await post("/admin/draft-orders", body, staff)).data.draft_order
      expect(codes(await place(id))).toEqual(["draft_without_contract"])
      const choose = (contract_id: string) => post(`/admin/draft-orders/${id}/contract`, { contract_id }, staff)
      expect((await choose(await internalId(getContainer(), "contract", "c2"))).data.code).toBe("employee_not_of_entity")
      expect((await choose("contr_none")).status).toBe(404)
      await db()("contract").where({ id: contractId }).update({ currency_code: "usd" })
      expect((await choose(contractId)).data.code).toBe("currency_mismatch")
      await db()("contract").where({ id: contractId }).update({ currency_code: "rub" })
      expect((await choose(contractId)).data.draft.contract.id).toBe(contractId)
      expect(await log("draft_order.contract_set")).toMatchObject([
        { subject_id: id, before: { contract_id: null }, after: { contract_id: contractId } },
      ])
      await add(id, [[1, 3]])
      expect((await place(id)).status).toBe(200)
      expect(await ofDealer()).toMatchObject([{ id }])
    })

    it("takes the contract as additional data of Medusa's own route, with its lines; what is refused leaves nothing", async () => {
      const create = async (quantity: number) => {
        const items = [{ variant_id: await variant(2), quantity }]
        return post(
          "/admin/draft-orders",
          { region_id, email: "x@dealer.test", items, additional_data: { contract_id: contractId } },
          staff
        )
      }
      const orders = await count("order")
      expect((await create(5)).data.code).toBe("quantity_not_multiple")
      expect([await count("order"), await count("draft_contract")]).toEqual([orders, 0])
      const { draft_order } = (await create(6)).data
      expect(await lines(draft_order.id)).toMatchObject([{ unit_price: "2.50", explanation: { steps: [{ code: "base_price" }, {}] } }])
      expect((await place(draft_order.id)).status).toBe(200)
      expect(await ofDealer()).toMatchObject([{ id: draft_order.id }])
    })

    describe("promotions", () => {
      const promote = (code: string, is_automatic: boolean) =>
        getContainer()
          .resolve(Modules.PROMOTION)
          .createPromotions([
            {
              ...{ code, is_automatic, type: "standard", status: "active" },
              application_method: { type: "percentage", value: 10, target_type: "items", allocation: "across", currency_code: "rub" },
            },
          ])

      it("that are automatic are taken off a draft that has its lines at once, so that it is placed at the prices of the contract", async () => {
        await promote("AUTO", true)
        const items = [{ variant_id: await variant(1), quantity: 4 }]
        const body = { region_id, email: "x@dealer.test", items, additional_data: { contract_id: contractId } }
        const { id } = (await post("/admin/draft-orders", body, staff)).data.draft_order
        expect((await get(`/admin/draft-orders/${id}?fields=total,discount_total`, staff)).data.draft_order).toMatchObject({ total: 6, discount_total: 0 }) // prettier-ignore
        expect((await place(id)).status).toBe(200)
        expect((await get(`/store/company-orders/${id}`, dealer)).data.order.total).toBe("6.00")
      })

      it("that staff put on a draft are refused by one clear reason, until they are taken off", async () => {
        await promote("TENTH", false)
        const id = await draftOf([[1, 4]])
        await post(`/admin/draft-orders/${id}/edit`, {}, staff)
        expect((await post(`/admin/draft-orders/${id}/edit/promotions`, { promo_codes: ["TENTH"] }, staff)).status).toBe(200)
        await post(`/admin/draft-orders/${id}/edit/confirm`, {}, staff)
        const refused = await place(id)
        expect([refused.status, codes(refused)]).toEqual([400, ["cart_part_not_supported"]])
        expect(refused.data.message).toBe(
          `Draft order ${id} under contract C-1 has promotions, without which orders that staff make are placed: take them off first`
        )
        await post(`/admin/draft-orders/${id}/edit`, {}, staff)
        await answerOf(api.delete(`/admin/draft-orders/${id}/edit/promotions`, { ...staff, data: { promo_codes: ["TENTH"] } }))
        await post(`/admin/draft-orders/${id}/edit/confirm`, {}, staff)
        expect((await place(id)).status).toBe(200)
        expect((await get(`/store/company-orders/${id}`, dealer)).data.order.total).toBe("6.00")
      })
    })

    it("is not placed while a change of it waits, nor once it is cancelled; one of no dealer goes Medusa's way", async () => {
      const id = await draftOf([[1, 3]])
      await post(`/admin/draft-orders/${id}/edit`, {}, staff)
      expect(codes(await place(id))).toEqual(["draft_being_changed"])
      await remove(`/admin/draft-orders/${id}/edit`, staff)
      expect((await place(id)).status).toBe(200)

      const cancelled = await draftOf([[1, 3]])
      await db()("order").where({ id: cancelled }).update({ status: "canceled", canceled_at: new Date() })
      expect(codes(await place(cancelled))).toBe("draft_closed")

      const items = [{ title: "Delivery by hand", quantity: 1, unit_price: 5 }]
      const { draft_order } = (await post("/admin/draft-orders", { region_id, email: "guest@shop.test", items }, staff)).data
      expect((await place(draft_order.id)).data.order).toMatchObject({ id: draft_order.id, status: "pending" })
      expect(await db()("erp_outbox").select("subject_id")).toEqual([{ subject_id: id }])
    })
  },
})
