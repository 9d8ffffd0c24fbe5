import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { tellReservationsWorkflow } from "../../../src/workflows/supply/tell-reservations"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { keepMails, mailsTo } from "../../helpers/mails"
import { AT_NOON, reserving, TEN_PIECES } from "../../helpers/reserving"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

const mails = keepMails()
const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let reserve: ReturnType<typeof reserving>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const deal = (id: string, body: object, by = staff) => answerOf(api.post(`/admin/orders/${id}/reservation`, body, by))
    const renew = (id: string, by = trade.session) => answerOf(api.post(`/store/company-orders/${id}/reservation`, {}, by))
    const expired = async (n: number, quantity: number) => {
      const id = await reserve.order(n, quantity)
      await reserve.expireNow(id)
      await reserve.follow()
      return id
    }
    const log = async () =>
      (await db()("audit_entry").whereLike("action", "order.reserv%").orderBy("at")).map(
        ({ action, actor_kind, before, after }) => `${action} by ${actor_kind}: ${before.state} → ${after.state}`
      )

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      reserve = reserving(getContainer(), api, trade)
      staff = await createStaffSession(getContainer())
      await loadRecords(getContainer(), TEN_PIECES)
    })

    describe("the staff", () => {
      it("prolongs a reservation, for good too, and the ERP hears of it once more", async () => {
        await reserve.rule({ hours: 48 })
        const id = await reserve.order(1, 4)
        await reserve.collect()
        const { status, data } = await deal(id, { action: "prolong", until: inHours(100), reason: "Agreed" })
        expect([status, data.reservation]).toEqual([200, { state: "held", reserved_until: expect.any(String), end_reason: null, renewals_left: 0 }]) // prettier-ignore
        expect(data.lines).toMatchObject([{ quantity: "4", reserved: "4", waiting: "0" }])
        expect(data.changes).toMatchObject([{ kind: "prolonged" }])
        expect([await reserve.hoursLeft(id), await reserve.collect(), await reserve.collect()]).toEqual([100, [id], []])
        expect((await deal(id, { action: "prolong", until: null })).data.reservation.reserved_until).toBeNull()
        expect(await log()).toEqual(Array.from({ length: 2 }, () => "order.reservation_prolonged by user: held → held"))
      })

      it("is refused a moment that is over or too far, and what holds nothing", async () => {
        const id = await reserve.order(1, 4)
        for (const until of [inHours(-1), inHours(367 * 24)]) {
          expect((await deal(id, { action: "prolong", until })).data.code).toBe("reservation_until_invalid")
        }
        expect((await deal(id, { action: "hold" })).data.code).toBe("nothing_to_reserve")
        await reserve.say(id, { shipped_on: "2026-02-03" })
        expect((await deal(id, { action: "release" })).data.code).toBe("reservation_not_held")
        expect((await deal(id, { action: "hold" })).data.code).toBe("order_closed")
        await reserve.follow()
        expect(await reserve.state(id)).toBe("leaving")
        expect((await deal("order_nowhere", { action: "release" })).status).toBe(404)
      })

      it("releases, holds again all of it or nothing, and a part where that will do", async () => {
        await reserve.rule({ hours: 48 })
        const id = await reserve.order(1, 8)
        expect((await deal(id, { action: "release", reason: "Asked by the client" })).data.reservation.state).toBe("expired")
        expect(await reserve.stock(1)).toEqual(["10/0", "0/0"])
        const other = await reserve.order(1, 5)
        const { status, data } = await deal(id, { action: "hold" })
        expect([status, data.code, data.refusals]).toMatchObject([400, "insufficient_stock", undefined])
        expect(data.message).toContain("5 available, 8 to be reserved")
        expect(await reserve.stock(1)).toEqual(["10/5", "0/0"])
        expect((await deal(id, { action: "hold", partly: true })).data.lines).toMatchObject([{ quantity: "8", reserved: "5" }])
        expect((await deal(id, { action: "hold", partly: true })).data.code).toBe("insufficient_stock")
        await deal(other, { action: "release" })
        expect((await deal(id, { action: "hold" })).data.lines).toMatchObject([{ reserved: "8" }])
        expect([await reserve.hoursLeft(id), await reserve.stock(1)]).toEqual([48, ["10/8", "0/0"]])
      })

      it("releases of an order that was shipped in part what has not left, once its warehouse was told of since", async () => {
        const id = await reserve.order(1, 8)
        await reserve.say(id, { shipped: [{ offer_external_id: "p1", quantity: "5" }] })
        expect((await deal(id, { action: "release" })).data.code).toBe("reservation_leaving")
        expect([await reserve.state(id), await reserve.stock(1)]).toEqual(["held", ["10/8", "0/0"]])
        await loadRecords(getContainer(), [AT_NOON, change.stock(1, "near", "5")])
        expect((await deal(id, { action: "release" })).data.reservation.state).toBe("expired")
        expect(await reserve.stock(1)).toEqual(["5/0", "0/0"])
      })

      it("releases no goods of a warehouse that no ERP tells of before what has left is taken off its stock", async () => {
        const id = await reserve.order(1, 8)
        await db()("erp_mapping").where({ kind: "warehouse" }).delete()
        await reserve.say(id, { shipped: [{ offer_external_id: "p1", quantity: "5" }] })
        expect((await deal(id, { action: "release" })).status).toBe(200)
        expect(await reserve.stock(1)).toEqual(["5/0", "0/0"])
      })

      it("holds again what is left of an order that was shipped in part", async () => {
        const id = await reserve.order(1, 8)
        await deal(id, { action: "release" })
        await reserve.say(id, { shipped: [{ offer_external_id: "p1", quantity: "5" }] })
        expect((await deal(id, { action: "hold" })).data.lines).toMatchObject([{ quantity: "8", reserved: "3" }])
        expect((await deal(id, { action: "hold" })).data.code).toBe("nothing_to_reserve")
      })

      it("holds what was never to be held, and a manager does none of it for clients that are not his", async () => {
        await reserve.rule({ starts: "never" })
        const id = await reserve.order(1, 4)
        const own = [await internalId(getContainer(), "legal_entity", "e1")]
        const foreign = [await internalId(getContainer(), "legal_entity", "e2")]
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: foreign })
        expect((await deal(id, { action: "hold" }, manager)).status).toBe(404)
        const his = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: own })
        expect((await deal(id, { action: "hold" }, his)).data.reservation).toMatchObject({ state: "held", reserved_until: null })
      })

      it("changes nothing when the log cannot be written", async () => {
        const id = await reserve.order(1, 4)
        const { status } = await withoutTable(getContainer(), "audit_entry", () => deal(id, { action: "release" }))
        expect([status, await reserve.state(id), await reserve.stock(1)]).toEqual([500, "held", ["10/4", "0/0"]])
      })
    })

    describe("a dealer", () => {
      it("sees what is held of his order and until when", async () => {
        await reserve.rule({ hours: 48, renewals: 2 })
        const id = await reserve.order(1, 4)
        const told = await reserve.orderOf(id)
        expect(told).toMatchObject({ reservation: { state: "held", renewals_left: 2 }, lines: [{ reserved: "4" }] })
        expect(new Date(told.reservation.reserved_until)).toEqual(await reserve.until(id))
        await reserve.expireNow(id)
        await reserve.follow()
        expect(await reserve.orderOf(id)).toMatchObject({
          reservation: { state: "expired", reserved_until: null },
          lines: [{ reserved: "0" }],
        })
      })

      it("reserves again what has expired, as often as his rule allows, and others cannot", async () => {
        await reserve.rule({ hours: 48, renewals: 1 })
        const id = await reserve.order(1, 4)
        expect((await renew(id)).data.code).toBe("reservation_not_expired")
        await reserve.expireNow(id)
        await reserve.follow()
        expect((await renew(id, await trade.hire("2"))).status).toBe(404)
        expect((await renew(id)).data.reservation).toMatchObject({ state: "held", renewals_left: 0 })
        await reserve.expireNow(id)
        await reserve.follow()
        expect((await renew(id)).data.code).toBe("reservation_renewals_used")
        expect(await log()).toEqual(["order.reserved_again by employee: expired → held"])
      })

      it("is told before the end, at it, and when the staff releases, once each and by event; not of what is past", async () => {
        const events: string[] = []
        for (const name of ["reservation.ending", "reservation.expired", "reservation.changed"]) {
          getContainer().resolve(Modules.EVENT_BUS).subscribe(name, async ({ data }) => void events.push(`${name} ${(data as { id: string }).id}`)) // prettier-ignore
        }
        const { email } = await db()("employee").first("email")
        const before = mailsTo(mails, email).length
        await reserve.rule({ hours: 48 })
        const id = await reserve.order(1, 4)
        await db()("order_reservation").update({ warn_at: new Date(0) })
        await reserve.follow()
        await reserve.follow()
        await reserve.expireNow(id)
        await reserve.follow()
        const told = mailsTo(mails, email).slice(before)
        expect(told).toHaveLength(2)
        expect(told[0]).toContain("зарезервированы до")
        expect(told[1]).toContain("истёк")
        expect(events).toEqual([`reservation.ending ${id}`, `reservation.expired ${id}`])
        await db()("reservation_change").insert({ order_id: id, kind: "ending", reserved_until: new Date(0) })
        expect((await tellReservationsWorkflow(getContainer()).run()).result).toEqual({ told: 1 })
        expect(mailsTo(mails, email).slice(before)).toHaveLength(2)
      })
    })

    describe("at once", () => {
      it("a release of what was shipped in part locks all stock of the order in the order of those who order", async () => {
        // Tried with one lock after the other: the release has the stock of what was shipped and waits for the rest, whose holder waits for it.
        const id = await reserve.orderAll([1, 4], [3, 4])
        await db()("erp_mapping").where({ kind: "warehouse" }).delete()
        const [first, last] = await db()("reservation_item as ri")
          .join(
            "inventory_level as l",
            (on) => void on.on("l.inventory_item_id", "ri.inventory_item_id").on("l.location_id", "ri.location_id")
          )
          .join("product_variant_inventory_item as part", "part.inventory_item_id", "ri.inventory_item_id")
          .orderBy("l.id")
          .select("l.id", "part.variant_id")
        const shipped = { [last.variant_id]: "1" }
        await db()("order_state").insert({ id: "ords_1", order_id: id, is_cancelled: false, as_of: new Date(), shipped })
        const ordering = await db().transaction()
        await ordering("inventory_level").where({ id: first.id }).forUpdate()
        const released = deal(id, { action: "release" })
        await untilSomebodyWaits(db(), 1, released)
        await ordering("inventory_level").where({ id: last.id }).forUpdate()
        await ordering.commit()
        expect([(await released).data.reservation.state, await reserve.state(id)]).toEqual(["expired", "expired"])
      })

      it("the last pieces go to one of those who order them and of those who reserve them again, as a reservation expires", async () => {
        // Tried without the locks on stock: both of two that reserve again read the same free stock, and more is held than there is.
        await reserve.rule({ hours: 48, renewals: 5 })
        const lapsed = [await expired(1, 7), await expired(1, 7)]
        const carts = [await reserve.fill(1, 7), await reserve.fill(1, 7)]
        const holding = await reserve.order(1, 7)
        await reserve.expireNow(holding)
        await Promise.all([reserve.follow(), ...carts.map(({ id }) => reserve.complete(id)), ...lapsed.map((id) => renew(id))])
        await Promise.all([...carts.map(({ id }) => reserve.complete(id)), ...lapsed.map((id) => renew(id))])
        expect(await db()("order_reservation").where({ state: "held" })).toHaveLength(1)
        expect(await reserve.stock(1)).toEqual(["10/7", "0/0"])
      })

      it("of several that reserve an order again one does, and it is held once", async () => {
        await reserve.rule({ hours: 48, renewals: 5 })
        const id = await expired(1, 4)
        const answers = await Promise.all([renew(id), renew(id), renew(id)])
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
        expect(await reserve.stock(1)).toEqual(["10/4", "0/0"])
        await loadRecords(getContainer(), [AT_NOON, change.stock(1, "near", "3")])
        await reserve.expireNow(id)
        await reserve.follow()
        expect(await reserve.stock(1)).toEqual(["3/0", "0/0"])
      })
    })

    describe("rules", () => {
      const PATH = "/admin/reservation-rules"
      const everyone = (fields: object) => ({ scope: { kind: "everyone" }, ...fields })

      it("are made once, changed in the version that was read, ended, and logged", async () => {
        const make = (fields: object) => answerOf(api.post(PATH, everyone(fields), staff))
        const { data } = await make({ hours: 48, keep_states: [" К отгрузке "] })
        const { id, updated_at } = data.reservation_rule
        expect(data.reservation_rule).toMatchObject({ hours: 48, keep_states: ["К отгрузке"], starts: null, scope: { kind: "everyone" } })
        expect((await make({ hours: 48, keep_states: ["К отгрузке"] })).data).toEqual(data)
        expect((await make({ hours: 24 })).data.code).toBe("reservation_rule_exists")
        const put = (body: object) => answerOf(api.post(`${PATH}/${id}`, body, staff))
        expect((await put({ ...everyone({ starts: "never" }), updated_at: "1" })).data.code).toBe("changed_meanwhile")
        expect((await put({ ...everyone({ starts: "never" }), updated_at })).data.reservation_rule).toMatchObject({
          starts: "never",
          hours: null,
        })
        expect(await reserve.state(await reserve.order(1, 1))).toBe("none")
        await db()("order_state").insert({ id: "ords_1", order_id: "o", status: "К отгрузке", is_cancelled: false, as_of: new Date() })
        expect((await api.get(PATH, staff)).data).toMatchObject({ count: 1, erp_states: ["К отгрузке"] })
        expect((await api.delete(`${PATH}/${id}`, staff)).data).toEqual({ id, object: "reservation_rule", deleted: true })
        expect((await api.get(PATH, staff)).data.count).toBe(0)
        const logged = await db()("audit_entry").where({ subject_type: "reservation_rule" }).orderBy("at").select("action")
        expect(logged.map(({ action }) => action)).toEqual(["created", "updated", "ended"].map((done) => `reservation_rule.${done}`))
      })

      it("are tried before they are saved: whom they reach, what changes for orders that come, and what stands", async () => {
        const contract = await internalId(getContainer(), "contract", "c1")
        const legal_entity = await internalId(getContainer(), "legal_entity", "e1")
        await db()("reservation_rule").insert({ id: "rsvr_2", scope_kind: "contract", scope_id: contract, hours: 72 })
        await reserve.order(1, 1)
        const look = async (body: object) => (await answerOf(api.post(`${PATH}/preview`, body, staff))).data
        const [all] = await db()("contract").whereNot({ state: "closed" }).whereNull("deleted_at").count("id as contracts")
        const contracts = Number(all?.contracts)
        const { preview } = await look({ reservation_rule: everyone({ hours: 48 }) })
        expect(preview).toMatchObject({ touched: { contracts }, changed: { contracts: contracts - 1 }, standing_orders: 0 })
        expect(preview.examples[0]).toMatchObject({ before: { starts: "placement", hours: 0 }, after: { hours: 48 }, is_changed: true })
        expect(preview.examples.at(-1)).toMatchObject({
          ...{
            contract: { id: contract, legal_entity: { id: legal_entity } },
            before: { hours: 72 },
            after: { hours: 72 },
            is_changed: false,
          },
        })
        expect(await look({ id: "rsvr_2", reservation_rule: null })).toMatchObject({
          preview: {
            ...{ touched: { contracts: 1, clients: 1 }, changed: { contracts: 1, clients: 1 }, standing_orders: 1 },
            examples: [{ before: { hours: 72 }, after: { hours: 0, warn_hours: 24 } }],
          },
        })
        const moved = { scope: { kind: "legal_entity", id: legal_entity }, hours: 72, keep_states: ["A"] }
        expect((await look({ id: "rsvr_2", reservation_rule: moved })).preview.examples[0].after).toMatchObject({ hours: 72, keep_states: ["A"] }) // prettier-ignore
        expect((await look({ reservation_rule: { scope: { kind: "contract", id: contract }, hours: 1 } })).code).toBe(
          "reservation_rule_exists"
        )
        expect((await look({ id: "rsvr_none", reservation_rule: null })).type).toBe("not_found")
        expect(await db()("reservation_rule").select("id", "hours", "deleted_at")).toEqual([{ id: "rsvr_2", hours: 72, deleted_at: null }])
      })

      it("that cannot be are refused", async () => {
        const codeOf = async (body: object) => (await answerOf(api.post(PATH, body, staff))).data.code
        expect(await codeOf(everyone({}))).toBe("reservation_rule_empty")
        expect(await codeOf(everyone({ starts: "state" }))).toBe("reservation_rule_states_missing")
        expect(await codeOf(everyone({ starts: "never", start_states: ["A"] }))).toBe("reservation_rule_states_unused")
        expect(await codeOf({ scope: { kind: "contract", id: "ctr_nowhere" }, hours: 1 })).toBe("reservation_rule_scope_unknown")
        expect(await codeOf({ scope: { kind: "everyone", id: "x" }, hours: 1 })).toBe("reservation_rule_scope_unknown")
      })

      it("stand as they stood when the step after them fails", async () => {
        const { data } = await api.post(PATH, everyone({ hours: 48 }), staff)
        const { id, updated_at } = data.reservation_rule
        const hours = async () => (await db()("reservation_rule").whereNull("deleted_at").select("hours")).map((rule) => rule.hours)
        const failing = (task: () => Promise<unknown>) => withoutTable(getContainer(), "audit_entry", () => answerOf(task() as never))
        await failing(() => api.post(`${PATH}/${id}`, { ...everyone({ hours: 1 }), updated_at }, staff))
        expect(await hours()).toEqual([48])
        await failing(() => api.delete(`${PATH}/${id}`, staff))
        expect(await hours()).toEqual([48])
        await api.delete(`${PATH}/${id}`, staff)
        await failing(() => api.post(PATH, everyone({ hours: 3 }), staff))
        expect(await hours()).toEqual([])
      })
    })
  },
})
