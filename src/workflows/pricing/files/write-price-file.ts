import { createGate } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type FiledPrice, type PriceSubject, standingPrices, unpricedEntries } from "../../../database/price-imports/standing-prices"
import { COLUMNS, HEADERS, type PriceColumn, type PriceFileLocale, WIDTHS } from "./columns"
import { writeWorkbook, type WorkbookCell } from "./write-workbook"

/** A number in a cell has 15 digits; what is longer is written as text, which is read back just as well. */
const DIGITS_MAX = 15

const SHEETS: Record<PriceFileLocale, string> = { ru: "Цены", en: "Prices" }
const SOURCES: Record<PriceFileLocale, Record<FiledPrice["source"], string>> = {
  ru: { erp: "1С", portal: "портал" },
  en: { erp: "1C", portal: "portal" },
}

/** Each file is whole in memory and takes a heap and a processor of its own: one at a time leaves room for the shop. */
const gate = createGate({ running: 1, waiting: 20 })

type FileRow = Omit<FiledPrice, "amount"> & { amount: string | null }

/**
 * All prices of a type or contract as an XLSX that can be edited and loaded again. `withUnpriced` adds what is sold and has no price in the
 * type, with an empty cell.
 *
 * @throws MedusaError NOT_ALLOWED `price_files_busy` when too many wait already
 */
export function writePriceFile(db: Knex, subject: PriceSubject, wanted: WantedFile): Promise<Buffer> {
  const busy = () =>
    new MedusaError(MedusaError.Types.NOT_ALLOWED, "Too many files of prices are being written: try again in a minute.", "price_files_busy")
  return gate.pass(() => write(db, subject, wanted), busy)
}

interface WantedFile {
  locale: PriceFileLocale
  withUnpriced: boolean
}

async function write(db: Knex, subject: PriceSubject, { locale, withUnpriced }: WantedFile): Promise<Buffer> {
  const priced: FileRow[] = await standingPrices(db, subject)
  const unpriced = withUnpriced ? await unpricedEntries(db, subject) : []
  const columns = COLUMNS[subject.kind]
  const rows = [...priced, ...unpriced.map((row) => ({ ...row, amount: null }))].map((row) =>
    columns.map((column) => cellOf(row, column, locale))
  )
  return writeWorkbook({
    sheet: SHEETS[locale],
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
      return numberCell(row.amount)
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

function numberCell(decimal: string | null): WorkbookCell {
  return decimal === null || decimal.replace(/\D/g, "").length > DIGITS_MAX ? decimal : Number(decimal)
}
