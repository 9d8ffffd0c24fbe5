import * as XLSX from "@e965/xlsx"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { orderForm } from "../../helpers/order-form"
import { adjustment, PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(180_000)

const PATH = "/admin/price-adjustments/file"
/** As a spreadsheet keeps what was typed with a sign of percent. */
interface Percentage {
  t: "n"
  v: number
  z: string
}
type Row = (string | number | null | Percentage)[]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let staff: { headers: Record<string, string> }
    let contract_id: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      await loadRecords(getContainer(), supplierRecords(3))
      await loadRecords(getContainer(), [PRICES_PACKAGE, adjustment("of-the-erp")])
      staff = await createStaffSession(getContainer())
      contract_id = await internalId(getContainer(), "contract", "c1")
      for (const body of [
        { name: "Осень", scope: { kind: "everyone" }, kind: "percent", value: "-7.5", ends_on: "2030-12-31" },
        {
          name: "Набор",
          scope: { kind: "contract", id: contract_id },
          kind: "fixed",
          value: "2",
          currency_code: "rub",
          is_stacking: true,
          target: { articles: [articleOf(1), articleOf(2)] },
        },
        {
          name: "Отзыв",
          scope: { kind: "everyone" },
          kind: "withheld",
          target: {
            brand: "Bosch",
            properties: [
              { name: "Цвет", value: "красный" },
              { name: "L=мм", value: 'до 3"' },
            ],
          },
        },
      ]) {
        // prettier-ignore
        await api.post("/admin/price-adjustments", body, staff)
      }
    })

    /** The file as rows of cells, the head first; those of the ERP are not in it. */
    const download = async (): Promise<Row[]> => {
      const { data } = await api.get(`${PATH}?locale=ru`, { ...staff, responseType: "arraybuffer" })
      const book = XLSX.read(data, { type: "buffer" })
      return XLSX.utils.sheet_to_json<Row>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1, defval: null, raw: true })
    }
    const send = async (rows: Row[], query: Record<string, string> = {}) => {
      const answer = await answerOf(api.post(`${PATH}?${new URLSearchParams(query).toString()}`, orderForm(rows), staff))
      return answer.data.adjustment_import ?? answer.data
    }
    const cellOf = (rows: Row[], name: string, head: string): [Row, number] => {
      const row = rows.find(([first]) => first === name)
      const place = rows[0]?.indexOf(head) ?? -1
      if (!row || place < 0) {
        throw new Error(`There is no cell ${head} of ${name}`)
      }
      return [row, place]
    }
    const edit = (rows: Row[], name: string, head: string, value: Row[number]): void => {
      const [row, place] = cellOf(rows, name, head)
      row[place] = value
    }
    const standing = async () =>
      (await api.get("/admin/price-adjustments?source=portal", staff)).data.price_adjustments.map(
        ({ name, value }: { name: string; value: string }) => `${name} ${value}`
      )

    it("come back as they went, whatever they aim at, without a difference", async () => {
      const rows = await download()
      expect(rows).toHaveLength(4)
      expect(rows[0]?.slice(0, 4)).toEqual(["Название", "Вид", "Размер", "Валюта"])
      const [row, place] = cellOf(rows, "Набор", "Артикулы списка")
      expect(String(row[place]).split(/\r?\n/)).toEqual([articleOf(1), articleOf(2)])
      const [autumn, size] = cellOf(rows, "Осень", "Размер")
      expect(autumn[size]).toBe(-7.5)
      expect(await send(rows)).toMatchObject({
        ...{ is_applied: false, counts: { created: 0, changed: 0, removed: 0, problem: 0, unchanged: 3 }, rows: [] },
      })
    })

    it("come back with a list of hundreds of articles as it was", async () => {
      const products = 120
      await loadRecords(getContainer(), supplierRecords(products))
      const articles = Array.from({ length: products }, (_, index) => articleOf(index + 1))
      const body = { name: "Длинный", scope: { kind: "everyone" }, kind: "percent", value: "-1", target: { articles } }
      await api.post("/admin/price-adjustments", body, staff)
      const rows = await download()
      const [row, place] = cellOf(rows, "Длинный", "Артикулы списка")
      expect(String(row[place]).split(/\r?\n/)).toHaveLength(products)
      expect(await send(rows)).toMatchObject({ counts: { problem: 0, unchanged: 4 }, rows: [] })
      row[place] = articles.slice(1).join("\n")
      expect((await send(rows)).rows).toMatchObject([{ name: "Длинный", before: { list_size: 120 }, after: { list_size: 119 } }])
    })

    it("are read in percent as a spreadsheet shows them, and never in money", async () => {
      const rows = await download()
      const percentage = (v: number): Percentage => ({ t: "n", v, z: "0.0%" })
      edit(rows, "Осень", "Размер", percentage(-0.125))
      const added = (name: string, kind: string, value: Row[number]): Row => [name, kind, value, kind === "сумма" ? "RUB" : null, null, null, null, null, "все"] // prettier-ignore
      const shown = await send([
        ...rows,
        added("Текстом", "процент", "-12,5 %"),
        added("Десять", "процент", percentage(0.1)),
        added("Рубли", "процент", "-5 ₽"),
        added("Доля", "сумма", percentage(-0.05)),
        added("Доля текстом", "сумма", "-5%"),
      ])
      expect(shown.rows).toMatchObject([
        { name: "Осень", status: "changed", before: { value: "-7.5" }, after: { value: "-12.5" } },
        { name: "Текстом", status: "created", after: { value: "-12.5" } },
        { name: "Десять", status: "created", after: { value: "10" } },
        ...["Рубли", "Доля", "Доля текстом"].map((name) => ({ name, status: "problem", code: "value_unreadable" })),
      ])
    })

    it("are refused whole without a column that they are made of, since each would aim at more or hold for longer", async () => {
      const rows = await download()
      for (const head of ["Бренд", "По", "Категория: ID"]) {
        const place = rows[0]?.indexOf(head) ?? -1
        const refused = await send(rows.map((row) => row.filter((_, at) => at !== place)))
        expect(refused).toMatchObject({ code: "price_file_columns_unknown", message: expect.stringContaining(head) })
      }
    })

    it("show what an edited file changes, change nothing before it is applied, and then just that", async () => {
      const rows = await download()
      edit(rows, "Осень", "Размер", "-10")
      edit(rows, "Набор", "Артикулы списка", articleOf(3))
      const [head, ...rest] = rows
      const added: Row = ["Новая", "процент", 3, null, null, "01.02.2026", null, null, "договор", null, contract_id]
      const edited = [head ?? [], ...rest.filter(([name]) => name !== "Отзыв"), added]
      const shown = await send(edited)
      expect(shown).toMatchObject({ counts: { created: 1, changed: 2, removed: 1, problem: 0, unchanged: 0 } })
      const byName = Object.fromEntries(shown.rows.map((row: { name: string }) => [row.name, row]))
      expect(byName).toMatchObject({
        Осень: { status: "changed", before: { value: "-7.5" }, after: { value: "-10" } },
        Набор: { status: "changed", before: { list_size: 2 }, after: { list_size: 1, list_articles: articleOf(3) } },
        Новая: { status: "created", id: null, after: { value: "3", starts_on: "2026-02-01", scope_kind: "contract" } },
        Отзыв: { status: "removed", file_row: null },
      })
      expect((await standing()).sort()).toEqual(["Набор 2", "Осень -7.5", "Отзыв 0"])
      const { state } = shown
      expect(await send(edited, { mode: "add", state })).toMatchObject({ is_applied: true })
      expect((await standing()).sort()).toEqual(["Набор 2", "Новая 3", "Осень -10", "Отзыв 0"])
      expect(await send(edited, { mode: "replace", state })).toMatchObject({ code: "changed_meanwhile" })
      const again = await send(edited)
      expect(again.counts).toEqual({ created: 0, changed: 0, removed: 1, problem: 0, unchanged: 3 })
      await send(edited, { mode: "replace", state: again.state })
      expect((await standing()).sort()).toEqual(["Набор 2", "Новая 3", "Осень -10"])
      const { rows: log } = await db().raw<{ rows: { action: string }[] }>(
        `select action from audit_entry where subject_type = 'price_adjustment' and actor_kind = 'user' order by at, id offset 3`
      )
      expect(log.map(({ action }) => action).sort()).toEqual(
        ["created", "ended", "updated", "updated"].map((what) => `price_adjustment.${what}`)
      )
    })

    it("name each row that cannot be, and apply the others when they are told to", async () => {
      const rows = await download()
      const ids = await db()("price_adjustment").where({ source: "erp" }).select("id")
      const place = rows[0]?.indexOf("ID") ?? 0
      const withId = (id: string): Row => Array.from({ length: place + 1 }, (_, at) => (at === place ? id : (["X", "процент", "-1"][at] ?? (at === 8 ? "все" : null)))) // prettier-ignore
      edit(rows, "Осень", "Размер", "много")
      edit(rows, "Набор", "Артикулы списка", `${articleOf(1)}\nNOWHERE`)
      const bad: Row[] = [
        ...rows,
        withId(String(ids[0]?.id)),
        withId("padj_nowhere"),
        ["Без кого", "процент", "-1", null, null, null, null, null, "договор"],
        ["Слишком", "процент", "-101", null, null, null, null, null, "все"],
        ["", "процент", "-1", null, null, null, null, null, "все"],
        ["Годная", "процент", "-1", null, null, null, null, null, "все"],
      ]
      const shown = await send(bad)
      expect(shown.rows.flatMap(({ code }: { code: string | null }) => code ?? []).sort()).toEqual(
        ["value_unreadable", "articles_unknown", "erp_owned", "adjustment_unknown", "adjustment_scope_invalid", "percent_out_of_range", "name_missing"].sort() // prettier-ignore
      )
      const { state } = shown
      expect(await send(bad, { mode: "replace", state })).toMatchObject({ code: "import_has_problems" })
      await send(bad, { mode: "replace", state, skip_problems: "true" })
      expect((await standing()).sort()).toEqual(["Годная -1", "Набор 2", "Осень -7.5", "Отзыв 0"])
    })

    it("name a row whose category or list is not told for certain: it would aim at everything", async () => {
      const rows = await download()
      const placeOf = (head: string) => rows[0]?.indexOf(head) ?? 0
      const aimedAt = (name: string, cells: Record<string, string>): Row => {
        const row: Row = (rows[0] ?? []).map(() => null)
        for (const [head, cell] of Object.entries({ Название: name, Вид: "процент", Размер: "-50", "Для кого": "все", ...cells })) {
          row[placeOf(head)] = cell
        }
        return row
      }
      const shown = await send([
        ...rows,
        aimedAt("По названию", { Категория: "Дрели" }),
        aimedAt("Без списка", { "Артикулы списка": "*" }),
        aimedAt("Годная", { Бренд: "Bosch" }),
      ])
      expect(shown.rows).toMatchObject([
        { name: "По названию", status: "problem", code: "category_unreadable" },
        { name: "Без списка", status: "problem", code: "list_unreadable" },
        { name: "Годная", status: "created" },
      ])
    })

    it("are refused whole where there is no table, and where a mode comes without what was shown", async () => {
      expect(await send([["Имя"], ["Осень"]])).toMatchObject({ code: "price_file_columns_unknown" })
      expect((await answerOf(api.post(`${PATH}?mode=add`, orderForm(await download()), staff))).status).toBe(400)
    })
  },
})
