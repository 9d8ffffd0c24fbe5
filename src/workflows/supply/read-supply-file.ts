import { cellText } from "../../modules/order-rules/order-file"
import { readAmount, readDay, readTable, type TableRow } from "../pricing/files/read-table"

const COLUMNS = ["number", "expected_on", "warehouse", "supplier", "article", "quantity", "arrived"] as const
type Column = (typeof COLUMNS)[number]

const HEADERS: Record<"ru" | "en", Record<Column, string>> = {
  ru: {
    number: "Номер",
    expected_on: "Дата",
    warehouse: "Склад",
    supplier: "Поставщик",
    article: "Артикул",
    quantity: "Количество",
    arrived: "Пришло",
  },
  en: {
    number: "Number",
    expected_on: "Date",
    warehouse: "Warehouse",
    supplier: "Supplier",
    article: "Article",
    quantity: "Quantity",
    arrived: "Arrived",
  },
}

const ROWS_MAX = 20_000
/** As much as the column of the database holds with room to spare. */
const QUANTITY_DIGITS_MAX = 8
/** Characters, as many as the routes take. */
const LENGTHS_MAX = { number: 100, supplier: 500, article: 200 }

export const SUPPLY_ROW_FAULTS = ["number_missing", "article_missing", "text_too_long", "quantity_unreadable", "day_unreadable"] as const
export type SupplyRowFault = (typeof SUPPLY_ROW_FAULTS)[number]

/** A row whose cells are understood; null where a cell is empty. */
export interface SupplyFileRow {
  file_row: number
  number: string
  expected_on: string | null
  warehouse: string | null
  supplier: string | null
  article: string
  quantity: string
  arrived: string | null
}

/** A row whose cells are not understood. */
export interface FaultySupplyRow {
  file_row: number
  number: string
  article: string
  code: SupplyRowFault
}

export interface SupplyFile {
  rows: SupplyFileRow[]
  faults: FaultySupplyRow[]
}

/**
 * Reads a file of supplies: XLSX, XLS, ODS or CSV, one product of a supply a row.
 *
 * @throws MedusaError INVALID_DATA `price_file_…` when the file as a whole cannot be used
 */
export async function readSupplyFile(input: { buffer: Buffer; filename: string }): Promise<SupplyFile> {
  const rows = await readTable<Column>(input, {
    columns: COLUMNS,
    headers: [HEADERS.en, HEADERS.ru],
    isHead: (has) => has("number") && has("article") && has("quantity"),
    missing: `No sheet has the columns «${HEADERS.ru.number}, ${HEADERS.ru.article}, ${HEADERS.ru.quantity}».`,
    rows_max: ROWS_MAX,
  })
  const read = rows.map(readRow)
  return { rows: read.filter((row): row is SupplyFileRow => !isFaulty(row)), faults: read.filter(isFaulty) }
}

export function isFaulty(row: SupplyFileRow | FaultySupplyRow): row is FaultySupplyRow {
  return "code" in row
}

function readRow({ file_row, at }: TableRow<Column>): SupplyFileRow | FaultySupplyRow {
  const text = (column: Column) => cellText(at(column))
  const [number, article] = [text("number"), text("article")]
  const fault = (code: SupplyRowFault) => ({ file_row, number, article, code })
  if (number === "") {
    return fault("number_missing")
  }
  if (article === "") {
    return fault("article_missing")
  }
  const supplier = text("supplier")
  if (number.length > LENGTHS_MAX.number || supplier.length > LENGTHS_MAX.supplier || article.length > LENGTHS_MAX.article) {
    return fault("text_too_long")
  }
  const [quantity, arrived] = [quantityIn(at("quantity")), quantityIn(at("arrived"))]
  if (quantity === null || quantity === undefined || arrived === undefined) {
    return fault("quantity_unreadable")
  }
  const expected_on = readDay(at("expected_on"))
  if (expected_on === undefined) {
    return fault("day_unreadable")
  }
  return {
    file_row,
    number,
    expected_on,
    warehouse: text("warehouse") || null,
    supplier: supplier || null,
    article,
    quantity,
    arrived,
  }
}

/** Null for an empty cell, undefined for what is no quantity. */
function quantityIn(cell: Parameters<typeof readAmount>[0]): string | null | undefined {
  const read = readAmount(cell)
  if (read === null) {
    return null
  }
  return "problem" in read || read.decimal.replace(/\..*/, "").length > QUANTITY_DIGITS_MAX ? undefined : read.decimal
}
