import * as xlsx from "@e965/xlsx"
import { recognizeHeader } from "../../../order-rules/order-file/header-words"
import { priceListHead } from "../../rules/price-list-head"
import { priceListFields } from "../../rules/price-list-layout"
import { openPriceListWriter } from "../run-writer"
import type { PricedEntry, PriceListFormat, PriceListSection } from "../../rules/price-list"

const WAREHOUSES = [
  { id: "near", name: "Москва" },
  { id: "far", name: "Пермь" },
]

const entry = (article: string, price: string | null, title = "Дрель ударная"): PricedEntry => ({
  article,
  sku: null,
  title,
  variant_title: null,
  price,
  retail_price: "1200.50",
  next_price: price === null ? null : { from_quantity: "10", price: "900.00" },
  stock: [
    { location_id: "near", available: "5.5" },
    { location_id: "far", available: "7" },
  ],
  next_supplies: [],
  units: [{ name: "шт", is_base: true }],
  multiplicity: "2",
  minimum: "0",
})

async function write(format: PriceListFormat, entries: PricedEntry[], category = "Инструмент / Дрели"): Promise<Buffer> {
  const has_supplies = entries.some(({ next_supplies }) => next_supplies.length > 0)
  const fields = priceListFields(format, { locale: "ru", currency: "RUB", warehouses: WAREHOUSES, has_supplies })
  const terms = {
    contract_number: "17/А",
    currency_code: "rub",
    entity_name: "ООО «Ромашка»",
    supplier_name: null,
    includes_vat: true,
    prices_as_of: new Date("2026-01-31T10:00:00Z"),
  }
  const writer = openPriceListWriter(format, priceListHead("ru", terms, { day: "2026-02-01", time_zone: "Europe/Moscow" }, fields))
  try {
    const section: PriceListSection = { category, rows: entries.map((row) => fields.map(({ value }) => value(row, category))) }
    await writer.add([section])
    return await writer.end()
  } finally {
    await writer.close()
  }
}

const cellsOf = (file: Buffer) => {
  const [sheet] = Object.values(xlsx.read(file, { cellNF: true }).Sheets)
  return (cell: string) => sheet?.[cell] as xlsx.CellObject | undefined
}

describe("a price list as a spreadsheet", () => {
  it("has articles as text, prices and stock as numbers with their decimals, and an empty column for the order", async () => {
    const cell = cellsOf(await write("xlsx", [entry("0012", "1000.00")]))
    const headers = "ABCDEFGHIJKLM".split("").map((column) => cell(`${column}1`)?.v)
    expect(headers).toEqual([
      ...["Артикул", "Наименование", "Категория", "Ед. изм.", "Кратность", "Мин. заказ", "Розничная цена, RUB", "Цена, RUB"],
      ...["Цена от количества", "Остаток", "Остаток: Москва", "Остаток: Пермь", "Заказ"],
    ])
    expect(cell("A2")).toMatchObject({ t: "s", v: "0012" })
    expect(cell("C2")).toMatchObject({ t: "s", v: "Инструмент / Дрели" })
    expect(cell("H2")).toMatchObject({ t: "n", v: 1000, z: "#,##0.00" })
    expect(cell("I2")).toMatchObject({ t: "s", v: "900,00 от 10" })
    expect([cell("J2")?.v, cell("K2")?.v, cell("L2")?.v]).toEqual([12.5, 5.5, 7])
    expect(cell("M2")).toBeUndefined()
  })

  it("has the next day and what of it is free where anything is to come, and no column elsewhere", async () => {
    const coming = { ...entry("A-1", "5.00"), next_supplies: [{ expected_on: "2026-03-09", free: "40.5" }] }
    const cell = cellsOf(await write("xlsx", [coming, entry("A-2", "5.00")]))
    expect(["M1", "N1", "O1"].map((at) => cell(at)?.v)).toEqual(["Ближайшее поступление", "Свободно в поступлении", "Заказ"])
    expect([cell("M2"), cell("N2"), cell("M3"), cell("N3")]).toMatchObject([{ t: "s", v: "09.03.2026" }, { t: "n", v: 40.5 }, {}, {}])
    expect(recognizeHeader("Ближайшее поступление") ?? recognizeHeader("Свободно в поступлении")).toBeNull()
    expect(recognizeHeader("Next arrival") ?? recognizeHeader("Free of next arrival")).toBeNull()
  })

  it("has no price where the contract has none", async () => {
    expect(cellsOf(await write("xlsx", [entry("A-1", null)]))("H2")).toBeUndefined()
  })

  it("makes no formula of a name that begins like one", async () => {
    const cell = cellsOf(await write("xlsx", [entry("=1+1", "5.00", '=HYPERLINK("http://evil.test")')]))
    expect([cell("A2"), cell("B2")]).toMatchObject([
      { t: "s", v: "=1+1" },
      { t: "s", v: '=HYPERLINK("http://evil.test")' },
    ])
    expect(cell("A2")?.f).toBeUndefined()
  })
})

describe("a price list as a PDF", () => {
  const pagesOf = (file: Buffer) => file.toString("latin1").match(/\/Type \/Page\b/g)?.length

  it("is one page for a few products, and goes on for many", async () => {
    const short = await write("pdf", [entry("A-1", "5.00")])
    expect(short.subarray(0, 5).toString()).toBe("%PDF-")
    expect(pagesOf(short)).toBe(1)
    const long = await write(
      "pdf",
      Array.from({ length: 200 }, (_, index) => entry(`A-${index}`, "5.00", "Дрель ударная с двумя аккумуляторами и кейсом, ".repeat(4)))
    )
    expect(pagesOf(long)).toBeGreaterThan(5)
  })

  it("is written without any product too", async () => {
    expect(pagesOf(await write("pdf", []))).toBe(1)
  })
})

describe("the writer", () => {
  it("tells of what it cannot write, and is gone when it is closed", async () => {
    const writer = openPriceListWriter("xlsx", { title: "No sheet may be called a/b", facts: [], columns: [], page_word: "" })
    await expect(writer.end()).rejects.toMatchObject({ code: "price_list_failed" })
    await writer.close()
    await expect(writer.end()).rejects.toMatchObject({ code: "price_list_failed" })
  })
})
