import * as xlsx from "@e965/xlsx"

export type Table = (string | number | boolean | null)[][]
export type SpreadsheetType = "xlsx" | "biff8" | "ods"

/** A workbook with one sheet; `shape` adds what a plain table cannot have: merges, formats, odd cells. */
export function makeSpreadsheet(type: SpreadsheetType, table: Table, shape: (sheet: xlsx.WorkSheet) => void = () => {}): Buffer {
  const sheet = xlsx.utils.aoa_to_sheet(table)
  shape(sheet)
  return writeBook({ Заказ: sheet }, type)
}

export function writeBook(sheets: Record<string, xlsx.WorkSheet>, type: SpreadsheetType = "xlsx"): Buffer {
  const book = xlsx.utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) xlsx.utils.book_append_sheet(book, sheet, name)
  return xlsx.write(book, { type: "buffer", bookType: type, compression: true }) as Buffer
}

/** The library's containers have no types of their own. */
interface PartContainer {
  FullPaths: string[]
  /** Type 2 is a file. */
  FileIndex: { type: number; content: Buffer; size: number }[]
}

/** The container of an XLSX or XLS file with some of its parts changed. */
export function rewriteParts(buffer: Buffer, fileType: "zip" | "cfb", change: (name: string, content: Buffer) => Buffer): Buffer {
  const container: PartContainer = xlsx.CFB.read(buffer, { type: "buffer" })
  container.FileIndex.forEach((entry, index) => {
    const name = container.FullPaths[index] ?? ""
    if (entry.type === 2) entry.content = change(name, Buffer.from(entry.content))
    entry.size = entry.content?.length ?? 0
  })
  return xlsx.CFB.write(container, { fileType, type: "buffer", compression: true }) as Buffer
}

export function makeContainer(fileType: "zip" | "cfb", parts: Record<string, Buffer>): Buffer {
  const container = xlsx.CFB.utils.cfb_new({ root: "R" })
  for (const [name, content] of Object.entries(parts)) xlsx.CFB.utils.cfb_add(container, `/${name}`, content, { unsafe: true })
  return xlsx.CFB.write(container, { fileType, type: "buffer", compression: true }) as Buffer
}

/** Windows-1251 for Cyrillic letters and ASCII. */
export function encode1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0
      if (code < 0x80) return code
      if (letter === "Ё") return 0xa8
      if (letter === "ё") return 0xb8
      return code - 0x0410 + 0xc0
    })
  )
}
