import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { serveFreed } from "../../../src/database/promises/serve-freed"
import { followReservations } from "../../../src/database/reservations/follow-reservations"
import { lockReservations } from "../../../src/database/reservations/lock-reservations"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { keepMails, mailsTo } from "../../helpers/mails"
import { AT_NOON, reserving, TEN_PIECES } from "../../helpers/reserving"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"
import { brokenFacts } from "./promise-facts"

jest.setTimeout(240_000)

const mails = keepMails()

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let reserve: ReturnType<typeof reserving>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...lines: Parameters<typeof supply>) => loadRecords(getContainer(), [SUPPLIES_PACKAGE, supply(...lines)])
    const serve = () => db().transaction((trx) => serveFreed(trx, { now: new Date().toISOString() }))

    /** "served/promised of wanted", in the order in which they asked. */
    const demands = async () =>
      (
        await db()("demand")
          .leftJoin("promise", "promise.demand_id", "demand.id")
          .groupBy("demand.id")
          .orderBy("demand.place")
          .select("demand.quantity", "demand.served", db().raw("coalesce(sum(promise.quantity), 0) as promised"))
      ).map(({ quantity, served, promised }) => `${Number(served)}/${Number(promised)} of ${Number(quantity)}`)
    const changes = async (cause = "stock_freed") => db()("promise_change").where({ cause }).orderBy("id").select("order_id", "is_worse")
    const kinds = async (order_id: string) => (await db()("reservation_change").where({ order_id }).orderBy("id")).map(({ kind }) => kind)
    /** Ten pieces in stock, of which the first order holds all; those behind it wait. */
    const expire = async (id: string) => {
      await reserve.expireNow(id)
      await reserve.follow()
    }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      reserve = reserving(getContainer(), api, trade)
      staff = await createStaffSession(getContainer())
      await db()("demand_setting").insert({ allowed: "everywhere" })
      await loadRecords(getContainer(), TEN_PIECES)
      await load("s1", [supplyLine("p1", "6")])
    })

    afterEach(async () => {
      expect(await brokenFacts(db())).toEqual({})
      expect(await db()("freed_stock").select()).toEqual([])
    })

    it("goods of a reservation that expires are reserved for who waits, first come first; what he was promised goes to who waits behind him", async () => {
      await reserve.rule({ hours: 48 })
      const holder = await reserve.order(1, 7)
      await reserve.order(1, 3)
      const first = await reserve.order(1, 6)
      const second = await reserve.order(1, 4)
      expect(await demands()).toEqual(["0/6 of 6", "0/0 of 4"])
      await reserve.collect()
      await expire(holder)
      expect([await demands(), await reserve.stock(1)]).toEqual([
        ["6/0 of 6", "1/3 of 4"],
        ["10/10", "0/0"],
      ])
      expect(await changes()).toEqual([first, second].map((order_id) => ({ order_id, is_worse: false })))
      expect([await kinds(first), await reserve.hoursLeft(first), await kinds(second)]).toEqual([["held"], 48, ["held"]])
      expect((await reserve.collect()).sort()).toEqual([holder, first, second].sort())
      expect((await reserve.orderOf(first)).lines[0]).toMatchObject({ reserved: "6", promise: { source: "stock", in_stock: "6" } })
      await reserve.follow()
      expect(await demands()).toEqual(["6/0 of 6", "1/3 of 4"])
    })

    it("who gets them is told by mail, once", async () => {
      const { email } = await db()("employee").first("email")
      await reserve.rule({ hours: 48 })
      const holder = await reserve.order(1, 10)
      await reserve.order(1, 6)
      const before = mailsTo(mails, email).length
      await expire(holder)
      await reserve.follow()
      const told = mailsTo(mails, email).slice(before)
      expect(told.filter((mail) => mail.includes(articleOf(1)))).toHaveLength(1)
      expect(await db()("promise_change").whereNull("told_at")).toEqual([])
    })

    it("so do goods that the staff releases, and of orders that are cancelled here and in the ERP", async () => {
      const released = await reserve.order(1, 2)
      const here = await reserve.order(1, 3)
      const there = await reserve.order(1, 4)
      await reserve.order(1, 1)
      await reserve.order(1, 9)
      expect(await demands()).toEqual(["0/6 of 9"])
      await api.post(`/admin/orders/${released}/reservation`, { action: "release" }, staff)
      await reserve.untilStock(1, ["10/10", "0/0"])
      expect(await demands()).toEqual(["2/6 of 9"])
      await api.post(`/admin/orders/${here}/cancel`, {}, staff)
      await reserve.untilStock(1, ["10/10", "0/0"])
      await reserve.follow()
      expect(await demands()).toEqual(["5/4 of 9"])
      await reserve.say(there, { is_cancelled: true })
      await reserve.follow()
      expect([await demands(), await reserve.stock(1)]).toEqual([["9/0 of 9"], ["10/10", "0/0"]])
      expect(await changes()).toHaveLength(3)
    })

    it("and what an edit of an order gives up, no more of it and once", async () => {
      const holder = await reserve.order(1, 10)
      await reserve.order(1, 6)
      const [{ id: line }] = (await reserve.orderOf(holder)).lines
      await api.post("/admin/order-edits", { order_id: holder }, staff)
      await api.post(`/admin/order-edits/${holder}/items/item/${line}`, { quantity: 7 }, staff)
      expect((await api.post(`/admin/order-edits/${holder}/confirm`, {}, staff)).status).toBe(200)
      await reserve.untilStock(1, ["10/10", "0/0"])
      expect(await demands()).toEqual(["3/3 of 6"])
      await reserve.follow()
      expect(await demands()).toEqual(["3/3 of 6"])
    })

    it("and what edits gave up that were confirmed before any of them was looked at", async () => {
      const holder = await reserve.order(1, 10)
      await reserve.order(1, 6)
      const [{ id: line }] = (await reserve.orderOf(holder)).lines
      await db().transaction(async (trx) => {
        await lockReservations(trx, "alone")
        for (const quantity of [8, 7]) {
          await api.post("/admin/order-edits", { order_id: holder }, staff)
          await api.post(`/admin/order-edits/${holder}/items/item/${line}`, { quantity }, staff)
          expect((await api.post(`/admin/order-edits/${holder}/confirm`, {}, staff)).status).toBe(200)
        }
      })
      await reserve.untilStock(1, ["10/10", "0/0"])
      expect(await demands()).toEqual(["3/3 of 6"])
      await reserve.follow()
      expect(await demands()).toEqual(["3/3 of 6"])
    })

    it("what a word on the stock adds serves nobody who waits, as its supply does; what is gone meanwhile is not shared out", async () => {
      await reserve.rule({ hours: 48 })
      const holder = await reserve.order(1, 4)
      await reserve.order(1, 6)
      await reserve.order(1, 5)
      await loadRecords(getContainer(), [AT_NOON, change.stock(1, "near", "13")])
      expect(await demands()).toEqual(["0/5 of 5"])
      await reserve.expireNow(holder)
      await db().transaction((trx) => followReservations(trx, { now: new Date().toISOString(), limit: 10 }))
      await loadRecords(getContainer(), [AT_NOON, change.stock(1, "near", "9")])
      expect([await serve(), await serve()]).toEqual([1, 0])
      expect([await demands(), await reserve.stock(1)]).toEqual([["3/2 of 5"], ["9/9", "0/0"]])
    })

    it("they are not for an order whose own reservation is over, or which never reserves, nor where its contract does not draw from", async () => {
      await reserve.rule({ hours: 48 })
      const own = await reserve.order(1, 12)
      await expire(own)
      expect([await demands(), await reserve.stock(1)]).toEqual([["0/2 of 2"], ["10/0", "0/0"]])
      const holder = await reserve.order(1, 10)
      await db()("reservation_rule").update({ starts: "never" })
      await reserve.order(1, 3)
      await db()("reservation_rule").update({ starts: "placement" })
      await reserve.order(1, 1)
      await db()("contract").update({ warehouse_ids: [await internalId(getContainer(), "warehouse", "far")] })
      await expire(holder)
      expect([await demands(), await reserve.stock(1)]).toEqual([
        ["0/2 of 2", "0/3 of 3", "0/1 of 1"],
        ["10/0", "0/0"],
      ])
    })

    // Tried without the locks of `serve-freed.ts`: 18 are reserved then, of the ten that there are and the two that come.
    it("several that share them out at the same moment, beside orders that are placed, give nobody more than there is", async () => {
      await reserve.rule({ hours: 48 })
      const holders = [await reserve.order(1, 4), await reserve.order(1, 4)]
      await reserve.order(1, 2)
      await reserve.order(1, 5)
      await reserve.order(1, 5)
      const carts = [await reserve.fill(1, 3), await reserve.fill(1, 3)]
      await Promise.all(holders.map((id) => reserve.expireNow(id)))
      const placed = await Promise.all([
        ...[0, 1, 2].map(() => reserve.follow().then(() => ({ status: 200 }))),
        ...carts.map(({ id }) => reserve.complete(id)),
        load("s1", [supplyLine("p1", "6", { arrived: "2" })], { expected_on: dayFromNow(12) }).then(() => ({ status: 200 })),
      ])
      expect(placed.map(({ status }) => status)).toEqual(placed.map(() => 200))
      await reserve.follow()
      // Two came beside what was told of the stock, and are reserved on top of it; where they came first, two of the freed ones are taken for them.
      const [near, far] = await reserve.stock(1)
      expect(["10/12", "10/10"]).toContain(near)
      expect(far).toBe("0/0")
    })
  },
})
