import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"

jest.setTimeout(240_000)

type Trade = Awaited<ReturnType<typeof createTrade>>
type Session = Trade["session"]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Trade
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [SUPPLIES_PACKAGE, ...records])
    const allow = (allowed: string, share_percent: string | null = null) => db()("demand_setting").insert({ allowed, share_percent })

    const cartOf = async (session: Session = trade.session): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart.id
    const put = (cartId: string, n: number, quantity: number, session: Session = trade.session) =>
      api.post(`/store/carts/${cartId}/lines`, { lines: [{ article: articleOf(n), quantity }] }, session)
    const complete = (cartId: string, session: Session = trade.session) =>
      answerOf(api.post(`/store/carts/${cartId}/complete`, {}, session))

    /** Places an order of so many base units of the n-th product and gives what its line is told of its promise. */
    const order = async (n: number, quantity: number, session: Session = trade.session) => {
      const cartId = await cartOf(session)
      expect((await put(cartId, n, quantity, session)).data.refused).toBe(0)
      const { status, data } = await complete(cartId, session)
      expect([status, data.refusals]).toEqual([200, undefined])
      return { id: data.order.id as string, promise: await promiseOf(data.order.id, session) }
    }
    const promiseOf = async (orderId: string, session: Session = trade.session) =>
      (await api.get(`/store/company-orders/${orderId}`, session)).data.order.lines[0].promise
    const promised = async () =>
      (await db()("supply_line").join("supply", "supply.id", "supply_line.supply_id").orderBy("number").select("number", "promised")).map(
        ({ number, promised }) => `${number} ${Number(promised)}`
      )
    const emptyStock = (n: number) => loadRecords(getContainer(), [change.stock(n, "near", "0"), change.stock(n, "far", "0")])

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
    })

    describe("an order beyond stock", () => {
      it("is refused where nothing allows it", async () => {
        await load(supply("s1", [supplyLine("p1", "50")]))
        const { data } = await put(await cartOf(), 1, 101)
        expect(data.lines[0]).toMatchObject({ status: "refused", code: "insufficient_stock", available: "100" })
      })

      it("takes what is there, and the rest from the supplies that come first; what nobody brings stays unpromised", async () => {
        await allow("everywhere")
        await load(
          supply("s2", [supplyLine("p1", "50")], { expected_on: dayFromNow(20) }),
          supply("s1", [supplyLine("p1", "20")]),
          supply("late", [supplyLine("p1", "70")], { expected_on: dayFromNow(-3) })
        )
        const cartId = await cartOf()
        expect((await put(cartId, 1, 130)).data.lines[0].availability).toEqual({
          in_stock: "100",
          later: [
            { expected_on: dayFromNow(10), quantity: "20" },
            { expected_on: dayFromNow(20), quantity: "10" },
          ],
          undated: "0",
        })
        expect((await api.get(`/store/carts/${cartId}`, trade.session)).data.cart.availability).toMatchObject([{ in_stock: "100" }])
        const first = await order(1, 130)
        expect(first.promise).toEqual({
          ...{ source: "supply", promised_on: dayFromNow(20), in_stock: "100", unpromised: "0", is_answer_due: false },
          parts: [
            { expected_on: dayFromNow(10), quantity: "20" },
            { expected_on: dayFromNow(20), quantity: "10" },
          ],
        })
        expect((await order(1, 60)).promise).toMatchObject({ source: "unpromised", promised_on: null, in_stock: "0", unpromised: "20" })
        expect((await order(3, 2)).promise).toMatchObject({ source: "stock", promised_on: null, in_stock: "2", parts: [] })
        expect(await promised()).toEqual(["N-late 0", "N-s1 20", "N-s2 50"])
      })

      it("of goods that are sold by six takes whole sixes from stock", async () => {
        await allow("everywhere")
        await load(supply("s1", [supplyLine("p2", "50")]))
        expect((await order(2, 114)).promise).toMatchObject({ in_stock: "96", parts: [{ quantity: "18" }] })
      })

      it("of a category of pre-order is taken by the product of that category alone", async () => {
        const [category] = await db()("catalog_category").insert({ category_id: "pcat_roses", type: "preorder" }).returning("key")
        await db()("catalog_entry")
          .where({ article: articleOf(1) })
          .update({ category_keys: [category.key] })
        await load(supply("s1", [supplyLine("p1", "50"), supplyLine("p3", "50")]))
        expect((await put(await cartOf(), 3, 101)).data.lines[0].code).toBe("insufficient_stock")
        expect((await order(1, 101)).promise).toMatchObject({ source: "supply", parts: [{ quantity: "1" }] })
        await db()("catalog_entry")
          .where({ article: articleOf(1) })
          .update({ category_keys: [-category.key] })
        expect((await order(1, 1)).promise).toMatchObject({ source: "supply", parts: [{ quantity: "1" }] })
      })

      it("gets no more of a line than the share of one client, and nothing of what goes to a warehouse that its contract does not draw from", async () => {
        await allow("everywhere", "30")
        await emptyStock(1)
        await load(supply("s1", [supplyLine("p1", "50")]), supply("s2", [supplyLine("p1", "9")], { expected_on: dayFromNow(20) }))
        expect((await order(1, 10)).promise).toMatchObject({ parts: [{ quantity: "10" }] })
        expect((await order(1, 10)).promise).toMatchObject({ unpromised: "3", parts: [{ quantity: "5" }, { quantity: "2" }] })
        const other = await trade.hire("2")
        await db()("contract")
          .where({ number: "C-2" })
          .update({ warehouse_ids: [await internalId(getContainer(), "warehouse", "far")] })
        expect((await order(1, 4, other)).promise).toMatchObject({ unpromised: "4", parts: [] })
      })
    })

    describe("a supply that changes", () => {
      const rose = async () => {
        await allow("everywhere")
        await emptyStock(1)
      }
      const days = (day: string) => Math.round((Date.parse(day) - Date.parse(dayFromNow(0))) / 86_400_000)
      const told = (parts: { expected_on: string | null; quantity: string }[]) =>
        parts.map(({ expected_on, quantity }) => `${quantity}@${expected_on === null ? "?" : days(expected_on)}`).join("+") || "-"
      const changes = async () =>
        (await db()("promise_change").orderBy("id").select("cause", "before", "after", "is_worse")).map(
          ({ cause, before, after, is_worse }) => `${cause} ${told(before)} → ${told(after)}${is_worse ? " worse" : ""}`
        )

      it("and moves is promised anew, first come first, and the log tells old and new day of each line", async () => {
        await rose()
        await load(supply("s1", [supplyLine("p1", "20")]), supply("s2", [supplyLine("p1", "12")], { expected_on: dayFromNow(20) }))
        const first = await order(1, 15)
        const second = await order(1, 5)
        const third = await order(1, 4)
        await load(supply("s1", [supplyLine("p1", "20")], { expected_on: dayFromNow(30) }))
        expect(await promised()).toEqual(["N-s1 12", "N-s2 12"])
        expect((await promiseOf(first.id)).parts).toEqual([
          { expected_on: dayFromNow(20), quantity: "8" },
          { expected_on: dayFromNow(30), quantity: "7" },
        ])
        expect(await promiseOf(second.id)).toMatchObject({ promised_on: dayFromNow(30), is_answer_due: true })
        expect(await promiseOf(third.id)).toMatchObject({ promised_on: dayFromNow(20), is_answer_due: false })
        expect(await changes()).toEqual(["supply_moved 15@10 → 8@20+7@30 worse", "supply_moved 5@10 → 5@30 worse"])
      })

      it("and shrinks keeps its promises to who asked first; what another supply brings later is promised to who waits", async () => {
        await rose()
        await load(supply("s1", [supplyLine("p1", "20")]))
        await order(1, 12)
        const second = await order(1, 8)
        await load(supply("s1", [supplyLine("p1", "13")]))
        expect(await promiseOf(second.id)).toMatchObject({ source: "unpromised", unpromised: "7", is_answer_due: true })
        await load(supply("s2", [supplyLine("p1", "7")], { expected_on: dayFromNow(15) }))
        expect(await promiseOf(second.id)).toMatchObject({ promised_on: dayFromNow(15), unpromised: "0" })
        expect((await load(supply("s2", [supplyLine("p1", "7")], { expected_on: dayFromNow(15) }))).written).toEqual({})
        expect(await changes()).toEqual(["supply_short 8@10 → 1@10 worse", "supply_came 1@10 → 1@10+7@15"])
      })

      it("and is cancelled or deleted leaves its lines unpromised where nothing else comes", async () => {
        await rose()
        await load(supply("s1", [supplyLine("p1", "20")]), supply("s2", [supplyLine("p1", "3")], { expected_on: dayFromNow(20) }))
        await order(1, 12)
        await load(supply("s1", [supplyLine("p1", "20")], { state: "cancelled" }))
        await load(supply("s2", [], { is_deleted: true }))
        expect(await promised()).toEqual(["N-s1 0", "N-s2 0"])
        expect(await changes()).toEqual(["supply_cancelled 12@10 → 3@20 worse", "supply_cancelled 3@20 → - worse"])
      })

      it("and brings something reserves it in stock for who asked first; a later word on the stock gives it to nobody else", async () => {
        await rose()
        await load(supply("s1", [supplyLine("p1", "20")]))
        const first = await order(1, 12)
        const second = await order(1, 8)
        await load(supply("s1", [supplyLine("p1", "20", { arrived: "14" })]))
        expect([await promiseOf(first.id), await promiseOf(second.id)]).toMatchObject([
          { source: "stock", in_stock: "12", parts: [] },
          { source: "supply", in_stock: "2", parts: [{ expected_on: dayFromNow(10), quantity: "6" }] },
        ])
        await loadRecords(getContainer(), [change.stock(1, "near", "14")])
        expect((await put(await cartOf(), 1, 1)).data.lines[0]).toMatchObject({
          status: "added",
          availability: { in_stock: "0", undated: "1" },
        })
        await load(supply("s1", [supplyLine("p1", "20", { arrived: "19" })], { state: "arrived" }))
        expect(await promiseOf(second.id)).toMatchObject({ source: "unpromised", in_stock: "7", unpromised: "1", is_answer_due: true })
        const reserved = await db()("reservation_item").select("quantity", "line_item_id")
        expect(reserved.map(({ quantity }) => Number(quantity)).sort((a, b) => a - b)).toEqual([2, 5, 12])
        expect((await db()("inventory_level").sum("reserved_quantity as sum"))[0]?.sum).toBe("19")
      })

      it("that has arrived without a word on what came has brought all of it", async () => {
        await rose()
        await load(supply("s1", [supplyLine("p1", "20")]))
        const { id } = await order(1, 12)
        await load(supply("s1", [supplyLine("p1", "20")], { state: "arrived" }))
        expect(await promiseOf(id)).toMatchObject({ source: "stock", in_stock: "12" })
        expect(await changes()).toEqual(["supply_arrived 12@10 → -"])
      })

      it("and goes back on its way after it had arrived brings what was given away no second time", async () => {
        await rose()
        const told = (state: "in_transit" | "arrived", arrived = "0") =>
          load(supply("s1", [supplyLine("p1", "20", { arrived })], { state }))
        await told("in_transit")
        const { id } = await order(1, 12)
        await told("arrived")
        await told("in_transit")
        const [line] = await db()("supply_line").select("served", "free")
        expect([Number(line.served), Number(line.free)]).toEqual([12, 8])
        const other = await trade.hire("2")
        const next = await order(1, 20, other)
        expect(next.promise).toMatchObject({ unpromised: "12", parts: [{ quantity: "8" }] })
        // Less than had come once is nothing new; what comes beyond it is.
        await told("in_transit", "5")
        expect(await promiseOf(next.id, other)).toMatchObject({ in_stock: "0", parts: [{ quantity: "8" }] })
        await told("in_transit", "15")
        expect(await promiseOf(next.id, other)).toMatchObject({ in_stock: "3", unpromised: "12", parts: [{ quantity: "5" }] })
        await told("arrived")
        expect(await promiseOf(id)).toMatchObject({ source: "stock", in_stock: "12" })
        expect(await promiseOf(next.id, other)).toMatchObject({ in_stock: "8", unpromised: "12", parts: [] })
        expect((await db()("reservation_item").sum("quantity as sum"))[0]?.sum).toBe("20")
      })

      it("and is dropped and named again brings what was given away no second time", async () => {
        await rose()
        const told = (lines: ReturnType<typeof supplyLine>[], state: "in_transit" | "arrived") => load(supply("s1", lines, { state }))
        await told([supplyLine("p1", "20")], "in_transit")
        await order(1, 12)
        await told([supplyLine("p1", "20")], "arrived")
        await told([supplyLine("p2", "5")], "in_transit")
        expect(await db()("supply_line").select("quantity", "arrived", "free").orderBy("entry_key")).toEqual([
          { quantity: "12.000000", arrived: "12.000000", free: "0.000000" },
          { quantity: "5.000000", arrived: "0.000000", free: "5.000000" },
        ])
        await told([supplyLine("p1", "20")], "in_transit")
        expect((await order(1, 20, await trade.hire("2"))).promise).toMatchObject({ unpromised: "12", parts: [{ quantity: "8" }] })
      })

      it("and brings a part counts it for the share of who has got it", async () => {
        await allow("everywhere", "50")
        await emptyStock(1)
        await load(supply("s1", [supplyLine("p1", "100")]))
        const { id, promise } = await order(1, 80)
        expect(promise).toMatchObject({ unpromised: "30", parts: [{ quantity: "50" }] })
        await load(supply("s1", [supplyLine("p1", "100", { arrived: "40" })]))
        expect(await promiseOf(id)).toMatchObject({ in_stock: "40", unpromised: "30", parts: [{ quantity: "10" }] })
        expect((await order(1, 5)).promise).toMatchObject({ unpromised: "5", parts: [] })
        expect((await order(1, 60, await trade.hire("2"))).promise).toMatchObject({ unpromised: "10", parts: [{ quantity: "50" }] })
      })
    })

    // No warehouse has ever had the goods, so no lock on stock stands before that on supplies. Without "for update" in free-lines.ts orders that read the
    // same free quantity fail at the check of the table.
    it("orders at the same moment are promised all that comes and not a unit more", async () => {
      await allow("everywhere")
      await db()("inventory_level").delete()
      await load(supply("s1", [supplyLine("p1", "20")]), supply("s2", [supplyLine("p1", "7")], { expected_on: dayFromNow(20) }))
      const session = await trade.hire("2")
      const carts = await Promise.all(
        Array.from({ length: 8 }, async (_, index) => {
          const who = index % 2 ? session : trade.session
          const id = await cartOf(who)
          await put(id, 1, 5, who)
          return { id, who }
        })
      )
      const placed = await Promise.all(carts.map(({ id, who }) => complete(id, who)))
      expect(placed.map(({ status }) => status)).toEqual(carts.map(() => 200))
      expect(await promised()).toEqual(["N-s1 20", "N-s2 7"])
      const [sums] = await db()("promise").sum("quantity as promised")
      const [wanted] = await db()("demand").sum("quantity as quantity")
      expect([Number(sums?.promised), Number(wanted?.quantity)]).toEqual([27, 40])
    })

    it("the database refuses promises beyond the supply, beyond the demand, or of nothing, and keeps what was promised", async () => {
      await allow("everywhere")
      await load(supply("s1", [supplyLine("p1", "20")]))
      await order(1, 105)
      const more = db()("promise").update({ quantity: 6 })
      await expect(more).rejects.toThrow("more is promised to demand")
      await expect(db()("demand").update({ quantity: 4 })).rejects.toThrow("promised more than it wants")
      await expect(db()("supply_line").update({ quantity: 4 })).rejects.toThrow("supply_line_promised_check")
      await expect(db()("supply_line").delete()).rejects.toThrow("what was promised must be released first")
      await db()("demand").update({ quantity: 40 })
      await expect(db()("promise").update({ quantity: 21 })).rejects.toThrow("supply_line_promised_check")
      await expect(db()("promise").update({ supply_id: "sply_none" })).rejects.toThrow("are not there")
      await db()("promise").update({ quantity: 20 })
      expect(await promised()).toEqual(["N-s1 20"])
      await db()("promise").delete()
      expect(await promised()).toEqual(["N-s1 0"])
    })
  },
})
