import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createActingSession } from "../../helpers/create-acting-session"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(240_000)

const REASON = "Agreed by telephone"
const WEEK = [1, 2, 3, 4, 5, 6, 7]

type Session = { headers: Record<string, string> }

const onDays = (weekdays: number[]) => ({
  weekly: weekdays.map((weekday) => ({ weekday, intervals: [{ from: "00:00", to: "24:00" }] })),
  exceptions: [],
})
const ALWAYS = onDays(WEEK)
/** Shut for two days at least, whatever the time is and wherever. */
const shutNow = () => onDays([((new Date().getUTCDay() + 3) % 7) + 1])

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Session
    let entityId: string
    let contractId: string
    let categoryId: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const post = (path: string, body: object, session: Session) => answerOf(api.post(path, body, session))
    const get = (path: string, session: Session) => answerOf(api.get(path, session))
    const log = (action: string) => db()("audit_entry").where({ action }).orderBy("at")
    const count = async (table: string) => Number((await db()(table).count())[0]?.["count"])

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      entityId = await internalId(getContainer(), "legal_entity", "e1")
      contractId = await internalId(getContainer(), "contract", "c1")
      categoryId = await newCategory("Опт")
    })

    const newCategory = async (name: string): Promise<string> =>
      (await post("/admin/client-categories", { name }, staff)).data.client_category.id
    const belong = (client_category_id: string) => post(`/admin/legal-entities/${entityId}/categories`, { client_category_id }, staff)
    const setHours = (trading_hours: object | null, { id = categoryId, session = staff, ...version }: { id?: string; session?: Session; updated_at?: string } = {}) =>
      post(`/admin/client-categories/${id}/trading-hours`, { trading_hours, ...version }, session) // prettier-ignore
    const shut = async () => {
      await belong(categoryId)
      expect((await setHours(shutNow())).status).toBe(200)
    }
    const newCart = async (): Promise<string> =>
      (await post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const fill = (cart: string) => post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(1), quantity: 5 }] }, trade.session)
    const filledCart = async () => {
      const cart = await newCart()
      expect((await fill(cart)).data).toMatchObject({ accepted: 1 })
      return cart
    }
    const place = (cart: string, { session = trade.session, ...body }: { session?: Session; bypass_reason?: string } = {}) =>
      post(`/store/carts/${cart}/complete`, body, session)
    const REFUSED = { status: 400, data: { code: "order_refused", refusals: [{ code: "outside_trading_hours" }] } }

    describe("a dealer outside the hours of his category", () => {
      beforeEach(shut)

      it("looks, searches, fills and repeats carts, and does not place; the refusal tells when he may", async () => {
        expect((await get(`/store/catalog?q=${articleOf(1)}`, trade.session)).data.count).toBe(1)
        const cart = await filledCart()
        const { placing } = (await get(`/store/carts/${cart}`, trade.session)).data.cart
        expect(placing).toMatchObject({ is_open: false, closes_at: null })
        expect(Date.parse(placing.opens_at)).toBeGreaterThan(Date.now() + 24 * 60 * 60 * 1000)

        const refused = await place(cart)
        expect(refused).toMatchObject(REFUSED)
        expect(refused.data.refusals).toMatchObject([
          {
            subject: contractId,
            details: {
              categories: [{ id: categoryId, name: "Опт" }],
              time_zone: "Europe/Moscow",
              local_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
              opens_at: placing.opens_at,
              texts: { ru: expect.stringContaining("«Опт»"), en: expect.stringContaining("not taken now") },
            },
          },
        ])
        expect([await count("order"), await count("erp_outbox"), await count("reservation_item")]).toEqual([0, 0, 0])

        await setHours(ALWAYS)
        const placed = await place(cart)
        expect(placed.status).toBe(200)
        await setHours(shutNow())
        // What was placed within the hours stays that order, however late the answer is asked for again.
        expect((await place(cart)).data.order.id).toBe(placed.data.order.id)
        const again = await newCart()
        const repeated = await post(`/store/company-orders/${placed.data.order.id}/repeat`, { cart_id: again }, trade.session)
        expect(repeated.data).toMatchObject({ accepted: 1, refused: 0 })
        expect(await place(again)).toMatchObject(REFUSED)
      })

      it("is told every other reason beside it", async () => {
        const { data } = await place(await newCart())
        expect(data.refusals.map(({ code }: { code: string }) => code).sort()).toEqual(["cart_empty", "outside_trading_hours"])
      })

      it("gets no order by Medusa's own placing either", async () => {
        await expect(completeByStock(getContainer(), await filledCart())).rejects.toMatchObject({ code: "outside_trading_hours" })
        await setHours(ALWAYS)
        await expect(completeByStock(getContainer(), await filledCart())).resolves.toMatch(/^order_/)
      })
    })

    it("decides by the hours that hold once the cart is free, not by those of when it was asked", async () => {
      await belong(categoryId)
      await setHours(ALWAYS)
      const cart = await filledCart()
      const answer = await db().transaction(async (trx) => {
        await trx.raw(`select 1 from cart where id = ? for update`, [cart])
        const placing = place(cart)
        await untilSomebodyWaits(db(), 1, placing)
        await setHours(shutNow())
        return { placing }
      })
      expect(await answer.placing).toMatchObject(REFUSED)
    })

    it("of several categories that carry hours any one lets orders through; one without hours says nothing", async () => {
      await shut()
      const cart = await filledCart()
      const plain = await newCategory("Партнёры")
      await belong(plain)
      expect(await place(cart)).toMatchObject(REFUSED)
      await setHours(ALWAYS, { id: plain })
      expect((await get(`/store/carts/${cart}`, trade.session)).data.cart.placing).toEqual({
        is_open: true,
        opens_at: null,
        closes_at: null,
      })
      await setHours(shutNow(), { id: plain })
      expect((await place(cart)).data.refusals[0].details.categories).toHaveLength(2)
      await setHours(null)
      await setHours(null, { id: plain })
      expect((await place(cart)).status).toBe(200)
    })

    it("is open where today is a date of its own", async () => {
      await shut()
      const today = (await get("/store/trading-hours", trade.session)).data.trading_hours.local_time.slice(0, 10)
      const tomorrow = new Date(Date.parse(today) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
      const exceptions = [today, tomorrow].map((date) => ({ date, name: "Fair", intervals: [{ from: "00:00", to: "24:00" }] }))
      await setHours({ ...shutNow(), exceptions })
      expect((await place(await filledCart())).status).toBe(200)
    })

    describe("staff", () => {
      it("who act for the client place past the hours by a reason, which is logged; nobody else does", async () => {
        await shut()
        const cart = await filledCart()
        const { employee } = (await get("/store/me", trade.session)).data
        const acting = await createActingSession(getContainer(), trade.storefront, {
          employee_id: employee.id,
          legal_entity_ids: [entityId],
        })
        expect(await place(cart, { session: acting })).toMatchObject(REFUSED)
        expect(await place(cart, { bypass_reason: REASON })).toMatchObject({ status: 403, data: { code: "bypass_not_allowed" } })
        await db()("staff_member").where({ role: "manager" }).update({ role: "assistant" })
        expect(await place(cart, { session: acting, bypass_reason: REASON })).toMatchObject({ data: { code: "bypass_not_allowed" } })
        await db()("staff_member").where({ role: "assistant" }).update({ role: "manager" })
        const { status, data } = await place(cart, { session: acting, bypass_reason: REASON })
        expect(status).toBe(200)
        expect(await log("order.hours_bypassed")).toMatchObject([
          {
            actor_kind: "user",
            subject_id: data.order.id,
            legal_entity_id: entityId,
            after: { reason: REASON, opens_at: expect.any(String) },
          },
        ])
      })

      it("who need no reason leave none in the log", async () => {
        const { employee } = (await get("/store/me", trade.session)).data
        const acting = await createActingSession(getContainer(), trade.storefront, {
          employee_id: employee.id,
          legal_entity_ids: [entityId],
        })
        expect((await place(await filledCart(), { session: acting, bypass_reason: REASON })).status).toBe(200)
        expect(await log("order.hours_bypassed")).toEqual([])
      })

      it("place a draft of theirs past the hours by a reason alone", async () => {
        await shut()
        const { employee } = (await get("/store/me", trade.session)).data
        const body = { contract_id: contractId, employee_id: employee.id }
        const { id } = (await post(`/admin/legal-entities/${entityId}/draft-orders`, body, staff)).data.draft_order
        await post(`/admin/draft-orders/${id}/edit`, {}, staff)
        const variant_id = await internalId(getContainer(), "offer", "p1")
        await post(`/admin/draft-orders/${id}/edit/items`, { items: [{ variant_id, quantity: 2 }] }, staff)
        await post(`/admin/draft-orders/${id}/edit/confirm`, {}, staff)
        const convert = (given: object) => post(`/admin/draft-orders/${id}/convert-to-order`, given, staff)
        expect(await convert({})).toMatchObject({ status: 400, data: { code: "outside_trading_hours" } })
        expect((await convert({ bypass_reason: REASON })).data.order).toMatchObject({ id, status: "pending" })
        expect(await log("order.hours_bypassed")).toMatchObject([{ subject_id: id, after: { reason: REASON } }])
        expect(await log("order.quantity_bypassed")).toEqual([])
      })
    })

    describe("GET /store/trading-hours", () => {
      it("tells the hours of an entity of his, in his language", async () => {
        expect((await get("/store/trading-hours", trade.session)).data.trading_hours).toMatchObject({
          ...{ legal_entity_id: entityId, is_restricted: false, is_open: true, opens_at: null, closes_at: null, days: [] },
          text: "Заказы принимаются в любое время.",
        })
        await shut()
        const { trading_hours } = (await get(`/store/trading-hours?legal_entity_id=${entityId}&locale=en`, trade.session)).data
        expect(trading_hours).toMatchObject({ is_restricted: true, is_open: false, time_zone: "Europe/Moscow" })
        expect(trading_hours.text).toContain('Orders of "Опт" are not taken now')
        const [opening] = trading_hours.days.filter(({ intervals }: { intervals: unknown[] }) => intervals.length > 0)
        expect(opening).toMatchObject({ weekday: shutNow().weekly[0]?.weekday, intervals: [{ from: "00:00", to: "24:00" }], names: [] })
        expect(new Date(`${opening.date}T00:00:00+03:00`).toISOString()).toBe(trading_hours.opens_at)
        expect(trading_hours.days).toHaveLength(14)
      })

      it("answers 404 for an entity out of sight", async () => {
        const stranger = await internalId(getContainer(), "legal_entity", "e2")
        expect((await get(`/store/trading-hours?legal_entity_id=${stranger}`, trade.session)).status).toBe(404)
      })
    })

    describe("hours of a category", () => {
      const OFFICE = {
        weekly: [
          { weekday: 2, intervals: [{ from: "14:00", to: "18:00" }, { from: "09:00", to: "13:00" }] }, // prettier-ignore
          { weekday: 1, intervals: [{ from: "09:00", to: "18:00" }] },
          { weekday: 6, intervals: [] },
        ],
        exceptions: [{ date: "2027-01-01", name: "Новый год", intervals: [] }],
      }
      const card = async () => (await get(`/admin/client-categories/${categoryId}`, staff)).data.client_category

      it("are set, kept in order, logged when they change, and taken away", async () => {
        expect(await card()).toMatchObject({ name: "Опт", trading_hours: null, client_count: 0, now: { is_open: true, opens_at: null } })
        const { data } = await setHours(OFFICE, { updated_at: (await card()).updated_at })
        const kept = {
          weekly: [
            { weekday: 1, intervals: [{ from: "09:00", to: "18:00" }] },
            { weekday: 2, intervals: [{ from: "09:00", to: "13:00" }, { from: "14:00", to: "18:00" }] }, // prettier-ignore
          ],
          exceptions: OFFICE.exceptions,
        }
        expect(data.client_category.trading_hours).toEqual(kept)
        expect((await get("/admin/client-categories", staff)).data.client_categories).toMatchObject([
          { id: categoryId, has_trading_hours: true },
        ])
        await setHours(OFFICE)
        expect(await log("client_category.hours_changed")).toMatchObject([
          {
            ...{ subject_type: "client_category", subject_id: categoryId, before: null },
            after: { weekday_1: "09:00–18:00", weekday_2: "09:00–13:00 14:00–18:00", dates: ["2027-01-01 Новый год –"] },
          },
        ])
        expect((await setHours(null)).data.client_category.trading_hours).toBeNull()
        expect(await log("client_category.hours_changed")).toHaveLength(2)
      })

      it("are given to a category of the ERP too, and outlast its name", async () => {
        await db()("client_category").where({ id: categoryId }).update({ source: "erp" })
        expect((await setHours(ALWAYS)).data.client_category).toMatchObject({ source: "erp", trading_hours: ALWAYS })
      })

      it("are refused when they cannot be right", async () => {
        const day = (...intervals: [string, string][]) => ({
          weekly: [{ weekday: 1, intervals: intervals.map(([from, to]) => ({ from, to })) }],
          exceptions: [],
        })
        const date = { date: "2027-01-01", name: null, intervals: [] }
        for (const [hours, message] of [
          [day(["22:00", "06:00"]), "goes over midnight"],
          [day(["09:00", "13:00"], ["12:00", "14:00"]), "overlaps"],
          [day(["9:00", "13:00"]), "must be a time"],
          [day(...Array.from({ length: 7 }, (_, n): [string, string] => [`0${n}:00`, `0${n}:30`])), "intervals"],
          [{ weekly: [{ weekday: 8, intervals: [] }], exceptions: [] }, "weekday"],
          [{ weekly: [{ weekday: 1, intervals: [] }, { weekday: 1, intervals: [] }], exceptions: [] }, "tells a weekday twice"], // prettier-ignore
          [{ weekly: [], exceptions: [date, date] }, "tells a date twice"],
          [{ weekly: [], exceptions: [{ ...date, date: "2027-02-30" }] }, "date"],
          [{ ...ALWAYS, holidays: [] }, "holidays"],
        ] as const) {
          const { status, data } = await setHours(hours)
          expect([status, data.message]).toEqual([400, expect.stringContaining(message)])
        }
        expect((await card()).trading_hours).toBeNull()
      })

      it("of another version, of an unknown category and of a manager are refused; a manager reads them", async () => {
        const { updated_at } = await card()
        await setHours(OFFICE)
        expect(await setHours(null, { updated_at })).toMatchObject({ status: 400, data: { code: "changed_meanwhile" } })
        expect((await setHours(null, { id: "ccat_nowhere" })).status).toBe(404)
        expect((await get("/admin/client-categories/ccat_nowhere", staff)).status).toBe(404)
        const manager = await createManagerSession(getContainer(), { role: "manager" })
        expect(await setHours(null, { session: manager })).toMatchObject({ status: 403, data: { code: "role_insufficient" } })
        expect((await get(`/admin/client-categories/${categoryId}`, manager)).data.client_category.trading_hours).not.toBeNull()
        const lead = await createManagerSession(getContainer(), { role: "head_of_sales" })
        expect((await setHours(ALWAYS, { session: lead })).status).toBe(200)
        expect((await post(`/admin/client-categories/${categoryId}/trading-hours`, { trading_hours: null }, trade.session)).status).toBe(
          401
        )
      })
    })
  },
})
