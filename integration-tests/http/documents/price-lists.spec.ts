import { setTimeout as sleep } from "node:timers/promises"
import * as XLSX from "@e965/xlsx"
import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import sweepPriceLists from "../../../src/jobs/sweep-price-lists"
import removeOutdatedPriceLists from "../../../src/jobs/remove-outdated-price-lists"
import { makePriceListWorkflow } from "../../../src/workflows/document/make-price-list"
import { answerOf } from "../../helpers/answer-of"
import { articleOf, createTrade, internalId, priceOf } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, PRICES_PACKAGE } from "../../helpers/price-records"
import { dayFromNow, supply, supplyLine, SUPPLIES_PACKAGE } from "../../helpers/supply-records"

jest.setTimeout(180_000)

type Trade = Awaited<ReturnType<typeof createTrade>>
type Row = Record<string, string | number | undefined>

const GROUPS: ErpRecord[] = [
  { kind: "group", external_id: "tools", name: "Инструмент", parent_external_id: null, position: 0, is_deleted: false },
  { kind: "group", external_id: "drills", name: "Дрели", parent_external_id: "tools", position: 0, is_deleted: false },
]

/** The first two products are drills, the third is a tool; the others stand in no group. */
const groupOf = (n: number) => (n <= 2 ? ["drills"] : n === 3 ? ["tools"] : [])

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Trade
    const db = (): Knex => getContainer().resolve("__pg_connection__")

    beforeEach(async () => {
      const container = getContainer()
      trade = await createTrade(container, api)
      const products = [1, 2, 3, 4, 5].map((n): ErpRecord => ({
        kind: "product",
        external_id: `p${n}`,
        name: `Product ${n}`,
        article: articleOf(n),
        vat_rate: "20",
        group_external_ids: groupOf(n),
        is_service: false,
        is_deleted: false,
      }))
      await loadRecords(container, [
        { kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T10:00:00", schema_version: "2.07" },
        ...GROUPS,
        ...products,
      ])
    })

    const ask = (body: object = {}, session = trade.session) => answerOf(api.post("/store/price-lists", body, session))
    const look = (id: string, session = trade.session) => answerOf(api.get(`/store/price-lists/${id}`, session))
    const download = (id: string, session = trade.session) =>
      answerOf(api.get(`/store/price-lists/${id}/file`, { ...session, responseType: "arraybuffer" }))

    async function finished(id: string) {
      for (let tries = 0; tries < 200; tries++) {
        const list = (await look(id)).data.price_list
        if (["done", "failed"].includes(list.state)) return list
        await sleep(50)
      }
      throw new Error(`Price list ${id} was not finished`)
    }

    async function made(body: object = {}) {
      const { status, data } = await ask(body)
      expect(status).toBe(200)
      return finished(data.price_list.id)
    }

    async function rowsOf(body: object = {}): Promise<Row[]> {
      const { data } = await download((await made(body)).id)
      const book = XLSX.read(Buffer.from(data))
      return XLSX.utils.sheet_to_json<Row>(book.Sheets[book.SheetNames[0] ?? ""] ?? {})
    }

    const categoryId = (group: string) => internalId(getContainer(), "group", group)
    const articles = (rows: Row[]) => rows.map((row) => row["Артикул"])

    it("tells own and retail price and stock of all goods, by category and name", async () => {
      const rows = await rowsOf()
      expect(rows.map((row) => [row["Артикул"], row["Категория"]])).toEqual([
        [articleOf(3), "Инструмент"],
        [articleOf(1), "Инструмент / Дрели"],
        [articleOf(2), "Инструмент / Дрели"],
        [articleOf(4), undefined],
        [articleOf(5), undefined],
      ])
      const second = rows.find((row) => row["Артикул"] === articleOf(2))
      expect(second).toMatchObject({ "Цена, RUB": Number(priceOf(2)), "Розничная цена, RUB": 5, Кратность: 6, Остаток: 100 })
      expect(second).toMatchObject({ "Остаток: Near": 60, "Остаток: Far": 40, "Ед. изм.": "шт" })
    })

    it("is gone once goods that stand in it are hidden, or its contract has ended, and not for what it leaves out", async () => {
      const drills = await made({ category_ids: [await categoryId("drills")] })
      const all = await made()
      const statuses = async () => [(await download(drills.id)).status, (await download(all.id)).status]
      expect(await statuses()).toEqual([200, 200])
      const hide = { ...{ kind: "visibility_rule" as const, external_id: "v", name: "No fifth", scope: { kind: "everyone" as const, external_id: null } }, target: { offer_external_ids: ["p5"] }, effect: "hide" as const } // prettier-ignore
      await loadRecords(getContainer(), [{ ...hide, is_deleted: false }])
      expect(await statuses()).toEqual([200, 410])
      const { data } = await download(all.id)
      expect(JSON.parse(Buffer.from(data).toString())).toMatchObject({ code: "price_list_outdated" })
      expect((await download((await made()).id)).status).toBe(200)
      await loadRecords(getContainer(), [{ ...hide, is_deleted: true }])
      expect(await statuses()).toEqual([200, 200])
      await db()("contract")
        .where({ id: await internalId(getContainer(), "contract", "c1") })
        .update({ state: "closed" })
      expect(await statuses()).toEqual([410, 410])
    })

    it("leaves out what a rule withholds from sale: it is an order form too", async () => {
      await loadRecords(getContainer(), [PRICES_PACKAGE, adjustment("Стоп-лист", { change: "withheld", value: "0", target: { offer_external_ids: ["p2"] } })]) // prettier-ignore
      expect(articles(await rowsOf())).toEqual([articleOf(3), articleOf(1), articleOf(4), articleOf(5)])
      expect(await made({ format: "pdf" })).toMatchObject({ state: "done", total: 5, done: 5, rows: 4 })
    })

    it("tells the next price by quantity, also where it is that of a sales unit", async () => {
      const base = { kind: "price" as const, offer_external_id: "p3", price_type_external_id: "wholesale", currency_code: "rub" }
      await loadRecords(getContainer(), [PRICES_PACKAGE, { ...base, amount: "3.5", coefficient: "1" }, { ...base, amount: "36", coefficient: "12" }]) // prettier-ignore
      const row = (await rowsOf()).find((each) => each["Артикул"] === articleOf(3))
      const { entry } = (await api.get(`/store/catalog/${await internalId(getContainer(), "offer", "p3")}`, trade.session)).data
      expect(entry.next_price).toEqual({ from_quantity: "12", price: "3.00" })
      expect(row).toMatchObject({ "Цена, RUB": 3.5, "Цена от количества": "3,00 от 12" })
    })

    it("tells the next day on which something comes to the contract's warehouses and what of it is free, of what the dealer sees", async () => {
      const [soon, later] = [dayFromNow(5), dayFromNow(9)]
      const none = (await rowsOf())[0] ?? {}
      const lines = [supplyLine("p1", "40"), supplyLine("p2", "7")]
      await loadRecords(getContainer(), [SUPPLIES_PACKAGE, supply("a", lines, { expected_on: soon }), supply("b", [supplyLine("p1", "90")], { expected_on: later })]) // prettier-ignore
      const coming = async (body: object = {}) =>
        (await rowsOf(body)).map((row) => [row["Артикул"], row["Ближайшее поступление"], row["Свободно в поступлении"]])
      const day = soon.split("-").reverse().join(".")
      expect(Object.keys(none)).not.toContain("Ближайшее поступление")
      expect(await coming({ category_ids: [await categoryId("drills")] })).toEqual([
        [articleOf(1), day, 40],
        [articleOf(2), day, 7],
      ])
      expect(await made({ format: "pdf" })).toMatchObject({ state: "done", rows: 5 })
      await db()("contract").update({ warehouse_ids: [await internalId(getContainer(), "warehouse", "far")] })
      expect((await coming()).filter(([, when]) => when !== undefined)).toEqual([])
    })

    it("says the prices that the catalogue says", async () => {
      const { entries } = (await api.get("/store/catalog?limit=100", trade.session)).data
      const rows = await rowsOf()
      expect(rows).toHaveLength(entries.length)
      for (const entry of entries) {
        const row = rows.find((candidate) => candidate["Артикул"] === entry.article)
        expect(row).toMatchObject({ "Цена, RUB": Number(entry.price), "Розничная цена, RUB": Number(entry.retail_price) })
      }
    })

    it("holds the chosen categories with all below them, and on demand only what is in stock", async () => {
      expect(articles(await rowsOf({ category_ids: [await categoryId("drills")] }))).toEqual([articleOf(1), articleOf(2)])
      await db()("inventory_level").update({ stocked_quantity: 0, raw_stocked_quantity: { value: "0", precision: 20 } })
      const list = await made({ category_ids: [await categoryId("tools")], in_stock_only: true })
      expect(list).toMatchObject({ state: "done", total: 3, done: 3, rows: 0 })
    })

    it("is an order form, with what is to come beside: filled in, it makes a cart", async () => {
      await loadRecords(getContainer(), [SUPPLIES_PACKAGE, supply("a", [supplyLine("p3", "40")])])
      const { data } = await download((await made()).id)
      const book = XLSX.read(Buffer.from(data))
      const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {}
      const columns = (XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? []).indexOf("Заказ")
      sheet[XLSX.utils.encode_cell({ r: 1, c: columns })] = { t: "n", v: 4 }
      sheet[XLSX.utils.encode_cell({ r: 2, c: columns })] = { t: "n", v: 7 }
      const form = new FormData()
      form.append("file", new Blob([new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }))]), "price-list.xlsx")
      const cart = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
      const answer = await answerOf(api.post(`/store/carts/${cart.id}/order-form`, form, trade.session))
      expect(answer).toMatchObject({ status: 200, data: { accepted: 2, refused: 0 } })
      const { items } = (await api.get(`/store/carts/${cart.id}`, trade.session)).data.cart
      expect(items.map((item: { variant_sku: string; quantity: number }) => [item.variant_sku, item.quantity])).toEqual([
        [articleOf(3), 4],
        [articleOf(1), 7],
      ])
    })

    it("is an order form for characteristics too, which share the article of their product", async () => {
      const price = (of: string) => ({ kind: "price" as const, offer_external_id: of, price_type_external_id: "wholesale", amount: "8.00", currency_code: "rub", coefficient: "1" }) // prettier-ignore
      await loadRecords(getContainer(), [
        { kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T11:00:00", schema_version: "2.07" },
        { kind: "product", external_id: "mitten", name: "Рукавица", article: "MT-7", is_service: false, is_deleted: false },
        ...["красный", "синий XL"].flatMap((value): ErpRecord[] => [
          { kind: "offer", external_id: `mitten#${value}`, product_external_id: "mitten", characteristics: [{ name: "Цвет", value }], is_deleted: false },
          price(`mitten#${value}`),
          { kind: "stock", offer_external_id: `mitten#${value}`, warehouse_external_id: "near", quantity: "9" },
        ]),
      ]) // prettier-ignore
      const { data } = await download((await made()).id)
      const book = XLSX.read(Buffer.from(data))
      const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {}
      const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 })
      const places = rows.flatMap(([article], r) => (String(article).startsWith("MT-7") ? [r] : []))
      expect(places.map((r) => rows[r]?.[0])).toEqual(["MT-7, красный", "MT-7, синий XL"])
      places.forEach((r, index) => {
        sheet[XLSX.utils.encode_cell({ r, c: (rows[0] ?? []).indexOf("Заказ") })] = { t: "n", v: index + 1 }
      })
      const form = new FormData()
      form.append("file", new Blob([new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }))]), "price-list.xlsx")
      const cart = (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart
      const answer = await answerOf(api.post(`/store/carts/${cart.id}/order-form`, form, trade.session))
      expect(answer).toMatchObject({ status: 200, data: { accepted: 2, refused: 0 } })
      const { items } = (await api.get(`/store/carts/${cart.id}`, trade.session)).data.cart
      expect(items.map((item: { variant_title: string; quantity: number }) => [item.variant_title, item.quantity])).toEqual([["красный", 1], ["синий XL", 2]]) // prettier-ignore
    })

    it("is a PDF for whoever wants to print it", async () => {
      const list = await made({ format: "pdf", locale: "en" })
      const { data } = await download(list.id)
      expect(Buffer.from(data).subarray(0, 5).toString()).toBe("%PDF-")
      expect(list).toMatchObject({ rows: 5, bytes: data.byteLength })
    })

    it("is for the one who asked, as long as he sees the entity", async () => {
      const { id } = await made()
      for (const session of [await trade.hire("1"), await trade.hire("2")]) {
        expect([(await look(id, session)).status, (await download(id, session)).status]).toEqual([404, 404])
        expect((await api.get("/store/price-lists", session)).data).toMatchObject({ count: 0, price_lists: [] })
      }
      expect((await api.get("/store/price-lists", trade.session)).data).toMatchObject({ count: 1, price_lists: [{ id }] })
      await db()("price_list_file").where({ id }).update({ legal_entity_id: "lent_other" })
      expect((await download(id)).status).toBe(404)
    })

    it("is not made twice while it waits, and three wait at most", async () => {
      await db()("price_list_file").del()
      const waiting = (category_ids: string[]) => ({ format: "xlsx", locale: "ru", in_stock_only: false, category_ids, state: "queued" })
      const mine = (await made()).id
      const { employee_id, legal_entity_id, contract_id } = await db()("price_list_file").where({ id: mine }).first()
      const rest = { employee_id, legal_entity_id, contract_id, seen_at: new Date() }
      await db()("price_list_file").insert([1, 2, 3].map((n) => ({ id: `plst_${n}`, ...waiting(n === 1 ? [] : [`c${n}`]), ...rest })))
      expect((await ask()).data.price_list.id).toBe("plst_1")
      expect(await ask({ format: "pdf" })).toMatchObject({ status: 400, data: { code: "price_lists_waiting" } })
    })

    // Without the lock on the person each of them finds two that wait.
    it("of several asked for at one moment is made no more than three may wait", async () => {
      const { employee_id, legal_entity_id, contract_id } = await db()("price_list_file")
        .where({ id: (await made()).id })
        .first()
      const waiting = { format: "xlsx", locale: "ru", in_stock_only: false, state: "queued", seen_at: new Date() }
      const rest = { ...waiting, employee_id, legal_entity_id, contract_id }
      await db()("price_list_file").insert([1, 2].map((n) => ({ id: `plst_${n}`, category_ids: [`c${n}`], ...rest })))
      const answers = await Promise.all(["xlsx", "pdf"].flatMap((format) => ["ru", "en"].map((locale) => ask({ format, locale }))))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
      for (const { status, data } of answers) {
        if (status === 200) await finished(data.price_list.id)
      }
    })

    it.each([
      ["an unknown category", { category_ids: ["pcat_nothing"] }, 404],
      ["an unknown format", { format: "doc" }, 400],
      ["an unknown field", { contract_id: "ctr_1" }, 400],
    ])("refuses %s", async (_title, body, status) => {
      expect((await ask(body)).status).toBe(status)
    })

    it("is not given before it is made, and says why it could not be", async () => {
      const { id } = await made()
      const original = await db()("price_list_file").where({ id }).first()
      const queued = { ...original, id: "plst_broken", contract_id: "ctr_gone", state: "queued", file_id: null, attempts: 0 }
      await db()("price_list_file").insert(queued)
      expect(await download("plst_broken")).toMatchObject({ status: 400 })
      await makePriceListWorkflow(getContainer()).run({ input: { id: "plst_broken" } })
      expect((await look("plst_broken")).data.price_list).toMatchObject({ state: "failed", error: { code: "contract_unknown" } })
    })

    it("is taken up by the sweep when the process that made it has ended, and made once by many who try", async () => {
      const { id } = await made()
      const left = { state: "running", file_id: null, seen_at: new Date(Date.now() - 61_000), finished_at: null }
      await db()("price_list_file").where({ id }).update(left)
      const emitted = await Promise.all([1, 2, 3].map(() => makePriceListWorkflow(getContainer()).run({ input: { id } })))
      expect(emitted.filter(({ result }) => result)).toHaveLength(1)
      await db()("price_list_file")
        .where({ id })
        .update({ ...left, state: "queued" })
      await sweepPriceLists(getContainer())
      expect(await finished(id)).toMatchObject({ state: "done", rows: 5 })
    })

    it("that is made stays made when the outdated ones cannot be removed", async () => {
      const old = await db()("price_list_file")
        .where({ id: (await made()).id })
        .first()
      await db()("price_list_file")
        .where({ id: old.id })
        .update({ finished_at: new Date(Date.now() - 25 * 3_600_000) })
      await db()("price_list_file").insert({ ...old, id: "plst_new", state: "queued", file_id: null, finished_at: null, attempts: 0 })
      const remove = jest.spyOn(getContainer().resolve(Modules.FILE), "deleteFiles").mockRejectedValue(new Error("no storage"))
      const { result } = await makePriceListWorkflow(getContainer()).run({ input: { id: "plst_new" } })
      expect(remove).toHaveBeenCalled()
      remove.mockRestore()
      expect(result).toBe(true)
      expect(await db()("price_list_file").where({ id: "plst_new" }).first()).toMatchObject({ state: "done", error_code: null })
    })

    it("goes after a day, with its file", async () => {
      const { id } = await made()
      await db()("price_list_file")
        .where({ id })
        .update({ finished_at: new Date(Date.now() - 23 * 3_600_000) })
      await removeOutdatedPriceLists(getContainer())
      expect((await download(id)).status).toBe(200)
      await db()("price_list_file")
        .where({ id })
        .update({ finished_at: new Date(Date.now() - 25 * 3_600_000) })
      await removeOutdatedPriceLists(getContainer())
      expect((await look(id)).status).toBe(404)
      expect(await db()("price_list_file").where({ id })).toEqual([])
    })
  },
})
