import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

const PATH = "/admin/price-adjustments"
interface Example {
  after: { price: string }
  is_changed: boolean
}

const TEN_OFF = { name: "Ten off", scope: { kind: "everyone" }, kind: "percent", value: "-10" }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let db: Knex
    let lead: Awaited<ReturnType<typeof createManagerSession>>

    beforeEach(async () => {
      const container = getContainer()
      db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await loadRecords(container, supplierRecords(3))
      lead = await createManagerSession(container, { role: "head_of_sales" })
    })

    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])
    const get = (path: string) => answerOf(api.get(path, { headers: lead.headers }))
    const post = (path: string, body: object) => answerOf(api.post(path, body, { headers: lead.headers }))
    const end = (id: string, query = "") => answerOf(api.delete(`${PATH}/${id}${query}`, { headers: lead.headers }))
    const make = async (body: object) => (await post(PATH, { ...TEN_OFF, ...body })).data.price_adjustment

    /** Prices of the three products under a contract; 1.50, 2.50 and 3.50 as long as nothing else is said. */
    async function prices(contract = "c1", quantity = "1"): Promise<(string | null)[]> {
      const { rows } = await db.raw<{ rows: { key: number }[] }>(`select key from catalog_entry order by article`)
      const lines = rows.map(({ key }) => ({ entry_key: key, quantity }))
      const contract_id = await internalId(getContainer(), "contract", contract)
      return (await pricesOfLines(db, { contract_id, currency_code: "rub", day: "2026-02-01", lines })).map(({ price }) => price)
    }

    const setFacts = async (product: string, facts: object) => {
      const id = await internalId(getContainer(), "product", product)
      await db.raw(`update product set metadata = metadata || cast(? as jsonb) where id = ?`, [JSON.stringify(facts), id])
      await refreshCatalogEntries(db, { productIds: [id] })
    }
    const traits = async () =>
      (await db.raw<{ rows: { kind: string }[] }>(`select kind from price_trait order by kind`)).rows.map(({ kind }) => kind)
    const logged = async (id: string) => (await get(`${PATH}/${id}`)).data.history

    describe("a discount made by hand", () => {
      it("holds at once for whom and what it names, all conditions together", async () => {
        await setFacts("p1", { manufacturer: "Bosch", properties: [{ name: "Серия", value: "A" }] })
        await setFacts("p2", { manufacturer: "Bosch", properties: [{ name: "Серия", value: "B" }] })
        await db.raw(`update contract set region = 'South' where number = 'C-1'`)
        const made = await post(PATH, {
          name: "Line A of Bosch in the South",
          scope: { kind: "region", id: "South" },
          target: { brand: "Bosch", properties: [{ name: "Серия", value: "A" }] },
          kind: "percent",
          value: "3",
        })
        expect(made).toMatchObject({ status: 200, data: { price_adjustment: { source: "portal", value: "3" } } })
        expect(await prices()).toEqual(["1.55", "2.50", "3.50"])
        expect(await prices("c2")).toEqual(["1.50", "2.50", "3.50"])
      })

      it("takes a list of articles, and names those that are unknown", async () => {
        const made = await post(PATH, { ...TEN_OFF, target: { articles: [articleOf(2), "nowhere", articleOf(2).toLowerCase()] } })
        expect(made.data).toMatchObject({
          price_adjustment: { target: { list_size: 1 } },
          articles: { found: 1, unknown: ["nowhere"], ambiguous: [] },
        })
        expect(await prices()).toEqual(["1.50", "2.25", "3.50"])
        expect((await get(`${PATH}/${made.data.price_adjustment.id}`)).data.products).toMatchObject([{ article: articleOf(2) }])
      })

      it("asked again is the one that was made, in the list too; a stacking one would count twice", async () => {
        const body = { ...TEN_OFF, is_stacking: true, value: "-10.00", target: { articles: [articleOf(1)] } }
        const [first, second] = await Promise.all([make(body), make(body)])
        expect(second.id).toBe(first.id)
        expect((await make({ ...body, target: { articles: [articleOf(2)] } })).id).not.toBe(first.id)
        expect(await prices()).toEqual(["1.35", "2.25", "3.50"])
        expect(await logged(first.id)).toHaveLength(1)
      })

      it("is found by scope, target, source, day and text", async () => {
        const c1 = await internalId(getContainer(), "contract", "c1")
        await load(adjustment("Old from 1C", { ends_on: "2026-01-31" }))
        const own = await make({
          name: "Own",
          scope: { kind: "contract", id: c1 },
          target: { brand: "Bosch", labels: ["sale"] },
          starts_on: "2026-03-01",
        })
        const found = async (query: string) =>
          (await get(`${PATH}?${query}`)).data.price_adjustments.map(({ name }: { name: string }) => name)
        expect(await found("")).toEqual(["Own", "Old from 1C"])
        expect(await found("scope_kind=contract")).toEqual(["Own"])
        expect(await found(`scope_kind=contract&scope_id=${c1}`)).toEqual(["Own"])
        expect(await found("target_kind=everything")).toEqual(["Old from 1C"])
        expect(await found("target_kind=brand")).toEqual(["Own"])
        expect(await found("target_kind=label")).toEqual(["Own"])
        expect(await found("source=erp")).toEqual(["Old from 1C"])
        expect(await found("live_on=2026-01-31")).toEqual(["Old from 1C"])
        expect(await found("live_on=2026-02-28")).toEqual([])
        expect(await found("live_on=2026-03-01")).toEqual(["Own"])
        expect(await found("q=bosc")).toEqual(["Own"])
        expect(await found("q=from%201")).toEqual(["Old from 1C"])
        expect(own).toMatchObject({ scope: { name: "C-1 · Dealer 1" }, target: { brand: "Bosch", labels: ["sale"], list_size: null } })
      })

      it.each([
        ["adjustment_scope_unknown", { scope: { kind: "holding", id: "hold_none" } }],
        ["adjustment_scope_unknown", { scope: { kind: "region", id: "Nowhere" } }],
        ["adjustment_scope_invalid", { scope: { kind: "contract" } }],
        ["adjustment_scope_invalid", { scope: { kind: "everyone", id: "x" } }],
        ["adjustment_category_unknown", { target: { category_id: "pcat_none" } }],
        ["adjustment_list_empty", { target: { articles: ["nowhere"] } }],
        ["percent_out_of_range", { value: "-100.01" }],
        ["adjustment_currency_invalid", { kind: "fixed" }],
        ["currency_unknown", { kind: "fixed", currency_code: "rur" }],
        ["days_out_of_order", { starts_on: "2026-02-02", ends_on: "2026-02-01" }],
      ])("is refused with %s: %j", async (code, body) => {
        const refused = await post(PATH, { ...TEN_OFF, ...body })
        expect(refused).toMatchObject({ status: 400, data: { code } })
        expect(refused.data.message).toMatch(/nowhere|pcat_none|«.+» of -/)
        expect(await post(`${PATH}/preview`, { adjustment: { ...TEN_OFF, ...body } })).toMatchObject({ status: 400, data: { code } })
        expect((await get(PATH)).data.count).toBe(0)
      })

      it("is for heads of sales", async () => {
        const entity = await internalId(getContainer(), "legal_entity", "e1")
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [entity] })
        const answer = await answerOf(api.post(PATH, TEN_OFF, { headers: manager.headers }))
        expect(answer).toMatchObject({ status: 403, data: { code: "role_insufficient" } })
      })
    })

    describe("a change", () => {
      it("writes what differs, says so in the log, and leaves the list that it does not speak of", async () => {
        const made = await make({ target: { articles: [articleOf(1), articleOf(2)] } })
        const change = { ...TEN_OFF, value: "-20", updated_at: made.updated_at }
        const changed = await post(`${PATH}/${made.id}`, change)
        expect(changed.data.price_adjustment).toMatchObject({ id: made.id, value: "-20", target: { list_size: 2 } })
        expect(await prices()).toEqual(["1.20", "2.00", "3.50"])
        expect(await post(`${PATH}/${made.id}`, change)).toMatchObject({ status: 200 })
        const shorter = { ...change, target: { articles: [articleOf(2)] }, updated_at: changed.data.price_adjustment.updated_at }
        expect((await post(`${PATH}/${made.id}`, shorter)).status).toBe(200)
        expect(await prices()).toEqual(["1.50", "2.00", "3.50"])
        expect(await logged(made.id)).toMatchObject([
          { action: "price_adjustment.updated", before: { list_size: 2, list_articles: articleOf(1) }, after: { list_size: 1 } },
          { action: "price_adjustment.updated", before: { value: "-10" }, after: { value: "-20" } },
          { action: "price_adjustment.created", actor: { id: lead.user_id }, after: { name: "Ten off", list_size: 2 } },
        ])
      })

      it("of two at once one is made, and the other is told", async () => {
        const { id, updated_at } = await make({})
        const answers = await Promise.all(["-20", "-30"].map((value) => post(`${PATH}/${id}`, { ...TEN_OFF, value, updated_at })))
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
        expect(answers.find(({ status }) => status === 400)?.data.code).toBe("changed_meanwhile")
        expect(await end(id, `?updated_at=${updated_at}`)).toMatchObject({ status: 400, data: { code: "changed_meanwhile" } })
      })

      it("ends it: prices are as before, its traits are forgotten, and it cannot be changed any more", async () => {
        const { id, updated_at } = await make({ target: { brand: "Bosch", articles: [articleOf(1)] } })
        await setFacts("p1", { manufacturer: "Bosch" })
        expect(await prices()).toEqual(["1.35", "2.50", "3.50"])
        expect(await traits()).toEqual(["brand", "list"])
        expect(await end(id, `?updated_at=${updated_at}`)).toMatchObject({ status: 200, data: { id, deleted: true } })
        expect(await end(id)).toMatchObject({ status: 200 })
        expect(await prices()).toEqual(["1.50", "2.50", "3.50"])
        expect(await traits()).toEqual([])
        expect((await post(`${PATH}/${id}`, { ...TEN_OFF, updated_at })).status).toBe(404)
        expect((await get(`${PATH}/${id}`)).status).toBe(404)
        const { data } = await get(`/admin/audit-entries?subject_id=${id}`)
        expect(data.audit_entries.map(({ action }: { action: string }) => action)).toEqual([
          "price_adjustment.ended",
          "price_adjustment.created",
        ])
      })

      it("is not for what came from the ERP", async () => {
        await load(adjustment("From 1C"))
        const [{ id, updated_at }] = (await get(PATH)).data.price_adjustments
        expect(await post(`${PATH}/${id}`, { ...TEN_OFF, updated_at })).toMatchObject({ status: 400, data: { code: "erp_owned" } })
        expect(await end(id)).toMatchObject({ status: 400, data: { code: "erp_owned" } })
        expect((await end("padj_none")).status).toBe(404)
      })

      it("that cannot be logged is undone, whatever it was", async () => {
        const container = getContainer()
        const without = (task: () => Promise<{ status: number }>) => withoutTable(container, "audit_entry", task)
        expect((await without(() => post(PATH, { ...TEN_OFF, target: { brand: "Bosch" } }))).status).toBe(500)
        expect([await traits(), (await get(PATH)).data.count]).toEqual([[], 0])
        const { id, updated_at } = await make({ target: { articles: [articleOf(1)] } })
        const change = { ...TEN_OFF, value: "-50", target: { articles: [articleOf(3)] }, updated_at }
        expect((await without(() => post(`${PATH}/${id}`, change))).status).toBe(500)
        expect(await prices()).toEqual(["1.35", "2.50", "3.50"])
        expect((await without(() => end(id))).status).toBe(500)
        expect(await prices()).toEqual(["1.35", "2.50", "3.50"])
      })
    })

    describe("a preview", () => {
      it("tells what it reaches and what changes, as it then comes to be, and leaves nothing behind", async () => {
        await load(
          adjustment("entity", { name: "Nearer", scope: { kind: "contract", external_id: "c2" }, value: "-40" }),
          priceList("c1"),
          contractPrice("p3", "3")
        )
        const draft = { ...TEN_OFF, target: { articles: [articleOf(2), articleOf(3)] }, from_quantity: "5" }
        const { data } = await post(`${PATH}/preview`, { adjustment: draft })
        expect(data.preview).toMatchObject({
          touched: { products: 2, contracts: 2, clients: 2 },
          compared: { prices: 4, is_whole: true },
          changed: { prices: 1, cheaper: 1, dearer: 0, gained: 0, lost: 0 },
          articles: { found: 2, unknown: [] },
        })
        const [first, ...others] = data.preview.examples
        expect(first).toMatchObject({
          contract: { number: "C-1", legal_entity: { name: "Dealer 1" } },
          product: { article: articleOf(2) },
          quantity: "5",
          before: { price: "2.50", held_by: "price_type", names: ["Оптовая"] },
          after: { price: "2.25", held_by: "adjustment", names: ["Ten off"] },
          is_changed: true,
        })
        const kept = others.sort((a: Example, b: Example) => a.after.price.localeCompare(b.after.price))
        expect(kept.map(({ after, is_changed }: Example) => [after, is_changed])).toEqual([
          [{ price: "1.50", held_by: "adjustment", names: ["Nearer"] }, false],
          [{ price: "2.10", held_by: "adjustment", names: ["Nearer"] }, false],
          [{ price: "3.00", held_by: "contract_price", names: [] }, false],
        ])
        expect([await traits(), (await get(PATH)).data.count]).toEqual([[], 1])
        await make(draft)
        expect(await prices("c1", "5")).toEqual(["1.50", "2.25", "3.00"])
      })

      it("of a change compares with what holds now, and of an end with nothing", async () => {
        const { id } = await make({ target: { articles: [articleOf(1), articleOf(2)] } })
        const changed = await post(`${PATH}/preview`, {
          id,
          adjustment: { ...TEN_OFF, value: "-20", target: { articles: [articleOf(2), articleOf(3)] } },
        })
        expect(changed.data.preview).toMatchObject({ touched: { products: 3 }, changed: { prices: 6, cheaper: 4, dearer: 2 } })
        const ended = await post(`${PATH}/preview`, { id, adjustment: null })
        expect(ended.data.preview).toMatchObject({ touched: { products: 2 }, changed: { prices: 4, dearer: 4 } })
        expect(await prices()).toEqual(["1.35", "2.25", "3.50"])
      })

      it("of one that begins later is told for its first day", async () => {
        const { data } = await post(`${PATH}/preview`, { adjustment: { ...TEN_OFF, starts_on: "2099-01-01" } })
        expect(data.preview).toMatchObject({ day: "2099-01-01", changed: { prices: 6 } })
      })
    })

    // Without the lock on goods the product is in neither: the load does not see the trait, the discount not the product.
    it("goods that come in while a discount is made are found by it", async () => {
      const id = await internalId(getContainer(), "product", "p1")
      const trx = await db.transaction()
      await trx.raw(`update product set metadata = metadata || '{"manufacturer": "Makita"}' where id = ?`, [id])
      await refreshCatalogEntries(trx, { productIds: [id] })
      const made = make({ target: { brand: "Makita" } })
      await new Promise((resolve) => setTimeout(resolve, 1000))
      await trx.commit()
      await made
      expect(await prices()).toEqual(["1.35", "2.50", "3.50"])
    })

    it("what the ERP changes in an adjustment is in the log as well, by the run that brought it", async () => {
      const brand = (value: string) => adjustment("a1", { name: "From 1C", value, target: { brand: "Bosch" } })
      await load(brand("-5"))
      const [{ id }] = (await get(PATH)).data.price_adjustments
      await load(brand("-7.5"))
      await load(brand("-7.5"))
      expect(await logged(id)).toMatchObject([
        { action: "price_adjustment.updated", actor: { kind: "exchange" }, before: { value: "-5" }, after: { value: "-7.5" } },
        { action: "price_adjustment.created", subject: { name: "From 1C" }, before: null, after: { value: "-5", brand: "Bosch" } },
      ])
      await load(adjustment("a1", { is_deleted: true }))
      const { data } = await get("/admin/audit-entries?action=price_adjustment.deleted")
      expect(data.audit_entries).toMatchObject([{ before: { value: "-7.5", brand: "Bosch" }, after: null }])
    })

    it("what an adjustment can be for or aim at is found by a part of its name", async () => {
      await setFacts("p1", { manufacturer: "Bosch", properties: [{ name: "Серия", value: "A" }] })
      await db.raw(`update contract set region = 'South' where number = 'C-1'`)
      const choices = async (query: string) =>
        (await get(`${PATH}/choices?${query}`)).data.choices.map(({ name }: { name: string }) => name)
      expect(await choices("kind=contract&q=dealer%201")).toEqual(["C-1"])
      expect(await choices("kind=legal_entity&q=dealer")).toEqual(["Dealer 1", "Dealer 2"])
      expect(await choices("kind=region")).toEqual(["South"])
      expect(await choices("kind=brand&q=bos")).toEqual(["Bosch"])
      expect(await choices("kind=property")).toEqual(["Серия"])
      expect(await choices(`kind=property_value&within=${encodeURIComponent("Серия")}`)).toEqual(["A"])
      expect(await choices("kind=label")).toEqual(["hit", "new", "promotion", "sale", "special"])
      for (const kind of ["holding", "client_category", "category"]) {
        expect(await choices(`kind=${kind}`)).toEqual([])
      }
    })
  },
})
