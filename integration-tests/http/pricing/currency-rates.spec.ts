import type { ErpCurrencyRate } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { PricingEvents } from "../../../src/modules/contract-pricing/events"
import { ensureStoreDefaults } from "../../../src/workflows/store/ensure-store-defaults"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords } from "../../helpers/load-records"
import { PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(240_000)

const USD = { currency_code: "usd", in_currency: "rub", on_date: "2026-02-02" }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let db: Knex
    let staff: { headers: Record<string, string> }

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await ensureStoreDefaults(getContainer())
      staff = await createStaffSession(getContainer())
    })

    const lenient = () => ({ ...staff, validateStatus: () => true })
    const put = (rate: string, data: object = {}) => api.post("/admin/currency-rates", { ...USD, rate, ...data }, lenient())
    const list = async (params: object = {}) => (await api.get("/admin/currency-rates", { ...staff, params })).data
    const told = (rate: string, data: Partial<ErpCurrencyRate> = {}): ErpCurrencyRate => ({
      kind: "currency_rate",
      ...USD,
      rate,
      nominal: "1",
      is_deleted: false,
      ...data,
    })
    const load = (...rates: ErpCurrencyRate[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...rates])
    const standing = async () =>
      (await list()).currency_rates.map(({ currency_code, on_date, rate, source }: Record<string, string>) => [
        currency_code,
        on_date,
        rate,
        source,
      ])
    const log = async () => {
      const { rows } = await db.raw<{ rows: object[] }>(
        `select action, actor_kind, before ->> 'rate' as before, after ->> 'rate' as after from audit_entry where subject_type = 'currency_rate' order by at, id`
      )
      return rows.map(Object.values)
    }

    describe("by hand", () => {
      it("a rate is told with its nominal, corrected and removed; each is logged and announced, and the same again is nothing", async () => {
        const events: unknown[] = []
        getContainer()
          .resolve(Modules.EVENT_BUS)
          .subscribe(PricingEvents.CURRENCY_RATE_CHANGED, async ({ data }) => void events.push(data))
        const { data } = await put("9251,37", { currency_code: "USD", nominal: "100", in_currency: undefined })
        expect(data.currency_rate).toMatchObject({ ...USD, in_currency: "rub", rate: "92.5137", source: "portal", as_of: null })
        expect((await put("92.51370")).data.currency_rate).toEqual(data.currency_rate)
        expect((await put("93")).data.currency_rate).toMatchObject({ id: data.currency_rate.id, rate: "93" })
        expect(await standing()).toEqual([["usd", "2026-02-02", "93", "portal"]])
        const removed = await api.delete(`/admin/currency-rates/${data.currency_rate.id}`, lenient())
        expect(removed.data).toEqual({ id: data.currency_rate.id, object: "currency_rate", deleted: true })
        expect((await api.delete(`/admin/currency-rates/${data.currency_rate.id}`, lenient())).status).toBe(404)
        expect(await log()).toEqual([
          ["currency_rate.created", "user", null, "92.5137"],
          ["currency_rate.updated", "user", "92.5137", "93"],
          ["currency_rate.deleted", "user", "93", null],
        ])
        expect(events).toEqual([USD, USD, USD])
      })

      it.each([
        ["currency_same", { currency_code: "rub" }],
        ["currency_unknown", { currency_code: "xqz" }],
        ["currency_rate_invalid", { nominal: "9999999999", rate: "0.0000000001" }],
      ])("%s is what is answered for what is no rate", async (code, data) => {
        expect((await put("92.5", data)).data).toMatchObject({ code })
        expect(await standing()).toEqual([])
      })

      it("a day that is none, zero, a negative rate and fields nobody knows are refused", async () => {
        for (const data of [
          { on_date: "2026-02-30" },
          { rate: "0" },
          { rate: "-1" },
          { rate: "1e3" },
          { nominal: "0" },
          { source: "erp" },
        ]) {
          expect((await put("92.5", data)).status).toBe(400)
        }
      })

      it("they are listed by day, the latest first, and found by currency and day", async () => {
        await put("1", { on_date: "2026-02-01" })
        await put("2", { currency_code: "eur" })
        await put("3")
        const rates = async (params: object) => (await list(params)).currency_rates.map(({ rate }: { rate: string }) => rate)
        expect(await rates({})).toEqual(["2", "3", "1"])
        expect(await rates({ q: "EU" })).toEqual(["2"])
        expect(await rates({ q: "euro" })).toEqual([])
        expect(await rates({ on_date: "2026-02-01" })).toEqual(["1"])
        expect(await list({ limit: 1, offset: 1 })).toMatchObject({ count: 3, currency_rates: [{ rate: "3" }], base_currency: "rub" })
      })

      it("two who tell the rate of one day at once leave one rate, and the log says which", async () => {
        const answers = await Promise.all(["91", "92", "93"].map((rate) => put(rate)))
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
        const entries = await log()
        expect(entries.map(([action]) => action)).toEqual(["currency_rate.created", "currency_rate.updated", "currency_rate.updated"])
        expect((await standing()).map(([, , rate]: string[]) => rate)).toHaveLength(1)
      })
    })

    describe("from the ERP", () => {
      it("rates are written where they differ, with their nominal divided out, and logged by run", async () => {
        const package_ = [
          told("92.5137"),
          told("19.413", { currency_code: "kzt", nominal: "100" }),
          told("1", { nominal: "3", on_date: "2026-02-01" }),
        ]
        const { counts } = await load(...package_)
        expect(counts["currency_rates"]).toMatchObject({ received: 3, created: 3, updated: 0 })
        expect(await standing()).toEqual([
          ["kzt", "2026-02-02", "0.19413", "erp"],
          ["usd", "2026-02-02", "92.5137", "erp"],
          ["usd", "2026-02-01", "0.3333333333", "erp"],
        ])
        expect((await load(...package_)).written).toEqual({})
        const changed = await load(told("93"), told("92.5"))
        expect(changed.counts["currency_rates"]).toMatchObject({ received: 2, updated: 1, created: 0 })
        expect((await log()).slice(3)).toEqual([["currency_rate.updated", "exchange", "92.5137", "92.5"]])
      })

      it("a rate replaces that of the staff, who cannot change it any more; other days stay theirs", async () => {
        await put("90")
        await put("89", { on_date: "2026-02-01" })
        await load(told("90"))
        expect(await standing()).toEqual([
          ["usd", "2026-02-02", "90", "erp"],
          ["usd", "2026-02-01", "89", "portal"],
        ])
        expect((await put("91")).data).toMatchObject({ code: "erp_owned" })
        const { currency_rates } = await list({ on_date: "2026-02-02" })
        expect((await api.delete(`/admin/currency-rates/${currency_rates[0].id}`, lenient())).data).toMatchObject({ code: "erp_owned" })
        await load(told("1", { is_deleted: true }), told("1", { is_deleted: true, on_date: "2026-02-01" }))
        expect(await standing()).toEqual([["usd", "2026-02-01", "89", "portal"]])
      })

      it("one that cannot be kept is named, and the rest is taken", async () => {
        const { counts, issue_count } = await load(
          told("0.0000000001", { nominal: "3" }),
          told("9999999999", { nominal: "0.5", on_date: "2026-02-01" }),
          told("5", { currency_code: "rub" }),
          told("100", { currency_code: "eur" })
        )
        expect(counts["currency_rates"]).toMatchObject({ received: 4, created: 1 })
        expect(issue_count).toBe(3)
        expect(await standing()).toEqual([["eur", "2026-02-02", "100", "erp"]])
      })
    })
  },
})
