import { read, utils } from "@e965/xlsx"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { saveSupply } from "../../../src/database/supplies/save-supply"
import { saveSupplyWorkflow } from "../../../src/workflows/supply/save-supply"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

const PATH = "/admin/supplies"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    let near: string
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      near = await internalId(getContainer(), "warehouse", "near")
    })

    const draft = (data: object = {}) => ({
      ...{ number: "П-1", state: "planned", expected_on: dayFromNow(10), warehouse_id: near, supplier_name: "ООО Завод" },
      lines: [
        { article: articleOf(1), quantity: "30" },
        { article: articleOf(2), quantity: "2,5", arrived: "1" },
      ],
      ...data,
    })
    const post = (path: string, body: object) => answerOf(api.post(path, body, staff))
    const make = async (data: object = {}) => (await post(PATH, draft(data))).data.supply
    const change = async (standing: { id: string; updated_at: string }, data: object) => {
      const { lines: _lines, ...head } = draft(data)
      return post(`${PATH}/${standing.id}`, { ...head, ...data, updated_at: standing.updated_at })
    }
    const get = async (path: string, params: object = {}, session: object = staff) => (await api.get(path, { ...session, params })).data
    const coming = async (n: number) =>
      (await get("/store/catalog", { q: articleOf(n) }, trade.session)).entries[0].next_supplies.map(({ free }: { free: string }) => free)
    const log = () =>
      db()("audit_entry").where({ subject_type: "supply" }).orderBy("at").select("action", "before", "after", "actor_id", "subject_id")

    it("a supply made by hand is shown to dealers, logged with its lines, and the same again changes nothing", async () => {
      const heard: object[] = []
      getContainer()
        .resolve(Modules.EVENT_BUS)
        .subscribe("supply.changed", ({ data }) => Promise.resolve(void heard.push(data as object)))
      const made = await make()
      expect(made).toMatchObject({
        ...{ number: "П-1", source: "portal", state: "planned", expected_on: dayFromNow(10), warehouse: { id: near, name: "Near" } },
        ...{ supplier_name: "ООО Завод", comment: null, line_count: 2, quantity: "32.5", arrived: "1", promised: "0", free: "31.5" },
      })
      expect(await coming(1)).toEqual(["30"])
      expect((await get(`${PATH}/${made.id}/lines`)).lines).toMatchObject([
        { article: articleOf(1), quantity: "30", arrived: "0", promised: "0", free: "30" },
        { article: articleOf(2), quantity: "2.5", arrived: "1", free: "1.5" },
      ])
      const same = await change(made, { lines: draft().lines })
      expect(same.data.supply.updated_at).toBe(made.updated_at)
      expect(await log()).toMatchObject([
        {
          ...{ action: "supply.created", subject_id: made.id, actor_id: staff.user_id, before: null },
          after: { number: "П-1", lines: { [articleOf(1)]: "30", [articleOf(2)]: "2.5 (1)" } },
        },
      ])
      expect(heard).toEqual([{ id: made.id }])
    })

    it("is moved forward and off, never back, and stays as it is when it is over", async () => {
      const made = await make()
      const moved = await change(made, { state: "in_transit", expected_on: dayFromNow(20) })
      expect(moved.data.supply).toMatchObject({ state: "in_transit", line_count: 2 })
      expect((await change(moved.data.supply, { state: "confirmed" })).data.code).toBe("supply_move_refused")
      expect((await change(made, { state: "at_customs" })).data.code).toBe("changed_meanwhile")
      const over = await change(moved.data.supply, { state: "cancelled" })
      expect(over.data.supply).toMatchObject({ state: "cancelled", free: "0" })
      expect(await coming(1)).toEqual([])
      expect((await change(over.data.supply, { state: "cancelled" })).data.code).toBe("supply_closed")
      expect((await log()).map(({ before, after }) => [before?.state, after.state])).toEqual([
        [undefined, "planned"],
        ["planned", "in_transit"],
        ["in_transit", "cancelled"],
      ])
    })

    it("refuses what cannot be, and writes nothing then", async () => {
      const made = await make()
      const codes = async (data: object) => (await post(PATH, draft({ number: "П-2", ...data }))).data.code
      expect(await codes({ number: "П-1" })).toBe("supply_number_taken")
      expect(await codes({ warehouse_id: "sloc_none" })).toBe("warehouse_unknown")
      expect(await codes({ lines: [{ article: "none", quantity: "1" }] })).toBe("product_unknown")
      expect(await codes({ lines: [1, 2].map((n) => ({ article: articleOf(1), quantity: String(n) })) })).toBe("product_repeated")
      expect((await post(PATH, draft({ number: "П-2", lines: [{ article: articleOf(1), quantity: "-1" }] }))).status).toBe(400)
      expect((await get(PATH)).count).toBe(1)
      await db()("supply_line").where({ quantity: 30 }).update({ promised: 10 })
      expect((await change(made, { lines: [{ article: articleOf(1), quantity: "9" }] })).data.code).toBe("supply_promised")
      expect((await change(made, { lines: [] })).data.code).toBe("supply_promised")
      expect((await change(made, { state: "cancelled" })).data.code).toBe("supply_promised")
      expect((await change(made, { lines: [{ article: articleOf(1), quantity: "10" }] })).data.supply).toMatchObject({
        promised: "10",
        free: "0",
      })
    })

    it("a number that somebody else takes meanwhile is refused", async () => {
      const head = { number: "П-1", state: "planned" as const, expected_on: null, warehouse_id: null, supplier_name: null, comment: null }
      const second = await db().transaction(async (trx) => {
        await saveSupply(trx, { id: null, updated_at: null, head, lines: [] })
        const waiting = post(PATH, draft())
        await untilSomebodyWaits(db(), 1, waiting)
        return { waiting }
      })
      expect((await second.waiting).data.code).toBe("supply_number_taken")
    })

    it("what came from the ERP is read only here, and may have the number of one that was made here", async () => {
      await make()
      await loadRecords(getContainer(), [SUPPLIES_PACKAGE, supply("s1", [supplyLine("p1", "5")], { number: "П-1" })])
      const [told] = (await get(PATH, { source: "erp" })).supplies
      expect(told).toMatchObject({ number: "П-1", source: "erp", state: "confirmed", as_of: "2026-02-01T07:00:00+00:00" })
      expect((await change(told, { state: "cancelled" })).data.code).toBe("erp_owned")
    })

    it("is undone when its log cannot be written", async () => {
      const made = await make()
      const fail = (data: object, id: string | null) =>
        withoutTable(getContainer(), "audit_entry", async () => {
          const { lines, ...head } = draft(data)
          const told = lines.map((line) => ({ arrived: "0", ...line, quantity: line.quantity.replace(",", ".") }))
          const input = { id, updated_at: null, head: { comment: null, ...head, state: "confirmed" as const }, lines: told }
          const actor = { kind: "system" as const, id: null, name: null, acting_for_employee_id: null, ip: null, user_agent: null }
          const { errors } = await saveSupplyWorkflow(getContainer()).run({ input: { ...input, actor }, throwOnError: false })
          expect(errors).toHaveLength(1)
        })
      await fail({ number: "П-2" }, null)
      await fail({ lines: [{ article: articleOf(3), quantity: "1" }] }, made.id)
      const { supplies, count } = await get(PATH)
      expect([count, supplies[0]]).toMatchObject([1, { number: "П-1", state: "planned", line_count: 2, quantity: "32.5" }])
    })

    it("managers look, leads write; the list is filtered by state, day, warehouse and text, open ones first", async () => {
      await make()
      await make({ number: "П-2", state: "in_transit", expected_on: dayFromNow(5), supplier_name: null, lines: [] })
      await make({ number: "П-3", state: "arrived", expected_on: dayFromNow(-5), warehouse_id: null })
      await make({ number: "П-4", expected_on: null })
      const numbers = async (params: object = {}) => (await get(PATH, params)).supplies.map(({ number }: { number: string }) => number)
      expect(await numbers()).toEqual(["П-2", "П-1", "П-4", "П-3"])
      expect(await numbers({ state: "open", to: dayFromNow(100) })).toEqual(["П-2", "П-1"])
      expect(await numbers({ state: "arrived" })).toEqual(["П-3"])
      expect(await numbers({ from: dayFromNow(6), warehouse_id: near })).toEqual(["П-1", "П-4"])
      expect(await numbers({ q: "завод" })).toEqual(["П-1", "П-4", "П-3"])
      expect(await numbers({ q: articleOf(2), limit: 1, offset: 1 })).toEqual(["П-4"])
      const manager = await createManagerSession(getContainer(), { role: "manager" })
      expect((await get(PATH, {}, manager)).count).toBe(4)
      expect((await answerOf(api.post(PATH, draft({ number: "П-5" }), manager))).data.code).toBe("role_insufficient")
    })

    it("staff plan by the lines of open supplies, late ones first", async () => {
      await make({ number: "П-1", expected_on: dayFromNow(-3) })
      await make({ number: "П-2" })
      await make({ number: "П-3", state: "cancelled" })
      const { lines, count } = await get("/admin/supply-lines", { q: articleOf(1) })
      expect(count).toBe(2)
      expect(lines).toMatchObject([
        { supply: { number: "П-1" }, expected_on: dayFromNow(-3), is_late: true, free: "30", promised: "0" },
        { supply: { number: "П-2" }, expected_on: dayFromNow(10), is_late: false, warehouse: { name: "Near" } },
      ])
      expect((await get("/admin/supply-lines", { from: dayFromNow(0), limit: 1 })).count).toBe(2)
      const manager = await createManagerSession(getContainer(), { role: "manager" })
      const query = { params: { q: articleOf(2), to: dayFromNow(0), locale: "ru" }, responseType: "arraybuffer" as const }
      const sheet = read((await api.get("/admin/supply-lines/file", { ...manager, ...query })).data).Sheets["Поступления"] ?? {}
      const [heads, ...rows] = utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
      expect(heads).toEqual(expect.arrayContaining(["Поставка", "Обещано", "Свободно"]))
      expect(rows.map((row) => row.slice(0, 11))).toEqual([
        [dayFromNow(-3), "П-1", "запланирована", "Near", articleOf(2), "Product 2", undefined, 2.5, 1, 0, 1.5],
      ])
    })

    describe("planned arrivals of a dealer", () => {
      const arrivals = async (params: object = {}, session: object = trade.session) =>
        (await get("/store/supplies/arrivals", params, session)).arrivals.map(
          ({ article, free, expected_on }: Record<string, string>) => `${article} ${free} ${expected_on}`
        )

      it("are the free lines to his warehouses that are to come, by day", async () => {
        await make({ number: "П-1", expected_on: dayFromNow(20) })
        await make({ number: "П-2", lines: [{ article: articleOf(3), quantity: "4" }] })
        await make({ number: "П-3", expected_on: dayFromNow(-1) })
        expect(await arrivals()).toEqual([
          `${articleOf(3)} 4 ${dayFromNow(10)}`,
          `${articleOf(1)} 30 ${dayFromNow(20)}`,
          `${articleOf(2)} 1.5 ${dayFromNow(20)}`,
        ])
        expect(await arrivals({ from: dayFromNow(-30), to: dayFromNow(10) })).toHaveLength(1)
        expect((await get("/store/supplies/arrivals", { limit: 1, offset: 2 }, trade.session)).count).toBe(3)
        await db()("contract")
          .where({ number: "C-1" })
          .update({ warehouse_ids: [await internalId(getContainer(), "warehouse", "far")] })
        expect(await arrivals()).toEqual([])
      })

      it.each([
        ["", "Поступления", "Дата"],
        ["?locale=en", "Arrivals", "Date"],
      ])("come as a spreadsheet too, in the language of %j", async (query, sheet, header) => {
        await make()
        const { data, headers } = await api.get(`/store/supplies/arrivals/file${query}`, { ...trade.session, responseType: "arraybuffer" })
        expect(headers["content-type"]).toContain("spreadsheetml")
        const rows = utils.sheet_to_json<string[]>(read(data, { type: "buffer" }).Sheets[sheet] ?? {}, { header: 1 })
        expect([rows[0]?.[0], rows[1]?.[0]]).toEqual([header, dayFromNow(10)])
      })

      it("of what was bought are those of goods in orders that he may see; an unknown category is not found", async () => {
        await make()
        expect(await arrivals({ bought: "true" })).toEqual([])
        const { data } = await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)
        await api.post(`/store/carts/${data.cart.id}/lines`, { lines: [{ article: articleOf(1), quantity: 1 }] }, trade.session)
        expect((await answerOf(api.post(`/store/carts/${data.cart.id}/complete`, {}, trade.session))).status).toBe(200)
        expect(await arrivals({ bought: "true" })).toEqual([`${articleOf(1)} 30 ${dayFromNow(10)}`])
        expect(await arrivals({ bought: "true" }, await trade.hire("2"))).toEqual([])
        const placed = await db()("order").first("id")
        await getContainer().resolve(Modules.ORDER).cancel([placed.id])
        expect(await arrivals({ bought: "true" })).toEqual([])
        const unknown = await answerOf(api.get("/store/supplies/arrivals?category_id=none", trade.session))
        expect(unknown.status).toBe(404)
      })
    })
  },
})
