import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createStaffSession } from "../../helpers/create-staff-session"
import { internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { PRICES_PACKAGE, threshold } from "../../helpers/price-records"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let db: Knex
    let staff: { headers: Record<string, string> }
    let retail: string

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await loadRecords(getContainer(), supplierRecords(1))
      staff = await createStaffSession(getContainer())
      retail = await internalId(getContainer(), "price_type", "retail")
    })

    const PATH = "/admin/price-thresholds"
    const lenient = () => ({ ...staff, validateStatus: () => true })
    const draft = (data: object = {}) => ({
      ...{ scope: { kind: "everyone" }, basis: "total", from_amount: "50000", currency_code: "RUB", price_type_id: retail },
      ...data,
    })
    const make = async (data: object = {}) => (await api.post(PATH, draft(data), lenient())).data
    const list = async (params: object = {}) => (await api.get(PATH, { ...staff, params })).data
    const log = async () => {
      const { rows } = await db.raw<{ rows: object[] }>(
        `select action, before ->> 'from_amount' as before, after ->> 'from_amount' as after from audit_entry where subject_type = 'price_threshold' order by at, id`
      )
      return rows.map(Object.values)
    }

    describe("by hand", () => {
      it("one is made, changed and ended; each is logged, and the same again is nothing", async () => {
        const { price_threshold: made } = await make({ from_amount: "050000,50" })
        expect(made).toMatchObject({
          scope: { kind: "everyone", id: null },
          ...{ basis: "total", from_amount: "50000.5", currency_code: "rub", source: "portal", starts_on: null },
          price_type: { id: retail, name: "Розничная" },
        })
        const change = (data: object) => api.post(`${PATH}/${made.id}`, { ...draft(data), updated_at: made.updated_at }, lenient())
        expect((await change({ from_amount: "50000.50" })).data.price_threshold).toEqual(made)
        const { price_threshold: changed } = (await change({ from_amount: "60000", ends_on: "2030-12-31" })).data
        expect(changed).toMatchObject({ id: made.id, from_amount: "60000", ends_on: "2030-12-31" })
        expect((await change({ from_amount: "70000" })).data).toMatchObject({ code: "changed_meanwhile" })
        expect((await api.delete(`${PATH}/${made.id}`, lenient())).data).toEqual({ id: made.id, object: "price_threshold", deleted: true })
        expect((await api.delete(`${PATH}/${made.id}`, lenient())).status).toBe(404)
        expect(await list()).toMatchObject({ count: 0, price_thresholds: [] })
        expect(await log()).toEqual([
          ["price_threshold.created", null, "50000.5"],
          ["price_threshold.updated", "50000.5", "60000"],
          ["price_threshold.ended", "60000", null],
        ])
      })

      it.each([
        ["threshold_scope_invalid", { scope: { kind: "contract" } }],
        ["threshold_scope_invalid", { scope: { kind: "everyone", id: "x" } }],
        ["threshold_scope_unknown", { scope: { kind: "holding", id: "nowhere" } }],
        ["threshold_scope_unknown", { scope: { kind: "region", id: "Nowhere" } }],
        ["threshold_currency_invalid", { currency_code: null }],
        ["threshold_currency_invalid", { basis: "quantity" }],
        ["currency_unknown", { currency_code: "rur" }],
        ["threshold_amount_invalid", { from_amount: "0.00" }],
        ["threshold_type_unknown", { price_type_id: "ptyp_nowhere" }],
        ["days_out_of_order", { starts_on: "2026-02-02", ends_on: "2026-02-01" }],
      ])("%s is what is answered for what cannot be", async (code, data) => {
        expect(await make(data)).toMatchObject({ code, message: expect.stringContaining(draft(data).from_amount) })
        expect((await list()).count).toBe(0)
      })

      it("a number that is none and fields nobody knows are refused", async () => {
        for (const data of [{ from_amount: "-1" }, { from_amount: "1e3" }, { starts_on: "2026-02-30" }, { source: "erp" }]) {
          expect((await api.post(PATH, draft(data), lenient())).status).toBe(400)
        }
      })

      it("no scope has more than fifty of a basis, also when many come at once", async () => {
        await db.raw(
          `insert into price_threshold (id, scope_kind, basis, from_amount, price_type_id, source)
           select 't' || n, 'everyone', 'quantity', n, ?, 'portal' from generate_series(1, 49) as n`,
          [retail]
        )
        const one = { basis: "quantity", currency_code: null }
        // Without the advisory lock in save-threshold.ts each of them counts fifty.
        const answers = await Promise.all([1, 2, 3, 4].map(() => make(one)))
        expect(answers.map(({ code }) => code ?? "made").sort()).toEqual(["made", ...Array(3).fill("too_many_thresholds")])
        expect((await make()).price_threshold.basis).toBe("total")
      })

      it("they are listed by basis and scope, the smallest first, and found by client, type and day", async () => {
        const contract = await internalId(getContainer(), "contract", "c1")
        await make({ from_amount: "200" })
        await make({ from_amount: "100", ends_on: "2026-01-31" })
        await make({ scope: { kind: "contract", id: contract }, basis: "quantity", currency_code: null, from_amount: "12" })
        const found = async (params: object) =>
          (await list(params)).price_thresholds.map(({ from_amount }: { from_amount: string }) => from_amount)
        expect(await found({})).toEqual(["100", "200", "12"])
        expect(await found({ q: "dealer 1" })).toEqual(["12"])
        expect(await found({ q: "розн" })).toHaveLength(3)
        expect(await found({ basis: "total", live_on: "2026-02-01" })).toEqual(["200"])
        expect(await list({ limit: 1, offset: 1 })).toMatchObject({ count: 3, price_thresholds: [{ from_amount: "200" }] })
        expect((await list({ q: "dealer 1" })).price_thresholds[0].scope.name).toBe("C-1 · Dealer 1")
      })
    })

    describe("from the ERP", () => {
      const load = (...records: ReturnType<typeof threshold>[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])

      it("they are written where they differ, end with a deletion, and are nobody else's to change", async () => {
        const records = [
          threshold("t1"),
          threshold("t2", {
            scope: { kind: "legal_entity", external_id: "e1" },
            basis: "quantity",
            from_amount: "10",
            currency_code: null,
          }),
        ]
        expect((await load(...records)).counts["price_thresholds"]).toMatchObject({ received: 2, created: 2 })
        expect((await load(...records)).written).toEqual({})
        const [first] = (await list({ basis: "total" })).price_thresholds
        expect(first).toMatchObject({ from_amount: "1000", source: "erp", as_of: "2026-02-01T07:00:00+00:00" })
        expect((await api.delete(`${PATH}/${first.id}`, lenient())).data).toMatchObject({ code: "erp_owned" })
        const { counts } = await load(threshold("t1", { from_amount: "2000", document: "Приказ 7" }), threshold("t2", { is_deleted: true }))
        expect(counts["price_thresholds"]).toMatchObject({ updated: 1, deleted: 1 })
        expect((await list()).price_thresholds).toMatchObject([{ id: first.id, from_amount: "2000", document: "Приказ 7" }])
        await load(threshold("t2"))
        expect((await list()).count).toBe(2)
        expect((await log()).sort()).toEqual([
          ["price_threshold.created", null, "10"],
          ["price_threshold.created", null, "1000"],
          ["price_threshold.created", null, "1000"],
          ["price_threshold.deleted", "10", null],
          ["price_threshold.updated", "1000", "2000"],
        ])
      })

      it("one for an unknown client or with an unknown type is named, and the rest is taken", async () => {
        const { issue_count } = await load(
          threshold("t1", { scope: { kind: "holding", external_id: "h9" } }),
          threshold("t2", { price_type_external_id: "nowhere" }),
          threshold("t3")
        )
        const { rows } = await db.raw<{ rows: object[] }>(
          `select code, subject, message from exchange_run_issue where code like 'threshold%' order by code`
        )
        expect(rows.map(Object.values)).toEqual([
          ["threshold_scope_unknown", "t1", "The threshold of 1000 is skipped: holding h9 is unknown."],
          ["threshold_type_unknown", "t2", "The threshold of 1000 is skipped: price type nowhere is unknown."],
        ])
        expect([issue_count, (await list()).count]).toEqual([2, 1])
      })
    })
  },
})
