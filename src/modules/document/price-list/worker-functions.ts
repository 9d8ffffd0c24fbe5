import type * as Xlsx from "@e965/xlsx"
import type PdfKit from "pdfkit"
import type { PriceListCell, PriceListFormat, PriceListHead, PriceListSection } from "../rules/price-list"

export interface WriterRequest {
  format: PriceListFormat
  head: PriceListHead
  /** Absolute paths, since a worker started from text resolves nothing by name. */
  library: string
  fonts: { regular: string; bold: string }
}

/** Takes sections in their order and gives the file at the end. */
interface Writer {
  add(sections: PriceListSection[]): void
  end(): Promise<Uint8Array>
}

/*
 * The functions below are sent to the worker as text, so that the same code runs from TypeScript under jest and `medusa develop` and
 * from the compiled build, where a worker file would need a path and a loader for each. Hence the rule for all of them: they use
 * their arguments, each other and globals of Node, and nothing else of this module.
 */

/* istanbul ignore next: a coverage counter is not known in the worker */
function createWriter(request: WriterRequest, load: (path: string) => unknown): Writer {
  return request.format === "xlsx"
    ? createSheetWriter(request, load(request.library) as typeof Xlsx)
    : createPdfWriter(request, load(request.library) as typeof PdfKit)
}

/** Every text is a text cell, so that no article becomes a date and nothing that begins with "=" a formula. */
/* istanbul ignore next */
function createSheetWriter({ head }: WriterRequest, xlsx: typeof Xlsx): Writer {
  const rows: Xlsx.CellObject[][] = [head.columns.map(({ header }) => ({ t: "s", v: header }))]
  return {
    add(sections) {
      for (const section of sections) {
        for (const row of section.rows) rows.push(row.map(toSheetCell))
      }
    },
    async end() {
      const table: Xlsx.DenseWorkSheet = {
        "!data": rows,
        "!ref": xlsx.utils.encode_range({ r: 0, c: 0 }, { r: rows.length - 1, c: head.columns.length - 1 }),
        "!cols": head.columns.map(({ width }) => ({ wch: width })),
        "!autofilter": { ref: xlsx.utils.encode_range({ r: 0, c: 0 }, { r: rows.length - 1, c: head.columns.length - 1 }) },
      }
      const book = xlsx.utils.book_new()
      xlsx.utils.book_append_sheet(book, table, head.title.slice(0, 31))
      return xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Uint8Array
    },
  }
}

/* istanbul ignore next */
function toSheetCell(cell: PriceListCell): Xlsx.CellObject {
  if (cell === null) return { t: "z" }
  if (typeof cell === "string") return { t: "s", v: cell, z: "@" }
  const decimals = cell.decimal.split(".")[1]
  return { t: "n", v: Number(cell.decimal), z: decimals ? "#,##0." + "0".repeat(decimals.length) : "#,##0" }
}

/** Where the next row goes. */
interface Layout {
  doc: PDFKit.PDFDocument
  head: PriceListHead
  pages: number
  y: number
  /** No row reaches below. */
  bottom: number
  lefts: number[]
  widths: number[]
}

/** An A4 table with the headers on every page, and a heading where the category changes. */
/* istanbul ignore next */
function createPdfWriter({ head, fonts }: WriterRequest, Pdf: typeof PdfKit): Writer {
  const doc = new Pdf({ size: "A4", margin: 36, info: { Title: head.title }, autoFirstPage: false })
  const parts: Buffer[] = []
  doc.on("data", (part: Buffer) => parts.push(part))
  doc.registerFont("regular", fonts.regular)
  doc.registerFont("bold", fonts.bold)
  const layout: Layout = { doc, head, pages: 0, y: 0, bottom: 0, lefts: [], widths: [] }
  turnPage(layout)
  let category = ""
  return {
    add(sections) {
      for (const section of sections) {
        if (section.category !== category) drawCategory(layout, section.category)
        category = section.category
        doc.font("regular").fontSize(8)
        section.rows.forEach((row) => drawRow(layout, row))
      }
    },
    end() {
      const finished = new Promise<Uint8Array>((resolve) => doc.on("end", () => resolve(Buffer.concat(parts))))
      doc.end()
      return finished
    },
  }
}

/* istanbul ignore next */
function turnPage(layout: Layout): void {
  const { doc, head } = layout
  const gap = 6
  doc.addPage()
  layout.pages++
  const { left, right, top, bottom } = doc.page.margins
  const room = doc.page.width - left - right - gap * (head.columns.length - 1)
  const sum = head.columns.reduce((total, column) => total + column.width, 0)
  layout.widths = head.columns.map((column) => (room * column.width) / sum)
  layout.lefts = layout.widths.map((_, index) => left + layout.widths.slice(0, index).reduce((total, width) => total + width + gap, 0))
  layout.bottom = doc.page.height - bottom - 14
  layout.y = top
  doc.font("regular").fontSize(7).fillColor("#666")
  doc.text(head.page_word + " " + layout.pages, left, doc.page.height - bottom - 8, { lineBreak: false })
  doc.fillColor("#000")
  if (layout.pages === 1) drawTitle(layout, left)
  doc.font("bold").fontSize(7.5)
  drawRow(
    layout,
    head.columns.map(({ header }) => header)
  )
  doc
    .moveTo(left, layout.y - 1)
    .lineTo(doc.page.width - right, layout.y - 1)
    .lineWidth(0.5)
    .stroke("#999")
  layout.y += 2
}

/* istanbul ignore next */
function drawTitle(layout: Layout, left: number): void {
  const { doc, head } = layout
  doc.font("bold").fontSize(15).text(head.title, left, layout.y)
  doc.font("regular").fontSize(8.5)
  head.facts.forEach((fact) => doc.text(fact, left, doc.y + 1))
  layout.y = doc.y + 8
}

/** A heading never stands alone at the foot of a page. */
/* istanbul ignore next */
function drawCategory(layout: Layout, category: string): void {
  const { doc } = layout
  if (layout.y + 40 > layout.bottom) turnPage(layout)
  if (category) {
    doc
      .font("bold")
      .fontSize(9)
      .text(category, doc.page.margins.left, layout.y + 4)
    layout.y = doc.y + 3
  }
}

/** A text that does not fit goes on for up to three lines. Measuring lines is slow, so only what is too wide is measured. */
/* istanbul ignore next */
function drawRow(layout: Layout, cells: PriceListCell[]): void {
  const { doc, head } = layout
  const line = doc.currentLineHeight(true)
  const texts = cells.map((cell) => (cell === null ? "" : typeof cell === "string" ? cell : cell.decimal))
  const lines = texts.map((text, index) => {
    const width = layout.widths[index] ?? 0
    return doc.widthOfString(text) <= width ? 1 : Math.round(doc.heightOfString(text, { width }) / line)
  })
  const height = line * Math.min(3, Math.max(1, ...lines))
  if (layout.y + height > layout.bottom) {
    turnPage(layout)
    doc.font("regular").fontSize(8)
  }
  texts.forEach((text, index) => {
    const width = layout.widths[index] ?? 0
    const align = head.columns[index]?.align ?? "left"
    if (text) doc.text(text, layout.lefts[index] ?? 0, layout.y, { width, height: height + 1, align, ellipsis: true })
  })
  layout.y += height + 2
}

/** All of them in one text, which defines `createWriter` in the worker. */
export const WORKER_FUNCTIONS: string = [
  createWriter,
  createSheetWriter,
  toSheetCell,
  createPdfWriter,
  turnPage,
  drawTitle,
  drawCategory,
  drawRow,
].join("\n")
