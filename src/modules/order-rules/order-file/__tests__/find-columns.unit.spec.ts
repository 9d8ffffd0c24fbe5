import { findColumns } from "../find-columns"
import { recognizeHeader } from "../header-words"
import type { Cell, Sheet } from "../sheet"

function sheetOf(...rows: Cell[][]): Sheet {
  return { name: "S", last_row: rows.length, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }
}

const number = (value: number): Cell => ({ kind: "number", value, shown: String(value) })

describe("recognizeHeader", () => {
  it.each([
    ["Артикул", "article"],
    ["АРТ.", "article"],
    ["Код товара", "article"],
    ["Номенклатурный номер", "article"],
    ["SKU", "article"],
    ["Артикул поставщика", "article"],
    ["Кол-во", "quantity"],
    ["Количество, шт.", "quantity"],
    ["Заказ", "quantity"],
    ["Qty", "quantity"],
    ["Ед. изм.", "unit"],
    ["Unit", "unit"],
  ])("takes %p for the %s column", (text, role) => {
    expect(recognizeHeader(text)?.role).toBe(role)
  })

  it.each([
    "Кол-во в упаковке",
    "Остаток, шт",
    "Количество на складе",
    "Мин. заказ",
    "Цена за шт",
    "Сумма заказа",
    "Заказ № 15",
    "Штрихкод",
    "Наименование",
    "",
  ])("does not take %p for a column of an order", (text) => {
    expect(recognizeHeader(text)).toBeNull()
  })
})

describe("findColumns", () => {
  it("finds the header below the supplier's details", () => {
    const sheet = sheetOf(
      ["ООО «Поставщик»"],
      ["Заказ от", "1 мая"],
      ["Количество", "Ед.", "Наименование", "Артикул"],
      [number(1), "шт", "Дрель", "BO-1"]
    )
    expect(findColumns(sheet)).toEqual({
      row: 3,
      article_column: 4,
      quantity_column: 1,
      unit_column: 2,
      own_number_column: null,
      guessed: false,
    })
  })

  it("prefers the article to the code and the order to the stock", () => {
    const sheet = sheetOf(["Код", "Артикул", "Количество", "Остаток", "Заказ"])
    expect(findColumns(sheet)).toMatchObject({ article_column: 2, quantity_column: 5 })
  })

  it.each(["Ваш код", "Код клиента", "Артикул покупателя", "Your code", "Внутренний код"])(
    "knows «%s» for the dealer's own numbers",
    (title) => {
      expect(findColumns(sheetOf(["Артикул", title, "Заказ"]))).toMatchObject({
        article_column: 1,
        own_number_column: 2,
        quantity_column: 3,
      })
    }
  )

  it("looks for a header in the first 30 rows and no further", () => {
    const blank = (count: number): Cell[][] => Array.from({ length: count }, () => ["-"])
    expect(findColumns(sheetOf(...blank(29), ["SKU", "Qty"]))).toMatchObject({ row: 30 })
    expect(findColumns(sheetOf(...blank(30), ["SKU", "Qty"]))).toBeNull()
  })

  it("tells the columns by their content when there is no header", () => {
    const sheet = sheetOf(
      [number(1), "Дрель ударная", "BO-27308", number(990.5), number(10)],
      [number(2), "Пила", "BO-27309", number(1250.25), number(3)],
      [number(3), "Набор", "KL-5", number(99.9), number(7)]
    )
    expect(findColumns(sheet)).toEqual({
      row: null,
      article_column: 3,
      quantity_column: 5,
      unit_column: null,
      own_number_column: null,
      guessed: true,
    })
  })

  it("takes an unknown header above guessed columns for a header", () => {
    const sheet = sheetOf(
      ["Что", "Хочу"],
      ["BO-27308", number(10)],
      ["BO-27309", number(10)],
      ["BO-27310", number(10)],
      ["BO-27311", number(10)]
    )
    expect(findColumns(sheet)).toMatchObject({ row: 1, article_column: 1, quantity_column: 2, guessed: true })
  })

  it("does not choose between two columns of small numbers", () => {
    expect(findColumns(sheetOf(["BO-27308", number(10), number(5)], ["BO-27309", number(20), number(4)]))).toBeNull()
  })

  it("does not choose between two columns of codes", () => {
    expect(findColumns(sheetOf(["BO-27308", "KL-10001", number(5)], ["BO-27309", "KL-10002", number(4)]))).toBeNull()
  })
})
