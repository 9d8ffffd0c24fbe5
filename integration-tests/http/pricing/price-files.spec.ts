import * as xlsx from "@e965/xlsx"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { undoImport } from "../../../src/database/price-imports/apply-import"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { type Cells, fileOf } from "../../helpers/price-file"
import { contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let lead: { headers: Record<string, string> }
    let db: Knex
    let type: string
    let contract: string

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1", true), contractPrice("p1", "1.2", { from_quantity: "5" })])
      lead = await createManagerSession(getContainer(), { role: "head_of_sales" })
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      type = (await api.post("/admin/price-types", { name: "Портальная", currency_code: "rub" }, lead)).data.price_type.id
      contract = await internalId(getContainer(), "contract", "c1")
    })

    const download = async (kind: string, id: string, locale = "ru"): Promise<Cells[]> => {
      const { data } = await api.get("/admin/price-files", { ...lead, params: { kind, id, locale }, responseType: "arraybuffer" })
      const [sheet = {}] = Object.values(xlsx.read(data, { cellFormula: true }).Sheets)
      expect(Object.values(sheet).filter((cell) => typeof cell === "object" && cell !== null && "f" in cell)).toEqual([])
      return xlsx.utils.sheet_to_json<Cells>(sheet, { header: 1, defval: null })
    }
    const attempt = (kind: string, id: string, rows: Cells[], query = "") =>
      answerOf(api.post(`/admin/price-imports?kind=${kind}&id=${id}${query}`, fileOf(rows), lead))
    const tried = async (kind: string, id: string, rows: Cells[], query = "") => (await attempt(kind, id, rows, query)).data.price_import
    const apply = (id: string, body: object) => answerOf(api.post(`/admin/price-imports/${id}/apply`, body, lead))
    const rowsOf = async (id: string, params: object = {}) => (await api.get(`/admin/price-imports/${id}/rows`, { ...lead, params })).data
    const pricesOf = async (id: string) =>
      (await api.get(`/admin/price-types/${id}/prices`, lead)).data.prices.map(({ article, amount }: Record<string, string>) => [article, amount]) // prettier-ignore
    const HEAD = ["Артикул", "Цена"]
    const first: Cells[] = [HEAD, [articleOf(1), 10], [articleOf(2), "20,50"], [articleOf(3), 30]]
    /** A type of the portal with three prices. */
    const filled = async () => {
      const { id } = await tried("price_type", type, first)
      expect((await apply(id, { mode: "add" })).status).toBe(200)
    }

    it("is named after what people call its type, and its contract", async () => {
      const nameOf = async (kind: string, id: string) => {
        const { headers } = await api.get("/admin/price-files", { ...lead, params: { kind, id }, responseType: "arraybuffer" })
        return decodeURIComponent(String(headers["content-disposition"]).split("''")[1] ?? "")
      }
      await api.post(`/admin/price-types/${type}`, { name: 'Опт: 1/2 "акция"' }, lead)
      expect(await nameOf("price_type", type)).toBe("prices-Опт- 1-2 -акция-.xlsx")
      const [{ number }] = (await db.raw("select number from contract where id = ?", contract)).rows
      expect(await nameOf("contract", contract)).toBe(`prices-${number.replace(/\//g, "-")}.xlsx`)
    })

    describe("a file of prices of a type", () => {
      it("comes with all that is sold, is filled in, and comes back as it is", async () => {
        const [head, ...empty] = await download("price_type", type)
        expect(head).toEqual(["Артикул", "Товар", "Характеристика", "Цена", "Единица", "От количества", "ID"])
        expect(empty.map(([article, , , amount]) => [article, amount])).toEqual([1, 2, 3].map((n) => [articleOf(n), null]))
        const edited = empty.map(([article, title, variant, , ...rest], place) => [article ?? null, title ?? null, variant ?? null, place + 0.1, ...rest]) // prettier-ignore
        const made = await tried("price_type", type, [head ?? [], ...edited])
        expect(made.counts).toEqual({ created: 3, changed: 0, removed: 0, problem: 0, marked: 0, unchanged: 0 })
        expect(await pricesOf(type)).toEqual([])
        await apply(made.id, { mode: "replace" })
        expect(await pricesOf(type)).toEqual([[articleOf(1), "0.1"], [articleOf(2), "1.1"], [articleOf(3), "2.1"]]) // prettier-ignore
        const again = await tried("price_type", type, await download("price_type", type, "en"))
        expect(again.counts).toEqual({ created: 0, changed: 0, removed: 0, problem: 0, marked: 0, unchanged: 3 })
      })

      it("shows each difference before anything changes, marks what moves far, and names what cannot be read", async () => {
        await filled()
        const found = await tried("price_type", type, [
          HEAD,
          [articleOf(1), 12],
          [articleOf(2), 24.61],
          [articleOf(2), 1],
          ["NO-SUCH", 5],
          [articleOf(3), "по запросу"],
          [null, 7],
        ])
        expect(found.counts).toEqual({ created: 0, changed: 2, removed: 0, problem: 4, marked: 1, unchanged: 0 })
        const { rows } = await rowsOf(found.id)
        expect(rows.map(({ file_row, status, code, percent }: Record<string, unknown>) => [file_row, status, code, percent])).toEqual([
          [2, "changed", null, "20"],
          [3, "changed", null, "20.05"],
          [4, "problem", "duplicate", null],
          [5, "problem", "article_unknown", null],
          [6, "problem", "amount_unreadable", null],
          [7, "problem", "article_missing", null],
        ])
        expect((await rowsOf(found.id, { marked: true })).rows).toMatchObject([
          { article: articleOf(2), old_amount: "20.5", new_amount: "24.61" },
        ])
        expect((await rowsOf(found.id, { status: "problem", limit: 1, offset: 3 })).rows).toMatchObject([{ file_row: 7 }])
        expect(await pricesOf(type)).toEqual([[articleOf(1), "10"], [articleOf(2), "20.5"], [articleOf(3), "30"]]) // prettier-ignore
        expect((await apply(found.id, { mode: "add" })).data.code).toBe("import_has_problems")
        expect((await apply(found.id, { mode: "add", skip_problems: true })).data.price_import).toMatchObject({ applied_mode: "add" })
        expect(await pricesOf(type)).toEqual([[articleOf(1), "12"], [articleOf(2), "24.61"], [articleOf(3), "30"]]) // prettier-ignore
      })

      it("replaces all within the type and nothing beside it, once, and says so in the log", async () => {
        await filled()
        const before = await db.raw(`select count(*)::int as n from type_price`)
        const { id } = await tried("price_type", type, [
          ["Article", "Price"],
          [articleOf(2), 21],
        ])
        expect((await apply(id, { mode: "replace" })).status).toBe(200)
        expect((await apply(id, { mode: "replace" })).status).toBe(200)
        expect((await apply(id, { mode: "add" })).data.code).toBe("import_applied")
        expect(await pricesOf(type)).toEqual([[articleOf(2), "21"]])
        expect((await db.raw(`select count(*)::int as n from type_price`)).rows[0].n).toBe(before.rows[0].n - 2)
        const { audit_entries } = (await api.get("/admin/audit-entries", { ...lead, params: { action: "price_import." } })).data
        expect(audit_entries).toHaveLength(2)
        expect(audit_entries[0]).toMatchObject({
          action: "price_import.applied",
          subject: { id: type },
          after: { import_id: id, mode: "replace", changed: 1, removed: 2, file_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        })
      })

      it("is refused once prices have moved since it was looked at", async () => {
        await filled()
        const [one, two] = [
          await tried("price_type", type, [HEAD, [articleOf(1), 11]]),
          await tried("price_type", type, [HEAD, [articleOf(1), 12]]),
        ]
        expect((await apply(one.id, { mode: "add" })).status).toBe(200)
        expect((await apply(two.id, { mode: "add" })).data.code).toBe("changed_meanwhile")
        expect((await pricesOf(type))[0]).toEqual([articleOf(1), "11"])
      })

      it("is applied by one of two that apply different files at one moment", async () => {
        await filled()
        const files = await Promise.all([11, 12].map((amount) => tried("price_type", type, [HEAD, [articleOf(1), amount]])))
        const answers = await Promise.all(files.map(({ id }) => apply(id, { mode: "add" })))
        expect(answers.map(({ status, data }) => data.code ?? status).sort()).toEqual([200, "changed_meanwhile"])
      })

      it("is taken back whole when it cannot be written into the log", async () => {
        await filled()
        const { id } = await tried("price_type", type, [HEAD, [articleOf(1), 11], [articleOf(2), 20.5]])
        const answer = await withoutTable(getContainer(), "audit_entry", () => apply(id, { mode: "replace" }))
        expect(answer.status).toBe(500)
        expect(await pricesOf(type)).toEqual([[articleOf(1), "10"], [articleOf(2), "20.5"], [articleOf(3), "30"]]) // prettier-ignore
        expect((await apply(id, { mode: "replace" })).status).toBe(200)
      })

      it("of the retail type reaches the prices of stock routes", async () => {
        await filled()
        await api.post(`/admin/price-types/${type}`, { is_retail: true }, lead)
        const { id } = await tried("price_type", type, [HEAD, [articleOf(1), 99]])
        await apply(id, { mode: "add" })
        const [entry] = (await api.get("/store/catalog?sort=article", trade.session)).data.entries
        expect(entry).toMatchObject({ retail_price: "99.00" })
        const { rows } = await db.raw(`select max(amount)::text as amount from price where price_list_id is null and deleted_at is null`)
        expect(Number(rows[0].amount)).toBe(99)
      })

      it("of a type of the ERP is given out, and is not taken: the next load would bring its prices back", async () => {
        const wholesale = await internalId(getContainer(), "price_type", "wholesale")
        const rows = await download("price_type", wholesale)
        expect(rows).toHaveLength(4)
        expect((await attempt("price_type", wholesale, rows)).data.code).toBe("erp_owned")
      })

      it("is refused where it cannot be used at all, and to managers", async () => {
        expect((await attempt("price_type", type, [["Колонка"], ["x"]])).data.code).toBe("price_file_columns_unknown")
        const form = new FormData()
        form.append("file", new Blob(["%PDF-1.4"]), "x.pdf")
        expect((await answerOf(api.post(`/admin/price-imports?kind=price_type&id=${type}`, form, lead))).data.code).toBe(
          "price_file_unreadable"
        )
        expect((await attempt("price_type", "ptyp_nowhere", first)).status).toBe(404)
        expect((await attempt("price_type", type, first, "&mark_percent=-1")).status).toBe(400)
        const manager = await createManagerSession(getContainer(), { role: "manager" })
        expect((await answerOf(api.get(`/admin/price-files?kind=price_type&id=${type}`, manager))).data.code).toBe("role_insufficient")
      })
    })

    describe("a file of prices of a contract", () => {
      const COLUMNS = ["Артикул", "От количества", "С", "По", "Цена"]

      it("adds prices of its own beside those of 1C, which it leaves alone, and dealers pay them", async () => {
        const rows = await download("contract", contract)
        expect(rows[0]).toEqual(["Артикул", "Товар", "Характеристика", "От количества", "С", "По", "Цена", "Источник", "Документ 1С", "ID"])
        const ofErp = [articleOf(1), "Product 1", null, 5, null, null, 1.2, "1С", "Соглашение 7 от 01.02.2026"]
        expect(rows.slice(1).map((row) => row.slice(0, -1))).toEqual([ofErp])
        const made = await tried("contract", contract, [
          COLUMNS,
          [articleOf(1), 5, null, null, 1.1],
          [articleOf(2), null, null, null, 2],
          [articleOf(3), 10, "01.02.2026", "2099-12-31", 3],
          [articleOf(3), 10, "31.02.2026", null, 3],
        ])
        expect(made.counts).toMatchObject({ created: 2, removed: 0, problem: 2 })
        const problems = (await rowsOf(made.id, { status: "problem" })).rows
        expect(problems).toMatchObject([{ code: "erp_owned", old_amount: "1.2", new_amount: "1.1" }, { code: "day_unreadable" }])
        await apply(made.id, { mode: "add", skip_problems: true })
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        expect(entries).toMatchObject([
          { next_price: { from_quantity: "5", price: "1.20" } },
          { price: "2.00" },
          { price: "3.50", next_price: { from_quantity: "10", price: "3.00" } },
        ])
        const { audit_entries } = (await api.get("/admin/audit-entries", { ...lead, params: { action: "price_import." } })).data
        const [legal_entity] = (await db.raw("select legal_entity_id as id from contract where id = ?", contract)).rows
        expect(audit_entries).toMatchObject([{ subject: { type: "contract", id: contract }, legal_entity }])
        const again = await tried("contract", contract, await download("contract", contract, "en"))
        expect(again.counts).toMatchObject({ created: 0, changed: 0, removed: 0, problem: 0, unchanged: 3 })
      })

      it("that replaces all takes away what was entered here, and no price of 1C", async () => {
        const { id } = await tried("contract", contract, [COLUMNS, [articleOf(2), 0, null, null, 2], [articleOf(3), 0, null, null, 3]])
        await apply(id, { mode: "add" })
        const next = await tried("contract", contract, [COLUMNS, [articleOf(2), 0, null, null, 1.9]])
        expect(next.counts).toMatchObject({ changed: 1, removed: 1 })
        await apply(next.id, { mode: "replace" })
        const { rows } = await db.raw(`select source, trim_scale(amount)::text as amount from contract_price order by source`)
        expect(rows).toEqual([{ source: "erp", amount: "1.2" }, { source: "portal", amount: "1.9" }]) // prettier-ignore
        const unknown = await attempt("contract", "ctr_nowhere", [COLUMNS])
        expect(unknown.status).toBe(404)
      })

      it("taken back leaves what the ERP has said since", async () => {
        const old = await tried("contract", contract, [COLUMNS, [articleOf(2), 0, null, null, 2], [articleOf(3), 0, null, null, 3]])
        await apply(old.id, { mode: "add" })
        const next = await tried("contract", contract, [COLUMNS, [articleOf(2), 0, null, null, 1.9], [articleOf(3), 0, null, null, 2.9]])
        await apply(next.id, { mode: "replace" })
        await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1"), contractPrice("p2", "1.5")])
        await db.transaction((trx) => undoImport(trx, next.id))
        const { rows } = await db.raw(`select source, trim_scale(amount)::text as amount from contract_price order by amount`)
        expect(rows).toEqual([{ source: "erp", amount: "1.2" }, { source: "erp", amount: "1.5" }, { source: "portal", amount: "3" }]) // prettier-ignore
      })
    })
  },
})
