import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { orderRule, PRICES_PACKAGE } from "../../helpers/price-records"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let db: Knex
    let staff: { headers: Record<string, string> }
    let contractId: string
    let variant_id: string

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await loadRecords(getContainer(), supplierRecords(3))
      staff = await createStaffSession(getContainer())
      contractId = await internalId(getContainer(), "contract", "c1")
      variant_id = await internalId(getContainer(), "offer", "p2")
    })

    const PATH = "/admin/order-rules"
    const lenient = () => ({ ...staff, validateStatus: () => true })
    const draft = (data: object = {}) => ({ scope: { kind: "contract", id: contractId }, target: { variant_id }, minimum: "24", ...data })
    const make = async (data: object = {}) => (await api.post(PATH, draft(data), lenient())).data
    const list = async (params: object = {}) => (await api.get(PATH, { ...staff, params })).data
    const preview = async (order_rule: object | null, id?: string) =>
      (await api.post(`${PATH}/preview`, { order_rule, ...(id ? { id } : {}) }, lenient())).data
    const log = async () => {
      const { rows } = await db.raw<{ rows: object[] }>(
        `select action, before ->> 'minimum' as before, after ->> 'minimum' as after from audit_entry where subject_type = 'order_rule' order by at, id`
      )
      return rows.map(Object.values)
    }

    it("are made, changed and ended; each is logged, and the same again is nothing", async () => {
      const { order_rule: made } = await make({ minimum: "024,0", unit_code: "796" })
      expect(made).toMatchObject({
        scope: { kind: "contract", id: contractId, name: "C-1 · Dealer 1" },
        target: { product: { variant_id, article: articleOf(2) }, category: null },
        ...{ unit: { code: "796", name: "шт" }, multiplicity: null, minimum: "24", maximum: null, source: "portal" },
      })
      expect((await make({ minimum: "24", unit_code: "796" })).order_rule).toEqual(made)
      expect(await make({ minimum: "30", unit_code: "796" })).toMatchObject({ code: "order_rule_exists" })
      const change = (data: object) =>
        api.post(`${PATH}/${made.id}`, { ...draft({ unit_code: "796", ...data }), updated_at: made.updated_at }, lenient())
      expect((await change({})).data.order_rule).toEqual(made)
      expect((await change({ minimum: "48", maximum: "96" })).data.order_rule).toMatchObject({ id: made.id, minimum: "48", maximum: "96" })
      expect((await change({ minimum: "60" })).data).toMatchObject({ code: "changed_meanwhile" })
      expect((await api.delete(`${PATH}/${made.id}`, lenient())).data).toEqual({ id: made.id, object: "order_rule", deleted: true })
      expect((await api.delete(`${PATH}/${made.id}`, lenient())).status).toBe(404)
      expect(await list()).toMatchObject({ count: 0, order_rules: [] })
      expect(await log()).toEqual([
        ["order_rule.created", null, "24"],
        ["order_rule.updated", "24", "48"],
        ["order_rule.ended", "48", null],
      ])
    })

    it("that cannot be logged are undone, whatever was done", async () => {
      const { order_rule: made } = await make()
      const facts = () => db("order_rule").select("id", "minimum", "deleted_at")
      const before = await facts()
      const without = (task: () => Promise<{ status: number }>) => withoutTable(getContainer(), "audit_entry", task)
      const tasks = [
        () => api.post(PATH, draft({ target: {} }), lenient()),
        () => api.post(`${PATH}/${made.id}`, { ...draft({ minimum: "48" }), updated_at: made.updated_at }, lenient()),
        () => api.delete(`${PATH}/${made.id}`, lenient()),
      ]
      for (const task of tasks) {
        expect((await without(task)).status).toBe(500)
        expect(await facts()).toEqual(before)
      }
    })

    it.each([
      ["order_rule_empty", { minimum: null }],
      ["order_rule_impossible", { maximum: "23" }],
      ["order_rule_scope_invalid", { scope: { kind: "contract" } }],
      ["order_rule_scope_invalid", { scope: { kind: "everyone", id: "x" } }],
      ["order_rule_scope_unknown", { scope: { kind: "holding", id: "nowhere" } }],
      ["order_rule_target_invalid", { target: { variant_id: "v", category_id: "c" } }],
      ["order_rule_product_unknown", { target: { variant_id: "nowhere" } }],
      ["order_rule_category_unknown", { target: { category_id: "nowhere" } }],
      ["order_rule_unit_unknown", { unit_code: "000" }],
    ])("are refused with %s for %j", async (code, data) => {
      expect(await make(data)).toMatchObject({ code })
      expect(await preview(draft(data))).toMatchObject({ code })
      expect((await list()).count).toBe(0)
    })

    it.each([[{ minimum: "-1" }], [{ minimum: "a dozen" }], [{ maximum: "1.1234567" }], [{ price: "1" }]])("take no %j", async (data) => {
      expect((await api.post(PATH, draft(data), lenient())).data).toMatchObject({ type: "invalid_data" })
    })

    it("of the ERP are read, and changed there", async () => {
      await db("order_rule").insert({ id: "ordr_erp", scope_kind: "everyone", minimum: 5, source: "erp", document: "Приказ 7" })
      expect(await list({ q: "приказ" })).toMatchObject({
        count: 1,
        order_rules: [{ id: "ordr_erp", source: "erp", document: "Приказ 7" }],
      })
      const change = { scope: { kind: "everyone" }, minimum: "6", updated_at: (await list()).order_rules[0].updated_at }
      expect((await api.post(`${PATH}/ordr_erp`, change, lenient())).data).toMatchObject({ code: "erp_owned" })
      expect((await api.delete(`${PATH}/ordr_erp`, lenient())).data).toMatchObject({ code: "erp_owned" })
    })

    it("come from the ERP: written where they differ, ended by a deletion, and skipped when they are for nobody that is known", async () => {
      const load = (...records: ReturnType<typeof orderRule>[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])
      const records = [
        orderRule("r1"),
        orderRule("r2", {
          scope: { kind: "contract", external_id: "c1" },
          target: { offer_external_id: "p2" },
          unit_code: "796",
          maximum: "60",
        }),
        orderRule("r3", { scope: { kind: "holding", external_id: "h9" } }),
        orderRule("r4", { target: { offer_external_id: "p9" } }),
        orderRule("r5", { target: { group_external_id: "g9" } }),
      ]
      const first = await load(...records)
      expect(first.counts["order_rules"]).toMatchObject({ received: 5, created: 2 })
      expect((await load(...records)).written).toEqual({ exchange_run_issue: 3 })
      expect((await list({ target_kind: "product" })).order_rules).toMatchObject([
        {
          scope: { kind: "contract", id: contractId },
          target: { product: { variant_id } },
          ...{ unit: { code: "796" }, minimum: "10", maximum: "60", source: "erp" },
        },
      ])
      const { rows } = await db.raw<{ rows: object[] }>(
        `select distinct code, subject, message from exchange_run_issue where code like 'order_rule%' order by subject`
      )
      expect(rows.map(Object.values)).toEqual([
        ["order_rule_scope_unknown", "r3", "The order rule r3 is skipped: holding h9 is unknown."],
        ["order_rule_product_unknown", "r4", "The order rule r4 is skipped: offer p9 is unknown."],
        ["order_rule_category_unknown", "r5", "The order rule r5 is skipped: group g9 is unknown."],
      ])
      const { counts } = await load(orderRule("r1", { minimum: "20" }), orderRule("r2", { is_deleted: true }))
      expect(counts["order_rules"]).toMatchObject({ updated: 1, deleted: 1 })
      expect(await list()).toMatchObject({ count: 1, order_rules: [{ minimum: "20" }] })
      expect((await log()).sort()).toEqual([
        ["order_rule.created", null, "10"],
        ["order_rule.created", null, "10"],
        ["order_rule.deleted", "10", null],
        ["order_rule.updated", "10", "20"],
      ])
    })

    it("are listed by whom they are for and what they aim at", async () => {
      await make()
      await make({ scope: { kind: "everyone" }, target: {}, minimum: "2" })
      const countOf = async (params: object) => (await list(params)).count
      expect(await countOf({ scope_kind: "contract" })).toBe(1)
      expect(await countOf({ target_kind: "everything" })).toBe(1)
      expect(await countOf({ target_kind: "category" })).toBe(0)
      expect(await countOf({ q: articleOf(2) })).toBe(1)
      expect(await countOf({ q: "Dealer 1" })).toBe(1)
    })

    it("are tried before they are saved: what is reached, and what may be ordered before and after", async () => {
      const { preview: tried } = await preview(draft({ target: {}, minimum: "10" }))
      expect(tried).toMatchObject({
        touched: { products: 3, contracts: 1, clients: 1 },
        compared: { products: 3, contracts: 1, is_whole: true },
        ...{ changed: 3, impossible: 0 },
      })
      const second = tried.examples.find(({ product }: { product: { variant_id: string } }) => product.variant_id === variant_id)
      expect(second).toMatchObject({
        contract: { number: "C-1" },
        before: { step: "6", minimum: "6", maximum: null },
        after: { step: "6", minimum: "12", maximum: null },
        is_changed: true,
      })
      expect((await preview(draft({ minimum: null, maximum: "5" }))).preview).toMatchObject({
        changed: 1,
        impossible: 1,
        examples: [{ after: null }],
      })
      expect((await list()).count).toBe(0)
      const { order_rule: made } = await make()
      expect((await preview(null, made.id)).preview).toMatchObject({
        changed: 1,
        examples: [{ before: { minimum: "24" }, after: { minimum: "6" } }],
      })
      expect((await list()).order_rules).toEqual([made])
    })
  },
})
