import * as xlsx from "@e965/xlsx"
import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { undoImport } from "../../../src/database/price-imports/apply-import"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { type Cells, fileOf } from "../../helpers/price-file"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let lead: { headers: Record<string, string> }
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      lead = await createManagerSession(getContainer(), { role: "head_of_sales" })
    })

    const download = async (kind: string, id: string): Promise<Cells[]> => {
      const { data } = await api.get("/admin/price-files", { ...lead, params: { kind, id, locale: "ru" }, responseType: "arraybuffer" })
      const [sheet = {}] = Object.values(xlsx.read(data).Sheets)
      return xlsx.utils.sheet_to_json<Cells>(sheet, { header: 1, defval: null })
    }
    const attempt = (kind: string, id: string, rows: Cells[]) =>
      answerOf(api.post(`/admin/price-imports?kind=${kind}&id=${id}`, fileOf(rows), lead))
    const tried = async (kind: string, id: string, rows: Cells[]) => (await attempt(kind, id, rows)).data.price_import
    const rowsOf = async (id: string) => (await api.get(`/admin/price-imports/${id}/rows`, lead)).data.rows
    const apply = (id: string, mode: string, skip_problems = false) =>
      answerOf(api.post(`/admin/price-imports/${id}/apply`, { mode, skip_problems }, lead))
    const log = (action: string) => db()("audit_entry").where({ action })

    describe("a file of stock", () => {
      const HEAD = ["Артикул", "Остаток"]
      let own: string

      /** A warehouse that no ERP knows, from which dealers are served. */
      beforeEach(async () => {
        const [made] = await getContainer()
          .resolve(Modules.STOCK_LOCATION)
          .createStockLocations([{ name: "Own" }])
        own = made?.id ?? ""
        const { default_sales_channel_id } = await db()("store").first("default_sales_channel_id")
        await db()("sales_channel_stock_location").insert({ id: "scloc_own", sales_channel_id: default_sales_channel_id, stock_location_id: own }) // prettier-ignore
      })

      const stock = async (): Promise<Record<string, string>> => {
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        const ofOwn = (entry: { stock: { name: string; available: string }[] }) => entry.stock.find(({ name }) => name === "Own")?.available
        return Object.fromEntries(entries.flatMap((entry: { article: string; stock: [] }) => (ofOwn(entry) === undefined ? [] : [[entry.article, ofOwn(entry)]]))) // prettier-ignore
      }

      it("comes with all that is sold, is filled in, tried, applied, and changes nothing a second time", async () => {
        const [head, ...empty] = await download("stock", own)
        expect(head).toEqual(["Артикул", "Товар", "Характеристика", "Остаток", "ID"])
        expect(empty.map(([article, , , amount]) => [article, amount])).toEqual([1, 2, 3].map((n) => [articleOf(n), null]))
        const made = await tried("stock", own, [HEAD, [articleOf(1), 7], [articleOf(2), "12,5"], [articleOf(3), null]])
        expect(made.counts).toMatchObject({ created: 2, changed: 0, removed: 0, problem: 0 })
        expect(await stock()).toEqual({})
        await apply(made.id, "add")
        expect(await stock()).toEqual({ [articleOf(1)]: "7", [articleOf(2)]: "12.5" })
        const [level] = await getContainer().resolve(Modules.INVENTORY).listInventoryLevels({ location_id: own }, { order: { stocked_quantity: "DESC" } }) // prettier-ignore
        expect([level?.stocked_quantity, level?.available_quantity].map(Number)).toEqual([12.5, 12.5])
        expect((await tried("stock", own, await download("stock", own))).counts).toMatchObject({ created: 0, changed: 0, removed: 0, unchanged: 2 }) // prettier-ignore
        expect(await log("stock_import.applied")).toMatchObject([{ subject_type: "stock_location", subject_id: own, after: { mode: "add", created: 2 } }]) // prettier-ignore
      })

      it("that replaces all leaves nothing of what it does not name, one that adds leaves that; 0 empties, and a far move is marked", async () => {
        await apply((await tried("stock", own, [HEAD, [articleOf(1), 7], [articleOf(2), 10], [articleOf(3), 5]])).id, "add")
        const added = await tried("stock", own, [HEAD, [articleOf(1), 0], [articleOf(2), 11]])
        expect(await rowsOf(added.id)).toMatchObject([
          { status: "changed", old_amount: "7", new_amount: "0", is_marked: true },
          { status: "changed", percent: "10", is_marked: false },
          { status: "removed", article: articleOf(3) },
        ])
        await apply(added.id, "add")
        expect(await stock()).toEqual({ [articleOf(1)]: "0", [articleOf(2)]: "11", [articleOf(3)]: "5" })
        const replaced = await tried("stock", own, [HEAD, [articleOf(2), 11]])
        expect(replaced.counts).toMatchObject({ removed: 1, unchanged: 1 })
        await apply(replaced.id, "replace")
        expect(await stock()).toEqual({ [articleOf(1)]: "0", [articleOf(2)]: "11", [articleOf(3)]: "0" })
        await db().transaction((trx) => undoImport(trx, replaced.id))
        expect(await stock()).toMatchObject({ [articleOf(3)]: "5" })
      })

      it("that is undone moves each level back by as much as it moved it, so that what was shipped meanwhile stays shipped", async () => {
        const ship = async (n: number, left: number) => {
          const { inventory_item_id } = await db()("catalog_entry")
            .where({ article: articleOf(n) })
            .first("inventory_item_id")
          await db()("inventory_level").where({ location_id: own, inventory_item_id }).update({ stocked_quantity: left })
        }
        await apply((await tried("stock", own, [HEAD, [articleOf(1), 7], [articleOf(3), 5]])).id, "add")
        const next = await tried("stock", own, [HEAD, [articleOf(1), 10], [articleOf(2), 4]])
        await apply(next.id, "add")
        await ship(1, 8)
        await ship(2, 1)
        await ship(3, 2)
        await db().transaction((trx) => undoImport(trx, next.id))
        // Of the second more was shipped than there is now: nothing is less than nothing.
        expect(await stock()).toEqual({ [articleOf(1)]: "5", [articleOf(2)]: "0", [articleOf(3)]: "2" })
      })

      // Without "on conflict" in subjects/stock.ts the file fails at the unique index.
      it("gives its amount to a level that somebody makes at the same moment", async () => {
        const made = await tried("stock", own, [HEAD, [articleOf(1), 7]])
        const { inventory_item_id } = await db()("catalog_entry")
          .where({ article: articleOf(1) })
          .first("inventory_item_id")
        const other = await db().transaction()
        const raw = { value: "0", precision: 20 }
        await other("inventory_level").insert({
          ...{ id: "ilev_other", inventory_item_id, location_id: own, stocked_quantity: 0, reserved_quantity: 0, incoming_quantity: 0 },
          ...{ raw_stocked_quantity: raw, raw_reserved_quantity: raw, raw_incoming_quantity: raw },
        })
        const applying = apply(made.id, "add")
        await untilSomebodyWaits(db())
        await other.commit()
        expect((await applying).status).toBe(200)
        expect(await stock()).toEqual({ [articleOf(1)]: "7" })
      })

      it("is refused when stock moved since, and touches neither reservations nor other warehouses", async () => {
        await apply((await tried("stock", own, [HEAD, [articleOf(1), 7]])).id, "add")
        await db()("inventory_level").where({ location_id: own }).update({ reserved_quantity: 2, raw_reserved_quantity: { value: "2", precision: 20 } }) // prettier-ignore
        const late = await tried("stock", own, [HEAD, [articleOf(1), 9]])
        await db()("inventory_level").where({ location_id: own }).update({ stocked_quantity: 6 })
        expect((await apply(late.id, "add")).data.code).toBe("changed_meanwhile")
        await apply((await tried("stock", own, [HEAD, [articleOf(1), 9]])).id, "replace")
        expect(await stock()).toEqual({ [articleOf(1)]: "7" })
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        expect(entries[0].stock).toMatchObject([{ name: "Far", available: "40" }, { name: "Near", available: "60" }, {}])
      })

      it("names what is not counted or not known, and is refused of a warehouse of the ERP, which it is given out of", async () => {
        await db()("catalog_entry")
          .where({ article: articleOf(2) })
          .update({ inventory_item_id: null })
        const found = await tried("stock", own, [HEAD, [articleOf(2), 1], ["NO-SUCH", 1], [articleOf(1), "много"], [articleOf(3), 4]])
        expect((await rowsOf(found.id)).map(({ code }: { code: string }) => code)).toEqual(["not_counted", "article_unknown", "amount_unreadable", null]) // prettier-ignore
        expect((await apply(found.id, "add", true)).status).toBe(200)
        const near = await internalId(getContainer(), "warehouse", "near")
        expect((await attempt("stock", near, [HEAD, [articleOf(1), 1]])).data.code).toBe("erp_owned")
        expect((await download("stock", near)).slice(1).map(([article, , , amount]) => [article, amount])).toEqual([1, 2, 3].filter((n) => n !== 2).map((n) => [articleOf(n), 60])) // prettier-ignore
        expect((await attempt("stock", "sloc_nowhere", [HEAD])).status).toBe(404)
        const { warehouses } = (await api.get("/admin/warehouses", lead)).data
        expect(warehouses).toMatchObject([
          { name: "Far", source: "erp", is_offered: true, as_of: "2026-01-31T07:00:00+00:00", stocked_count: 3 },
          { name: "Near", source: "erp" },
          { name: "Own", source: "portal", is_offered: true, as_of: null, stocked_count: 1 },
        ])
      })
    })

    describe("a file of the order of goods", () => {
      const HEAD = ["Артикул", "Порядок"]
      const order = async () =>
        (await api.get("/store/catalog?sort=position", trade.session)).data.entries.map(({ article }: { article: string }) => article)
      const positions = (...given: [n: number, position: string][]): ErpRecord[] => given.map(([n, position]) => ({
        ...{ kind: "product", external_id: `p${n}`, name: `Product ${n}`, article: articleOf(n), vat_rate: "20" },
        ...{ is_service: false, is_deleted: false, requisites: { Порядок: position } },
      })) // prettier-ignore

      it("and a number by hand are one: whoever says it last decides, one read before is not overwritten, and without one the ERP's holds", async () => {
        await loadRecords(getContainer(), positions([1, "10"], [2, "20"], [3, "30"]))
        const path = `/admin/product-positions/${await internalId(getContainer(), "product", "p3")}`
        const give = (position: number | null, former: number | null, session: object = lead) =>
          answerOf(api.post(path, { position, former }, session))
        const told = async () => (await api.get(path, lead)).data.product_position
        expect(await told()).toMatchObject({ position: null, erp_position: 30 })
        expect((await give(5, null)).data.product_position).toMatchObject({ position: 5, erp_position: 30 })
        expect(await order()).toEqual([3, 1, 2].map(articleOf))
        await apply((await tried("position", "catalog", [HEAD, [articleOf(3), 15]])).id, "add")
        expect((await give(7, 5)).data.code).toBe("changed_meanwhile")
        await loadRecords(getContainer(), positions([3, "1"]))
        expect([await order(), await told()]).toEqual([
          [1, 3, 2].map(articleOf),
          expect.objectContaining({ position: 15, erp_position: 1 }),
        ])
        expect((await give(15, 3)).status).toBe(200)
        expect((await give(null, 15)).data.product_position).toMatchObject({ position: null, erp_position: 1 })
        expect(await order()).toEqual([3, 1, 2].map(articleOf))
        expect(await log("product_position.set").orderBy("at")).toMatchObject([
          { before: { position: null }, after: { position: 5 } },
          { before: { position: 15 }, after: { position: null } },
        ])
        expect((await give(-1, null)).status).toBe(400)
        expect((await answerOf(api.post("/admin/product-positions/nowhere", { position: 1, former: null }, lead))).status).toBe(404)
      })

      it("gives products numbers that go before those of the ERP, and takes them back", async () => {
        await loadRecords(getContainer(), positions([1, "10"], [2, "20"], [3, "30"]))
        const [head, ...rows] = await download("position", "catalog")
        expect(head).toEqual(["Артикул", "Товар", "Порядок", "Порядок 1С", "ID"])
        expect(rows.map(([article, , own, now]) => [article, own, now])).toEqual([1, 2, 3].map((n) => [articleOf(n), null, n * 10]))
        const made = await tried("position", "catalog", [HEAD, [articleOf(3), 5], [articleOf(1), 40], [articleOf(2), null]])
        expect(made.counts).toMatchObject({ created: 2, problem: 0 })
        expect(await order()).toEqual([1, 2, 3].map(articleOf))
        await apply(made.id, "add")
        expect(await order()).toEqual([3, 2, 1].map(articleOf))
        expect((await tried("position", "catalog", await download("position", "catalog"))).counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 }) // prettier-ignore
        const replaced = await tried("position", "catalog", [HEAD, [articleOf(3), 15]])
        expect(replaced.counts).toMatchObject({ changed: 1, removed: 1 })
        await apply(replaced.id, "replace")
        expect(await order()).toEqual([1, 3, 2].map(articleOf))
        expect(await log("position_import.applied")).toHaveLength(2)
        await db().transaction((trx) => undoImport(trx, replaced.id))
        expect(await order()).toEqual([3, 2, 1].map(articleOf))
      })

      it("knows a product by any of its characteristics once, and names numbers that are none", async () => {
        await loadRecords(getContainer(), [
          { kind: "offer", external_id: "p1#a", product_external_id: "p1", name: "A", characteristics: [], is_deleted: false },
          { kind: "offer", external_id: "p1#b", product_external_id: "p1", name: "B", characteristics: [], is_deleted: false },
        ])
        const ids = await Promise.all(["p1#a", "p1#b"].map((offer) => internalId(getContainer(), "offer", offer)))
        const found = await tried("position", "catalog", [["ID", "Порядок"], [ids[1] ?? null, 7], [ids[0] ?? null, 8], ["NO-SUCH", 1]]) // prettier-ignore
        expect((await rowsOf(found.id)).map(({ code, new_amount }: Record<string, string>) => [code, new_amount])).toEqual([[null, "7"], ["duplicate", null], ["article_unknown", null]]) // prettier-ignore
        const wrong = await tried("position", "catalog", [HEAD, [articleOf(2), 1.5], [articleOf(3), -1], [articleOf(3), 9999999999]])
        expect((await rowsOf(wrong.id)).map(({ code }: { code: string }) => code)).toEqual(["number_not_whole", "amount_negative", "number_not_whole"]) // prettier-ignore
        expect((await attempt("position", "nowhere", [HEAD])).status).toBe(404)
      })
    })
  },
})
