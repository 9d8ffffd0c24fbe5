import { type ErpRecord, ErpWorkflows, type OutboundOrder } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { logPromiseChanges, type PromiseChange } from "../../../src/database/promises/log-promise-changes"
import { releaseOfEndedWorkflow } from "../../../src/workflows/supply/release-of-ended"
import { tellPromiseChangesWorkflow } from "../../../src/workflows/supply/tell-promise-changes"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade } from "../../helpers/create-trade"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"

jest.setTimeout(240_000)

const stateOf = (number: string): ErpRecord => ({
  ...{ kind: "order_state", external_id: `erp-${number}`, number, erp_number: number, erp_date: null, status: null },
  ...{ is_posted: true, is_cancelled: false, paid_on: null, shipped_on: null, total: null, currency_code: null, lines: [] },
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [SUPPLIES_PACKAGE, ...records])

    /** Places an order of so many base units of products by their numbers. */
    const order = async (wanted: Record<number, number>): Promise<string> => {
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
      const lines = Object.entries(wanted).map(([n, quantity]) => ({ article: articleOf(Number(n)), quantity }))
      expect((await api.post(`/store/carts/${id}/lines`, { lines }, trade.session)).data.refused).toBe(0)
      return (await api.post(`/store/carts/${id}/complete`, {}, trade.session)).data.order.id
    }
    const card = async (id: string) => (await api.get(`/store/company-orders/${id}`, trade.session)).data.order
    const promises = async (id: string) => (await api.get(`/store/company-orders/${id}/promises`, trade.session)).data.lines
    const answer = (id: string, body: object) => answerOf(api.post(`/store/company-orders/${id}/promises`, body, trade.session))
    const demands = async (query = "") => (await api.get(`/admin/demands${query}`, staff)).data.demands
    const bind = (id: string, given: object[]) => answerOf(api.post(`/admin/demands/${id}/promises`, { promises: given }, staff))
    const told = async () => {
      const { result } = await tellPromiseChangesWorkflow(getContainer()).run()
      return result
    }
    const collect = async () => {
      const { result } = await getContainer()
        .resolve(Modules.WORKFLOW_ENGINE)
        .run(ErpWorkflows.collectOrders, { input: { source: TEST_SOURCE } })
      return result as OutboundOrder[]
    }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      await db()("demand_setting").insert({ allowed: "everywhere" })
      await loadRecords(getContainer(), [change.stock(1, "near", "4"), change.stock(1, "far", "0")])
      await load(supply("s1", [supplyLine("p1", "20")]), supply("s2", [supplyLine("p1", "20")], { expected_on: dayFromNow(20) }))
    })

    it("who placed an order is told once by mail of the days that have changed, and whoever listens by the event", async () => {
      const events: unknown[] = []
      getContainer()
        .resolve(Modules.EVENT_BUS)
        .subscribe("promise.changed", async ({ data }) => void events.push(data))
      const id = await order({ 1: 10, 3: 1 })
      await load(supply("s1", [supplyLine("p1", "20")], { expected_on: dayFromNow(30) }))
      expect(await told()).toEqual({ told: 1 })
      expect(await told()).toEqual({ told: 0 })
      const mails = await db()("notification").where({ template: "promise_changed" }).select("status", "to")
      expect(mails).toHaveLength(1)
      expect(events).toEqual([{ id }])
      const [line] = await promises(id)
      expect(line).toMatchObject({
        ...{ article: articleOf(1), quantity: "10", promise: { in_stock: "4", promised_on: dayFromNow(20), is_answer_due: true } },
        changes: [
          {
            ...{ cause: "supply_moved", is_worse: true },
            before: [{ expected_on: dayFromNow(10), quantity: "6" }],
            after: [{ expected_on: dayFromNow(20), quantity: "6" }],
          },
        ],
      })
    })

    it("the log keeps those who asked first before the others, whatever became of their promises", async () => {
      const part = (supply_id: string) => [{ supply_id, expected_on: null, quantity: "1" }]
      const change = (demand_id: string, from: string, to: string): PromiseChange => ({
        ...{ demand_id, order_id: "order", cause: "by_hand", before: part(from), after: part(to), is_worse: false, is_to_tell: false },
      })
      await db().transaction((trx) =>
        logPromiseChanges(trx, [change("first", "a", "c"), change("second", "a", "b"), change("third", "b", "a")])
      )
      const rows = await db()("promise_change").orderBy("id").select("demand_id", "before", "after")
      expect(rows.map(({ demand_id, before, after }) => `${demand_id}: ${before[0].supply_id} ${after[0].supply_id}`)).toEqual([
        "first: a c",
        "second: a b",
        "third: b a",
      ])
    })

    it("a line that waits is not changed by an edit of the order, which knows nothing of promises; one that does not wait is", async () => {
      const id = await order({ 1: 10, 3: 1 })
      const told = await promises(id)
      const { lines } = await card(id)
      const other = lines.find((line: { id: string }) => line.id !== told[0].id).id
      const edit = async (line: string, quantity: number) => {
        await api.post("/admin/order-edits", { order_id: id }, staff)
        await api.post(`/admin/order-edits/${id}/items/item/${line}`, { quantity }, staff)
        return answerOf(api.post(`/admin/order-edits/${id}/confirm`, {}, staff))
      }
      for (const quantity of [3, 0]) {
        expect((await edit(told[0].id, quantity)).data.code).toBe("line_waits")
        await api.delete(`/admin/order-edits/${id}`, staff)
      }
      expect(await promises(id)).toEqual(told)
      expect((await edit(other, 2)).status).toBe(200)
    })

    it("who sees the orders of the entity no more is written nothing of them", async () => {
      await order({ 1: 10 })
      await db()("employee_membership").update({ deleted_at: new Date() })
      await load(supply("s1", [supplyLine("p1", "20")], { expected_on: dayFromNow(30) }))
      expect(await told()).toEqual({ told: 1 })
      expect(await db()("notification").where({ template: "promise_changed" })).toEqual([])
    })

    it("a change by hand moves promises as a load does, and takes them along when it is undone", async () => {
      const { data } = await api.post(
        "/admin/supplies",
        { number: "H-1", expected_on: dayFromNow(5), lines: [{ article: articleOf(1), quantity: "9" }] },
        staff
      )
      const made = data.supply
      const id = await order({ 1: 10 })
      expect((await card(id)).lines[0].promise.promised_on).toBe(dayFromNow(5))
      const moved = { number: "H-1", state: "planned", expected_on: dayFromNow(15), updated_at: made.updated_at }
      await api.post(`/admin/supplies/${made.id}`, moved, staff)
      expect((await card(id)).lines[0].promise).toMatchObject({ promised_on: dayFromNow(10), is_answer_due: true })
    })

    describe("a dealer's answer", () => {
      const late = async () => {
        const id = await order({ 1: 10, 3: 2 })
        await load(supply("s1", [supplyLine("p1", "20")], { expected_on: dayFromNow(30) }))
        return id
      }

      it("that accepts the new days asks no more of him", async () => {
        const id = await late()
        const { status, data } = await answer(id, { answer: "accept" })
        expect([status, data.lines[0].promise.is_answer_due]).toEqual([200, false])
        expect(data.lines[0].changes.map(({ cause }: { cause: string }) => cause)).toEqual(["accepted", "supply_moved"])
        expect((await answer(id, { answer: "accept" })).data.code).toBe("nothing_waits")
      })

      it("is asked for no more once all of it has come", async () => {
        const id = await late()
        await load(supply("s2", [supplyLine("p1", "20")], { expected_on: dayFromNow(20), state: "arrived" }))
        expect((await promises(id))[0].promise).toMatchObject({ source: "stock", in_stock: "10", is_answer_due: false })
      })

      it("that splits puts what waits into a line of its own, of the same price, which its stock follows", async () => {
        const id = await late()
        const { total } = await card(id)
        expect((await answer(id, { answer: "split" })).status).toBe(200)
        const after = await card(id)
        const lines = after.lines.map((line: { article: string; quantity: string; promise: { source: string } }) =>
          [line.article, line.quantity, line.promise.source].join(" ")
        )
        expect(lines.sort()).toEqual([`${articleOf(1)} 4 stock`, `${articleOf(1)} 6 supply`, `${articleOf(3)} 2 stock`])
        expect(after.total).toBe(total)
        const [waiting] = await promises(id)
        expect((await answer(id, { answer: "split", line_ids: [waiting.id] })).data.code).toBe("nothing_to_split")
        await load(supply("s2", [supplyLine("p1", "20")], { expected_on: dayFromNow(20), state: "arrived" }))
        expect((await promises(id))[0]).toMatchObject({ id: waiting.id, promise: { source: "stock", in_stock: "6" } })
        const [reserved] = await db()("reservation_item").where({ line_item_id: waiting.id }).select("quantity")
        expect(Number(reserved.quantity)).toBe(6)
      })

      it("that cancels gives back what was promised to who waits for it, lowers the total, and goes to the ERP again", async () => {
        const id = await order({ 1: 10, 3: 2 })
        const next = await order({ 1: 40 })
        expect((await card(next)).lines[0].promise).toMatchObject({ unpromised: "6" })
        const sent = await collect()
        await getContainer()
          .resolve(Modules.WORKFLOW_ENGINE)
          .run(ErpWorkflows.confirmOrders, { input: { source: TEST_SOURCE, order_ids: [id, next] } })
        const [line] = await promises(id)
        expect((await answer(id, { answer: "cancel", line_ids: [line.id, "ordli_none"] })).data.code).toBe("nothing_waits")
        expect((await answer(id, { answer: "cancel", line_ids: [line.id] })).status).toBe(200)
        const after = await card(id)
        expect([after.total, after.lines.map(({ quantity }: { quantity: string }) => quantity)]).toEqual(["13.00", ["4", "2"]])
        expect((await card(next)).lines[0].promise).toMatchObject({ unpromised: "0" })
        const { totals } = await db()("order_summary").where({ order_id: id }).first("totals")
        expect([totals.current_order_total, totals.pending_difference]).toEqual([13, 13])
        // What the ERP tells of the order meanwhile is about what it was sent before.
        await loadRecords(getContainer(), [stateOf(sent.find(({ order_id }) => order_id === id)?.number ?? "")])
        expect((await collect()).map(({ order_id, total }) => [order_id, total])).toEqual([[id, "13.00"]])
        const [entry] = await db()("audit_entry").where({ action: "order.promises_answered" }).select("after")
        expect(entry.after).toMatchObject({ answer: "cancel", lines: { [line.id]: "6" } })
      })

      it("that cancels leaves as bought before what the order still has, also where that was asked for before", async () => {
        await loadRecords(getContainer(), [change.stock(4, "near", "0"), change.stock(4, "far", "0")])
        await load(supply("s4", [supplyLine("p4", "20")]))
        const id = await order({ 1: 10, 4: 5 })
        const bought = async () => {
          const { purchases } = (await api.get("/store/purchases", trade.session)).data
          return purchases.map((one: { entry: { article: string }; quantity: string }) => `${one.entry.article} ${one.quantity}`).sort()
        }
        expect(await bought()).toEqual([`${articleOf(1)} 10`, `${articleOf(4)} 5`])
        const line_ids = (await promises(id)).map((line: { id: string }) => line.id)
        expect((await answer(id, { answer: "cancel", line_ids })).status).toBe(200)
        expect(await bought()).toEqual([`${articleOf(1)} 4`])
        const never = (await api.get("/store/catalog?bought=never", trade.session)).data.entries
        expect(never.map(({ article }: { article: string }) => article)).toContain(articleOf(4))
      })

      it("that cancels all there is cancels the order; one that was shipped is past answering", async () => {
        await loadRecords(getContainer(), [change.stock(1, "near", "0")])
        const id = await order({ 1: 10 })
        const [line] = await promises(id)
        expect((await answer(id, { answer: "cancel", line_ids: [line.id] })).status).toBe(200)
        expect((await card(id)).stage).toBe("cancelled")
        expect((await collect())[0]).toMatchObject({ is_cancelled: true, lines: [{ quantity: "10" }] })
        expect((await answer(id, { answer: "accept" })).data.code).toBe("order_closed")
        expect(await demands()).toEqual([])
      })
    })

    it("what a cancelled order was promised goes to who waits for it, whoever cancelled it", async () => {
      const [first, second] = [await order({ 1: 44 }), await order({ 1: 30 })]
      expect((await card(second)).lines[0].promise).toMatchObject({ unpromised: "30" })
      await db()("order").where({ id: first }).update({ canceled_at: new Date() })
      expect((await releaseOfEndedWorkflow(getContainer()).run()).result).toEqual({ released: 1, shipped: 0 })
      expect((await card(second)).lines[0].promise).toMatchObject({ unpromised: "0" })
      await db()("order_state").insert({ id: "ords_1", order_id: second, is_cancelled: true, as_of: new Date() })
      expect((await releaseOfEndedWorkflow(getContainer()).run()).result).toEqual({ released: 1, shipped: 0 })
      expect((await db()("promise").count())[0]?.count).toBe("0")
      expect((await releaseOfEndedWorkflow(getContainer()).run()).result).toEqual({ released: 0, shipped: 0 })
    })

    it("what the ERP ships waits no more: of a part what goes beyond the stock of the order, its latest days first", async () => {
      await load(supply("s1", [supplyLine("p1", "4")]), supply("s2", [supplyLine("p1", "5")], { expected_on: dayFromNow(20) }))
      const id = await order({ 1: 13, 3: 1 })
      const next = await order({ 1: 9 })
      const number = (await collect()).find(({ order_id }) => order_id === id)?.number ?? ""
      const ship = async (quantity: string, shipped_on: string | null = null) => {
        const state = { ...stateOf(number), shipped_on, shipped: [{ offer_external_id: "p1", quantity }] } as ErpRecord
        await loadRecords(getContainer(), [state])
        await releaseOfEndedWorkflow(getContainer()).run()
        return (await card(id)).lines[0].promise
      }
      const parts = (first: string, second?: string) => [
        { expected_on: dayFromNow(10), quantity: first },
        ...(second ? [{ expected_on: dayFromNow(20), quantity: second }] : []),
      ]
      expect((await card(next)).lines[0].promise).toMatchObject({ unpromised: "9" })
      expect(await ship("4")).toMatchObject({ in_stock: "4", parts: parts("4", "5") })
      expect(await ship("7")).toMatchObject({ in_stock: "7", parts: parts("4", "2"), unpromised: "0", is_answer_due: false })
      expect((await card(next)).lines[0].promise).toMatchObject({ unpromised: "6" })
      expect(await ship("7")).toMatchObject({ in_stock: "7", parts: parts("4", "2") })
      // Less than quantities are kept with is nothing: rounded in two columns, more would be promised than waits.
      expect(await ship("7.0000005")).toMatchObject({ in_stock: "7", parts: parts("4", "2") })
      expect(await ship("10")).toMatchObject({ in_stock: "10", parts: parts("3") })
      expect(await ship("12", dayFromNow(0))).toMatchObject({ source: "stock", in_stock: "13", parts: [] })
      expect((await card(next)).lines[0].promise).toMatchObject({ unpromised: "0" })
      expect((await demands()).map((row: { order: { id: string } }) => row.order.id)).toEqual([next])
      const told = (await promises(id))[0].changes.map(
        ({ cause, is_worse }: { cause: string; is_worse: boolean }) => `${cause} ${is_worse}`
      )
      expect(told).toEqual(["shipped false", "shipped false", "shipped false"])
    })

    describe("the demand desk", () => {
      it("lists what waits by state, supply and text, who asked first before the others", async () => {
        const first = await order({ 1: 30 })
        const second = await order({ 1: 30 })
        expect((await demands()).map((row: { order: { id: string }; unpromised: string }) => [row.order.id, row.unpromised])).toEqual([
          [first, "0"],
          [second, "16"],
        ])
        expect((await demands("?state=unpromised")).map((row: { order: { id: string } }) => row.order.id)).toEqual([second])
        const [{ id: s1 }] = await db()("supply").where({ number: "N-s1" }).select("id")
        expect((await demands(`?supply_id=${s1}`)).map((row: { order: { id: string } }) => row.order.id)).toEqual([first])
        expect((await demands(`?q=${articleOf(1)}&state=promised`)).map((row: { order: { id: string } }) => row.order.id)).toEqual([first])
        expect(await demands("?state=answer_due")).toEqual([])
      })

      it("binds, moves and releases by hand; what is bound follows its supply, and nobody is given what others were promised", async () => {
        const id = await order({ 1: 10 })
        const [demand] = await demands()
        const { supplies } = (await api.get(`/admin/demands/${demand.id}/supplies`, staff)).data
        expect(supplies.map(({ number, free }: { number: string; free: string }) => `${number} ${free}`).sort()).toEqual([
          "N-s1 14",
          "N-s2 20",
        ])
        const idOf = (number: string) => supplies.find((each: { number: string }) => each.number === number).supply_id as string
        const bound = await bind(demand.id, [{ supply_id: idOf("N-s2"), quantity: "6" }])
        expect([bound.status, bound.data.demand.promises]).toMatchObject([
          200,
          [{ supply_number: "N-s2", quantity: "6", is_by_hand: true }],
        ])
        await load(supply("s2", [supplyLine("p1", "20")], { expected_on: dayFromNow(25) }))
        expect((await card(id)).lines[0].promise.promised_on).toBe(dayFromNow(25))
        expect((await bind(demand.id, [{ supply_id: idOf("N-s1"), quantity: "7" }])).data.code).toBe("more_than_wanted")
        expect((await bind(demand.id, [])).data.demand).toMatchObject({ unpromised: "6", promises: [] })
        await order({ 1: 17 })
        expect((await bind(demand.id, [{ supply_id: idOf("N-s1"), quantity: "4" }])).data.code).toBe("supply_not_free")
        expect((await bind(demand.id, [{ supply_id: idOf("N-s1"), quantity: "3" }])).status).toBe(200)
        expect((await db()("audit_entry").where({ action: "order.promised_by_hand" })).length).toBe(3)
      })

      it("says where goods may be ordered beyond stock, and how much of a line one client may have", async () => {
        const said = { allowed: "nowhere", share_percent: "12.5" }
        expect((await api.post("/admin/demand-settings", said, staff)).data.demand_setting).toEqual(said)
        expect((await api.get("/admin/demand-settings", staff)).data.demand_setting).toEqual(said)
        expect((await answerOf(api.post("/admin/demand-settings", { allowed: "everywhere", share_percent: "100.01" }, staff))).status).toBe(
          400
        )
        expect((await db()("audit_entry").where({ action: "demand.set" }).select("before"))[0].before).toEqual({
          allowed: "everywhere",
          share_percent: null,
        })
      })
    })
  },
})
