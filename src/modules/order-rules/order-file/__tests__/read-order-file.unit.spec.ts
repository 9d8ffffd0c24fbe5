import * as xlsx from "@e965/xlsx"
import fc from "fast-check"
import { readOrderFile, writeOrderTemplate, type OrderFileOptions } from ".."
import { encode1251, makeSpreadsheet, rewriteParts, writeBook, type SpreadsheetType, type Table } from "./make-file"

const SPREADSHEETS: SpreadsheetType[] = ["xlsx", "biff8", "ods"]

const read = (buffer: Buffer, options?: OrderFileOptions) => readOrderFile({ buffer, filename: "order" }, options)

const row = (number: number, article: string, quantity: string, unit: string | null = null) => ({
  row: number,
  article,
  quantity_text: expect.any(String),
  quantity,
  unit,
  own_number: null,
  problem: null,
})

/** Changes the XML of the only sheet of an XLSX file. */
function editSheet(table: Table, change: (xml: string) => string): Buffer {
  return rewriteParts(makeSpreadsheet("xlsx", table), "zip", (name, content) =>
    name.endsWith("/sheet1.xml") ? Buffer.from(change(content.toString())) : content
  )
}

describe("a spreadsheet", () => {
  it.each(SPREADSHEETS)("in %s gives its rows as the person sees them", async (type) => {
    const table: Table = [
      ["Заявка"],
      ["Кол-во", "Артикул", "Ед."],
      [5, "BO-1", "шт"],
      [],
      [1.5, 10001234, "уп"],
      ["10 кор", "00012", null],
      [1, 12345678901234, null],
      [0.1 + 0.2, "BO-2", null],
    ]
    const file = await read(makeSpreadsheet(type, table))
    expect(file).toMatchObject({
      format: type === "biff8" ? "xls" : type,
      sheet: "Заказ",
      header: { row: 2, article_column: 2, quantity_column: 1, unit_column: 3, own_number_column: null, guessed: false },
      skipped: 0,
    })
    expect(file.rows).toEqual([
      row(3, "BO-1", "5", "шт"),
      row(5, "10001234", "1.5", "уп"),
      row(6, "00012", "10", "кор"),
      row(7, "12345678901234", "1"),
      row(8, "BO-2", "0.3"),
    ])
  })

  it("keeps the zeros that a number format shows", async () => {
    const buffer = makeSpreadsheet(
      "xlsx",
      [
        ["Код", "Кол-во"],
        [12, 1],
      ],
      (sheet) => (sheet["A2"] = { t: "n", v: 12, z: "000000" })
    )
    expect((await read(buffer)).rows).toEqual([row(2, "000012", "1")])
  })

  it("names an article that the spreadsheet turned into a date", async () => {
    const buffer = makeSpreadsheet(
      "xlsx",
      [
        ["Код", "Кол-во"],
        [45000, 1],
      ],
      (sheet) => (sheet["A2"] = { t: "n", v: 45000, z: "d-mmm" })
    )
    expect((await read(buffer)).rows).toMatchObject([{ article: "2023-03-15", problem: { code: "article_is_date" } }])
  })

  it("takes the value of a formula, and says so when it has none or an error", async () => {
    const buffer = editSheet(
      [
        ["Код", "Кол-во"],
        ["A", 11],
        ["B", 12],
        ["C", 13],
        ["D", 14],
        ["E", 15],
      ],
      (xml) =>
        xml
          .replace("<v>11</v>", "<f>5+6</f><v>11</v>")
          .replace("<v>12</v>", "<f>1+1</f>")
          .replace("<v>13</v>", "<f>1+1</f><v></v>")
          .replace('r="B5"><v>14</v>', 'r="B5" t="str"><f>""</f><v></v>')
          .replace('r="B6"><v>15</v>', 'r="B6" t="e"><f>NA()</f><v>#N/A</v>')
    )
    const file = await read(buffer)
    expect(file.rows.map(({ article, quantity, problem }) => [article, quantity, problem?.code])).toEqual([
      ["A", "11", undefined],
      ["B", null, "formula_without_value"],
      ["C", null, "formula_without_value"],
      ["E", null, "cell_error"],
    ])
    expect(file.skipped).toBe(1)
  })

  it("says that a formula of an ODS file has no value", async () => {
    const ods = rewriteParts(
      makeSpreadsheet("ods", [
        ["Код", "Кол-во"],
        ["A", 11],
        ["B", 12],
      ]),
      "zip",
      (name, content) =>
        name.endsWith("/content.xml")
          ? Buffer.from(
              content
                .toString()
                .replace(
                  /<table:table-cell [^>]*office:value="11"[^>]*>.*?<\/table:table-cell>/,
                  '<table:table-cell table:formula="of:=1+1"/>'
                )
            )
          : content
    )
    expect((await read(ods)).rows).toMatchObject([
      { article: "A", problem: { code: "formula_without_value" } },
      { article: "B", quantity: "12" },
    ])
  })

  it("gives the value of a merged cell to its first row only", async () => {
    const table: Table = [
      ["Артикул", "Количество"],
      ["BO-1", 1],
      ["hidden", 2],
      ["BO-3", 3],
      ["BO-4", 99],
    ]
    const buffer = makeSpreadsheet(
      "xlsx",
      table,
      (sheet) => (sheet["!merges"] = [xlsx.utils.decode_range("A2:A3"), xlsx.utils.decode_range("B4:B5")])
    )
    const file = await read(buffer)
    expect(file.rows).toMatchObject([
      { row: 2, article: "BO-1", quantity: "1", problem: null },
      { row: 3, article: "", quantity: "2", problem: { code: "article_missing" } },
      { row: 4, article: "BO-3", quantity: "3", problem: null },
    ])
    expect(file.skipped).toBe(1)
  })

  it("counts price rows without an order, group titles, repeated headers and totals as skipped", async () => {
    const table: Table = [
      ["Артикул", "Цена", "Заказ"],
      ["Дрели"],
      ["BO-1", 10, null],
      ["BO-2", 20, 0],
      ["Артикул", "Цена", "Заказ"],
      ["BO-3", 30, 4],
      ["Итого", null, 4],
      [null, "Всего:", 4],
    ]
    const file = await read(makeSpreadsheet("xlsx", table))
    expect(file).toMatchObject({ rows: [{ row: 6, article: "BO-3", quantity: "4" }], skipped: 6 })
  })

  it("is read from the first visible sheet with recognised columns", async () => {
    const order = xlsx.utils.aoa_to_sheet([
      ["SKU", "Qty"],
      ["BO-1", 2],
    ])
    const guessable = xlsx.utils.aoa_to_sheet([
      ["BO-27308", 10],
      ["BO-27309", 7],
    ])
    const buffer = writeBook({ About: xlsx.utils.aoa_to_sheet([["Price list"]]), Numbers: guessable, Order: order, Later: order })
    expect(await read(buffer)).toMatchObject({ sheet: "Order", header: { guessed: false }, rows: [{ article: "BO-1" }] })
  })

  it("is read by the columns that a person names", async () => {
    const buffer = makeSpreadsheet("xlsx", [
      ["Что", "Хочу", "Могу"],
      ["A", 1, 7],
      ["B", 2, 8],
    ])
    expect((await read(buffer, { columns: { article: 1, quantity: 3 } })).rows).toEqual([row(2, "A", "7"), row(3, "B", "8")])
    expect((await read(buffer, { columns: { article: 1, quantity: 2, header_row: 2 } })).rows).toEqual([row(3, "B", "2")])
  })
})

describe("a text file", () => {
  const text = 'Артикул;Кол-во;Ед.\r\nBO-1;1 000,5;шт\r\n\r\n"Кл; 5";3;\r\n="0012";2 уп;\r\n'

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from("\ufeff" + text)],
    ["windows-1251", encode1251(text)],
    ["UTF-16", Buffer.from("\ufeff" + text, "utf16le")],
  ])("in %s gives its rows with their numbers", async (_, buffer) => {
    const file = await read(buffer)
    expect(file).toMatchObject({ format: "csv", sheet: null, header: { row: 1 } })
    expect(file.rows).toEqual([row(2, "BO-1", "1000.5", "шт"), row(4, "Кл; 5", "3"), row(5, "0012", "2", "уп")])
  })

  it("takes a decimal comma for what the caller says it is", async () => {
    const buffer = Buffer.from("sku;qty\nA;1,000\n")
    expect((await read(buffer)).rows).toMatchObject([{ quantity: null, quantity_text: "1,000", problem: { code: "quantity_ambiguous" } }])
    expect((await read(buffer, { decimal_separator: "," })).rows).toEqual([row(2, "A", "1")])
  })
})

describe("the template", () => {
  it.each(["ru", "en"] as const)("in %s is recognised when filled in, and empty before", async (locale) => {
    const template = writeOrderTemplate(locale)
    await expect(read(template)).rejects.toMatchObject({ code: "order_file_empty" })
    const book = xlsx.read(template, { type: "buffer" })
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {}
    expect(sheet["A1"].c[0].t).toContain("BO-27308")
    xlsx.utils.sheet_add_aoa(sheet, [["BO-1", 5, "шт"]], { origin: "A2" })
    const filled = await read(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer)
    expect(filled.rows).toEqual([row(2, "BO-1", "5", "шт")])
  })
})

it("rows written in any column order and any format come back equal", async () => {
  const article = fc.stringMatching(/^[A-ZА-Я0-9][A-ZА-Я0-9-]{0,18}[A-ZА-Я0-9]$/)
  const quantity = fc.integer({ min: 1, max: 1_000_000 })
  const order = fc.shuffledSubarray(["Артикул", "Наименование", "Цена", "Количество"], { minLength: 4 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(article, quantity), { minLength: 1, maxLength: 20 }),
      order,
      fc.constantFrom("xlsx", "biff8", "ods", "csv"),
      async (lines, headers, type) => {
        const toRow = ([sku, amount]: [string, number]) =>
          headers.map((header) => (header === "Артикул" ? sku : header === "Количество" ? amount : header === "Цена" ? 10.5 : "Товар № 1"))
        const table = [headers, ...lines.map(toRow)]
        const buffer =
          type === "csv" ? Buffer.from(table.map((cells) => cells.join(";")).join("\n")) : makeSpreadsheet(type as SpreadsheetType, table)
        const file = await read(buffer)
        expect(file.rows.map((line) => [line.article, line.quantity, line.problem])).toEqual(
          lines.map(([sku, amount]) => [sku, String(amount), null])
        )
      }
    ),
    { numRuns: 15 }
  )
}, 60_000)
