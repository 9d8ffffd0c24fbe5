import * as xlsx from "@e965/xlsx"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { type Cells, fileOf } from "../../helpers/price-file"

jest.setTimeout(240_000)

const HEAD = ["Артикул", "Цена", "Единица", "От количества"]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let lead: { headers: Record<string, string> }
    let type: string
    let variant: string

    /** The third product is sold in packs of twelve. */
    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      lead = await createManagerSession(getContainer(), { role: "head_of_sales" })
      type = (await api.post("/admin/price-types", { name: "Портальная", currency_code: "rub" }, lead)).data.price_type.id
      variant = await internalId(getContainer(), "offer", "p3")
    })

    const tried = async (rows: Cells[]) =>
      (await api.post(`/admin/price-imports?kind=price_type&id=${type}`, fileOf(rows), lead)).data.price_import
    const rowsOf = async (id: string) => (await api.get(`/admin/price-imports/${id}/rows`, lead)).data.rows
    const apply = (id: string, mode: string) => answerOf(api.post(`/admin/price-imports/${id}/apply`, { mode }, lead))
    const set = (prices: object[], id = type, session: object = lead) =>
      answerOf(api.post(`/admin/price-types/${id}/prices`, { prices }, session))
    const prices = async () =>
      (await api.get(`/admin/price-types/${type}/prices`, lead)).data.prices.map(
        ({ article, unit, from_quantity, amount }: Record<string, string>) => [article, unit, from_quantity, amount]
      )
    const download = async (): Promise<Cells[]> => {
      const params = { kind: "price_type", id: type }
      const { data } = await api.get("/admin/price-files", { ...lead, params, responseType: "arraybuffer" })
      const [sheet = {}] = Object.values(xlsx.read(data).Sheets)
      return xlsx.utils.sheet_to_json<Cells>(sheet, { header: 1, defval: null })
    }

    describe("a file of prices by unit and quantity", () => {
      const full: Cells[] = [
        HEAD,
        [articleOf(3), 3.5, null, null],
        [articleOf(3), 36, "упак", null],
        [articleOf(3), 30, "778", 60],
        [articleOf(3), 2.4, "шт", 100],
      ]

      it("is taken, comes out as it went in, and changes nothing a second time", async () => {
        const made = await tried(full)
        expect(made.counts).toMatchObject({ created: 4, problem: 0 })
        await apply(made.id, "replace")
        expect(await prices()).toEqual([
          [articleOf(3), null, "0", "3.5"],
          [articleOf(3), "упак", "12", "36"],
          [articleOf(3), "упак", "60", "30"],
          [articleOf(3), null, "100", "2.4"],
        ])
        const out = await download()
        expect(out.filter(([article]) => article === articleOf(3)).map((row) => row.slice(3, 6))).toEqual([
          [3.5, "шт", null],
          [36, "упак", 12],
          [30, "упак", 60],
          [2.4, "шт", 100],
        ])
        expect((await tried(out)).counts).toMatchObject({ created: 0, changed: 0, removed: 0, problem: 0, unchanged: 4 })
      })

      it("marks what moves far by the price of a base unit, and names units that a product is not sold in", async () => {
        await apply((await tried(full)).id, "add")
        const found = await tried([
          HEAD,
          [articleOf(3), 3.6, null, 12],
          [articleOf(3), 2.1, null, 60],
          [articleOf(3), 9, "ящик", null],
          [articleOf(1), 36, "упак", null],
          [articleOf(1), 50, "×24", null],
        ])
        expect(await rowsOf(found.id)).toMatchObject([
          { status: "changed", from_quantity: "12", unit: null, old_amount: "36", new_amount: "3.6", percent: "20", is_marked: false },
          { status: "changed", from_quantity: "60", percent: "-16", is_marked: false },
          { status: "problem", code: "unit_unknown", article: articleOf(3) },
          { status: "problem", code: "unit_unknown", article: articleOf(1) },
          { status: "created", from_quantity: "24", unit: "×24", new_amount: "50" },
        ])
        expect(await prices()).toHaveLength(4)
      })

      it("that replaces all takes tiers away that it does not name, one that adds leaves them, and neither what moved since", async () => {
        await apply((await tried(full)).id, "add")
        const part = await tried(full.slice(0, 3))
        expect(part.counts).toMatchObject({ removed: 2, unchanged: 2 })
        await set([{ variant_id: variant, unit: "упак", amount: "35" }])
        expect((await apply(part.id, "replace")).data.code).toBe("changed_meanwhile")
        await apply((await tried(full.slice(0, 3))).id, "add")
        expect(await prices()).toHaveLength(4)
        await apply((await tried(full.slice(0, 3))).id, "replace")
        expect(await prices()).toEqual([[articleOf(3), null, "0", "3.5"], [articleOf(3), "упак", "12", "36"]]) // prettier-ignore
      })
    })

    describe("a price that is set by hand", () => {
      it("is there at once, plain or by unit or quantity, once however often it is sent, and goes again", async () => {
        const sent = [{ variant_id: variant, amount: "3.5" }, { variant_id: variant, unit: "упак", amount: "36" }] // prettier-ignore
        expect((await set(sent)).data.counts).toMatchObject({ created: 2 })
        expect((await set(sent)).data.counts).toMatchObject({ created: 0, unchanged: 2 })
        await set([{ variant_id: variant, unit: "упак", from_quantity: "12", amount: "35" }])
        expect(await prices()).toEqual([[articleOf(3), null, "0", "3.5"], [articleOf(3), "упак", "12", "35"]]) // prettier-ignore
        const { data } = await set([{ variant_id: variant, from_quantity: "12", unit: "упак", amount: null }])
        expect(data.counts).toMatchObject({ removed: 1 })
        expect(await prices()).toEqual([[articleOf(3), null, "0", "3.5"]])
        const { audit_entries } = (await api.get(`/admin/audit-entries?subject_id=${type}`, lead)).data
        const logged = audit_entries.filter(({ action }: { action: string }) => action === "price_type.prices_set")
        expect(logged.map(({ before, after }: Record<string, object>) => [before, after])).toEqual([
          [{ [`${articleOf(3)} ≥ 12 (упак) [${variant}]`]: "35" }, {}],
          [{ [`${articleOf(3)} ≥ 12 (упак) [${variant}]`]: "36" }, { [`${articleOf(3)} ≥ 12 (упак) [${variant}]`]: "35" }],
          [{}, { [`${articleOf(3)} [${variant}]`]: "3.5", [`${articleOf(3)} ≥ 12 (упак) [${variant}]`]: "36" }],
        ])
      })

      it("tells of it after it is done, and moves the moment of the type, when there is something to tell", async () => {
        const emit = jest.spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
        const told = () =>
          emit.mock.calls
            .flatMap(([events]) => [events].flat())
            .flatMap(({ name, data }) => (name === "price_type.prices_set" ? [data] : []))
        const asOf = async () => (await api.get(`/admin/price-types/${type}`, lead)).data.price_type.as_of
        const sent = [{ variant_id: variant, amount: "3.5" }, { variant_id: variant, unit: "упак", amount: "36" }] // prettier-ignore
        await set(sent)
        const first = await asOf()
        expect([told(), first]).toEqual([[{ id: type, changed: 2 }], expect.any(String)])
        await set(sent)
        await apply((await tried([HEAD, [articleOf(3), 3.5, null, null]])).id, "add")
        expect([told(), await asOf()]).toEqual([[{ id: type, changed: 2 }], first])
        await set([{ variant_id: variant, amount: null }])
        expect(told()).toEqual([{ id: type, changed: 2 }, { id: type, changed: 1 }]) // prettier-ignore
        expect(await asOf()).not.toBe(first)
        emit.mockRestore()
      })

      it("is refused with all that came with it, and of a type of the ERP, and to who may not", async () => {
        const both = await set([{ variant_id: variant, amount: "3" }, { variant_id: variant, unit: "ящик", amount: "3" }]) // prettier-ignore
        expect([both.status, both.data.code]).toEqual([400, "unit_unknown"])
        expect((await set([{ variant_id: "variant_nowhere", amount: "3" }])).data.code).toBe("article_unknown")
        expect((await set([{ variant_id: variant, amount: "3" }, { variant_id: variant, amount: "4" }])).data.code).toBe("duplicate") // prettier-ignore
        expect((await set([{ variant_id: variant, amount: "-3" }])).status).toBe(400)
        const ofErp = await internalId(getContainer(), "price_type", "wholesale")
        expect((await set([{ variant_id: variant, amount: "3" }], ofErp)).data.code).toBe("erp_owned")
        const manager = await createManagerSession(getContainer(), { role: "manager" })
        expect((await set([{ variant_id: variant, amount: "3" }], type, manager)).status).toBe(403)
        expect(await prices()).toEqual([])
      })

      it("is what a dealer pays whose type falls back to that one", async () => {
        await set([{ variant_id: variant, amount: "3" }, { variant_id: variant, unit: "упак", amount: "30" }]) // prettier-ignore
        const ofErp = await internalId(getContainer(), "price_type", "wholesale")
        await api.post(`/admin/price-types/${ofErp}`, { fallback_id: type }, lead)
        const db = getContainer().resolve("__pg_connection__")
        await db.raw(`delete from type_price p using catalog_entry e, price_type t
          where e.key = p.entry_key and e.variant_id = ? and t.key = p.price_type_key and t.id = ?`, [variant, ofErp]) // prettier-ignore
        const { entry } = (await api.get(`/store/catalog/${variant}`, trade.session)).data
        expect(entry).toMatchObject({ price: "3.00", next_price: { from_quantity: "12", price: "2.50" } })
      })
    })
  },
})
