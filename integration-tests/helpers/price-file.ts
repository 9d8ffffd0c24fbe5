import * as xlsx from "@e965/xlsx"

export type Cells = (string | number | null)[]

/** A form with an XLSX of these rows. */
export function fileOf(rows: Cells[], name = "цены.xlsx"): FormData {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), "Лист1")
  const form = new FormData()
  form.append("file", new Blob([new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }))]), name)
  return form
}
