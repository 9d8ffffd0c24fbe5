import { createGate } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type FiledPrice, standingPrices, unfilledEntries } from "../../../database/price-imports/standing-prices"
import type { FileSubject } from "../../../database/price-imports/subjects/subject"
import { COLUMNS, HEADERS, type PriceColumn, type PriceFileLocale, WIDTHS } from "./columns"
import { numberCell } from "./number-cell"
import { writeWorkbook, type WorkbookCell } from "./write-workbook"

const SHEETS: Record<PriceFileLocale, Record<FileSubject["kind"], string>> = {
  ru: { price_type: "Цены", contract: "Цены", stock: "Остатки", position: "Порядок" },
  en: { price_type: "Prices", contract: "Prices", stock: "Stock", position: "Order of goods" },
}
const SOURCES: Record<PriceFileLocale, Record<FiledPrice["source"], string>> = {
  ru: { erp: "1С", portal: "портал" },
  en: { erp: "1C", portal: "portal" },
}

/** Each file is whole in memory and takes a heap and a processor of its own: one at a time leaves room for the shop. */
const gate = createGate({ running: 1, waiting: 20 })

type FileRow = Omit<FiledPrice, "amount"> & { amount: string | null }

/**
 * All prices of a type or contract, all stock of a warehouse or all sort numbers as an XLSX that can be edited and loaded again. `withUnfilled` adds what
 * is sold and stands nowhere among it, with an empty cell.
 *
 * @throws MedusaError NOT_ALLOWED `price_files_busy` when too many wait already
 */
export function writePriceFile(db: Knex, subject: FileSubject, wanted: WantedFile): Promise<Buffer> {
  const busy = () =>
    new MedusaError(MedusaError.Types.NOT_ALLOWED, "Too many files of prices are being written: try again in a minute.", "price_files_busy")
  return gate.pass(() => write(db, subject, wanted), busy)
}

interface WantedFile {
  locale: PriceFileLocale
  withUnfilled: boolean
}

async function write(db: Knex, subject: FileSubject, { locale, withUnfilled }: WantedFile): Promise<Buffer> {
  const priced: FileRow[] = await standingPrices(db, subject)
  const unfilled = withUnfilled ? await unfilledEntries(db, subject) : []
  const columns = COLUMNS[subject.kind]
  const rows = [...priced, ...unfilled.map((row) => ({ ...row, amount: null }))].map((row) =>
    columns.map((column) => cellOf(row, column, locale))
  )
  return writeWorkbook({
    sheet: SHEETS[locale][subject.kind],
    widths: columns.map((column) => WIDTHS[column]),
    rows: [columns.map((column) => HEADERS[locale][column]), ...rows],
  })
}

function cellOf(row: FileRow, column: PriceColumn, locale: PriceFileLocale): WorkbookCell {
  switch (column) {
    case "variant":
      return row.variant_title
    case "id":
      return row.variant_id
    case "source":
      return SOURCES[locale][row.source]
    case "amount":
    case "quantity":
    case "position":
      return numberCell(row.amount)
    case "now":
      return numberCell(row.now ?? null)
    case "from_quantity":
      return row.from_quantity === "0" ? null : numberCell(row.from_quantity)
    case "article":
    case "unit":
    case "title":
    case "starts_on":
    case "ends_on":
    case "document":
      return row[column]
  }
}
