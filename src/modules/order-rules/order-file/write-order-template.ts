import * as xlsx from "@e965/xlsx"

export type TemplateLocale = "ru" | "en"

/** Rows prepared as text, so that the spreadsheet makes neither numbers nor dates of articles. */
const PREPARED_ROWS = 500

const TEXT_FORMAT = "@"

const TEXTS: Record<TemplateLocale, { sheet: string; headers: [string, string, string]; comment: string }> = {
  ru: {
    sheet: "Заказ",
    headers: ["Артикул", "Количество", "Ед. изм."],
    comment: "Например: артикул BO-27308, количество 10, единица «уп». Без единицы количество считается в базовых единицах.",
  },
  en: {
    sheet: "Order",
    headers: ["Article", "Quantity", "Unit"],
    comment: 'For example: article BO-27308, quantity 10, unit "pack". Without a unit the quantity is in base units.',
  },
}

/** An empty order form (XLSX) that `readOrderFile` recognises, with an example in a comment on its header. */
export function writeOrderTemplate(locale: TemplateLocale): Buffer {
  const { sheet, headers, comment } = TEXTS[locale]
  const table = xlsx.utils.aoa_to_sheet([headers])
  for (let row = 1; row <= PREPARED_ROWS; row++) {
    table[xlsx.utils.encode_cell({ r: row, c: 0 })] = { t: "s", v: "", z: TEXT_FORMAT }
  }
  table["!ref"] = xlsx.utils.encode_range({ r: 0, c: 0 }, { r: PREPARED_ROWS, c: headers.length - 1 })
  table["!cols"] = [{ wch: 24 }, { wch: 14 }, { wch: 10 }]
  const notes = [{ a: "Kontor", t: comment }] as xlsx.Comments
  notes.hidden = true
  table["A1"] = { t: "s", v: headers[0], c: notes }
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, table, sheet)
  return xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer
}
