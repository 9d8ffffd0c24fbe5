import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let db: Knex
    let lead: Awaited<ReturnType<typeof createManagerSession>>
    let path: string

    beforeEach(async () => {
      const container = getContainer()
      db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await loadRecords(container, supplierRecords(3))
      lead = await createManagerSession(container, { role: "head_of_sales" })
      path = `/admin/contracts/${await internalId(container, "contract", "c1")}/prices`
    })

    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])
    const list = async (query = "") => (await answerOf(api.get(`${path}${query}`, { headers: lead.headers }))).data
    const set = (...prices: object[]) => answerOf(api.post(path, { prices }, { headers: lead.headers }))
    const remove = (...prices: object[]) => answerOf(api.delete(path, { headers: lead.headers, data: { prices } }))
    const preview = (body: object) => answerOf(api.post(`${path}/preview`, body, { headers: lead.headers }))
    const outcomes = ({ data }: { data: { results: { outcome: string; code: string | null }[] } }) =>
      data.results.map(({ outcome, code }) => code ?? outcome)
    const one = articleOf(1)
    const two = articleOf(2)

    /** Prices of the three products under the contract; 1.50, 2.50 and 3.50 as long as nothing else is said. */
    async function prices(quantity = "1"): Promise<(string | null)[]> {
      const { rows } = await db.raw<{ rows: { key: number }[] }>(`select key from catalog_entry order by article`)
      const lines = rows.map(({ key }) => ({ entry_key: key, quantity }))
      const contract_id = await internalId(getContainer(), "contract", "c1")
      return (await pricesOfLines(db, { contract_id, currency_code: "rub", day: "2026-02-01", lines })).map(({ price }) => price)
    }

    it("prices entered as a set hold at once; every row has a result, and nothing is lost", async () => {
      await load(priceList("c1"), contractPrice("p3", "3"))
      const { rows } = await db.raw<{ rows: { variant_id: string }[] }>(`select variant_id from catalog_entry where article = ?`, [two])
      const answer = await set(
        { article: one, amount: "1.20" },
        { article: one, amount: "1.1", from_quantity: "10", ends_on: "2026-02-01" },
        { variant_id: rows[0]?.variant_id, amount: "2", starts_on: "2026-02-02" },
        { article: one, amount: "9", from_quantity: "10.0" },
        { article: "nowhere", amount: "1" },
        { article: one, amount: "1,2" },
        { article: one, amount: "1", starts_on: "2026-02-30" },
        { article: articleOf(3), amount: "2" },
        { amount: "1" }
      )
      expect(answer.status).toBe(200)
      expect(outcomes(answer)).toEqual([
        ...["created", "created", "created"],
        ...["row_repeated", "product_unknown", "amount_invalid", "day_invalid", "erp_owned", "product_missing"],
      ])
      expect(answer.data.counts).toEqual({ created: 3, updated: 0, unchanged: 0, removed: 0, absent: 0, refused: 6 })
      expect(await prices()).toEqual(["1.20", "2.50", "3.00"])
      expect(await prices("10")).toEqual(["1.10", "2.50", "3.00"])
      expect(outcomes(await set({ article: one, amount: "1.200" }, { article: one, amount: "1.1", from_quantity: "10" }))).toEqual([
        "unchanged",
        "updated",
      ])
    })

    it("are listed by article with their source, searched, and filtered by day", async () => {
      await load(priceList("c1"), contractPrice("p3", "3"))
      await set({ article: one, amount: "1", starts_on: "2026-03-01" }, { article: two, amount: "2" })
      expect(await list()).toMatchObject({
        contract: { number: "C-1", currency_code: "rub", legal_entity: { name: "Dealer 1" }, price_type: { name: "Оптовая" } },
        prices: [
          { article: one, amount: "1", source: "portal", starts_on: "2026-03-01", ends_on: null },
          { article: two, amount: "2", from_quantity: "0" },
          { source: "erp", document: "Соглашение 7 от 01.02.2026" },
        ],
        count: 3,
      })
      expect((await list("?source=portal&live_on=2026-02-28")).prices).toMatchObject([{ article: two }])
      expect((await list(`?q=${one}`)).count).toBe(1)
      expect((await list("?offset=5")).count).toBe(3)
    })

    it("a later word of the ERP about the same key replaces what was entered here; another does not", async () => {
      await set({ article: one, amount: "1" }, { article: two, amount: "2" })
      await load(priceList("c1", true), contractPrice("p1", "1.3"))
      expect(await prices()).toEqual(["1.30", "2.00", "3.50"])
      expect(outcomes(await set({ article: one, amount: "1" }))).toEqual(["erp_owned"])
      expect(outcomes(await remove({ article: one }, { article: two }, { article: two, from_quantity: "5" }))).toEqual([
        "erp_owned",
        "removed",
        "absent",
      ])
      expect(await prices()).toEqual(["1.30", "2.50", "3.50"])
    })

    it("a preview tells each row's result with the price before and after, and writes nothing", async () => {
      await set({ article: two, amount: "2" })
      const { data } = await preview({
        prices: [
          { article: one, amount: "1", from_quantity: "10" },
          { article: two, amount: "2.2" },
          { article: articleOf(3), amount: "5", starts_on: "2099-01-01" },
          { article: "nowhere", amount: "1" },
        ],
      })
      expect(data.results).toMatchObject([
        { outcome: "created", product: { article: one }, price_before: "1.50", price_after: "1.00" },
        { outcome: "updated", price_before: "2.00", price_after: "2.20" },
        { outcome: "created", price_before: "3.50", price_after: "5.00" },
        { outcome: "refused", code: "product_unknown", price_before: null, price_after: null },
      ])
      const removed = await preview({ verb: "remove", prices: [{ article: two }] })
      expect(removed.data.results).toMatchObject([{ outcome: "removed", price_before: "2.00", price_after: "2.50" }])
      expect((await list()).count).toBe(1)
      expect(await prices()).toEqual(["1.50", "2.00", "3.50"])
      const many = Array.from({ length: 32 }, (_, day) => ({
        article: one,
        amount: "1",
        starts_on: `2099-01-${String((day % 31) + 1).padStart(2, "0")}`,
      }))
      const spread = [...many.slice(0, 31), { article: one, amount: "1", starts_on: "2099-02-01" }]
      expect(await preview({ prices: spread })).toMatchObject({ status: 400, data: { code: "too_many_days" } })
    })

    it("each change is in the log of the contract, for its manager too, with what stood before", async () => {
      const entity = await internalId(getContainer(), "legal_entity", "e1")
      const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [entity] })
      await set({ article: one, amount: "1" })
      await set({ article: one, amount: "1" })
      await set({ article: one, amount: "2", ends_on: "2026-12-31" })
      await remove({ article: one })
      const { data } = await answerOf(api.get("/admin/audit-entries?action=contract.", { headers: manager.headers }))
      const line = `${one} ≥ 0, … [${await internalId(getContainer(), "offer", "p1")}]`
      expect(data.audit_entries.slice(0, 3)).toMatchObject([
        { action: "contract.prices_removed", before: { [line]: "2 … 2026-12-31" }, after: {} },
        { action: "contract.prices_set", before: { [line]: "1" }, after: { [line]: "2 … 2026-12-31" } },
        { action: "contract.prices_set", actor: { id: lead.user_id }, subject: { name: "C-1" }, before: {}, after: { [line]: "1" } },
      ])
      expect((await answerOf(api.get(path, { headers: manager.headers }))).data.count).toBe(0)
      expect((await answerOf(api.post(path, { prices: [{ article: one, amount: "1" }] }, { headers: manager.headers }))).status).toBe(403)
    })

    it("what cannot be logged is undone, whatever it was", async () => {
      await set({ article: one, amount: "1" }, { article: two, amount: "2" })
      const without = (task: () => Promise<{ status: number }>) => withoutTable(getContainer(), "audit_entry", task)
      expect((await without(() => set({ article: one, amount: "1.1" }, { article: articleOf(3), amount: "3" }))).status).toBe(500)
      expect((await without(() => remove({ article: two }))).status).toBe(500)
      expect(await prices()).toEqual(["1.00", "2.00", "3.50"])
      expect((await list()).count).toBe(2)
    })

    // Without the lock the load would insert a key that stands by then, and fail as a whole.
    it("prices entered while the same are loaded wait for the load, and give way to it", async () => {
      const trx = await db.transaction()
      await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kontor.price-rules', 0))`)
      const entered = set({ article: one, amount: "1" })
      await new Promise((resolve) => setTimeout(resolve, 500))
      await trx.raw(`insert into pricing_contract (contract_id, currency_code) values (?, 'rub')`, [
        await internalId(getContainer(), "contract", "c1"),
      ])
      await trx.raw(
        `
        insert into contract_price (contract_key, entry_key, amount, source)
        select k.key, e.key, 1.3, 'erp' from pricing_contract k, catalog_entry e where e.article = ?`,
        [one]
      )
      await trx.commit()
      expect(outcomes(await entered)).toEqual(["erp_owned"])
      expect(await prices()).toEqual(["1.30", "2.50", "3.50"])
    })

    it("five thousand rows are taken in one call", async () => {
      const rows = Array.from({ length: 5000 }, (_, index) => ({ article: one, amount: String(index + 1), from_quantity: String(index) }))
      const answer = await set(...rows)
      expect(answer.data.counts).toMatchObject({ created: 5000, refused: 0 })
      expect(await prices("4999")).toEqual(["5000.00", "2.50", "3.50"])
      expect((await set(...rows, { article: one, amount: "1", from_quantity: "6000" })).status).toBe(400)
    })
  },
})
