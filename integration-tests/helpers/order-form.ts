import * as XLSX from "@e965/xlsx"

/** A workbook of one sheet as an upload. */
export function orderForm(rows: unknown[][]): FormData {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "Заказ")
  const content: Buffer = XLSX.write(book, { type: "buffer", bookType: "xlsx" })
  const form = new FormData()
  form.append("file", new Blob([new Uint8Array(content)]), "order.xlsx")
  return form
}
