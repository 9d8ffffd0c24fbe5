import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type AdjustmentListing, listAdjustments } from "../../../database/pricing/list-adjustments"
import { articlesOfLists } from "../../../database/pricing/listed-products"
import {
  ADJUSTMENT_COLUMNS,
  ADJUSTMENT_HEADERS,
  ADJUSTMENT_ROWS_MAX,
  ADJUSTMENT_WIDTHS,
  type AdjustmentColumn,
  KIND_WORDS,
  LIST_KEPT,
  SCOPE_WORDS,
  STACKING_WORDS,
} from "./adjustment-columns"
import type { PriceFileLocale } from "./columns"
import { writeProperties } from "./property-lines"
import { numberCell } from "./number-cell"
import { type WorkbookCell, writeWorkbook } from "./write-workbook"

/** Excel takes 32,767 characters in a cell. */
const CELL_MAX = 30_000

const SHEETS: Record<PriceFileLocale, string> = { ru: "Скидки и наценки", en: "Adjustments" }

/**
 * All live adjustments that were made by hand as an XLSX that can be edited and loaded again.
 *
 * @throws MedusaError NOT_ALLOWED `too_many_adjustments` when they are more than one file can bring back
 */
export async function writeAdjustmentFile(db: Knex, locale: PriceFileLocale): Promise<Buffer> {
  const { adjustments, count } = await listAdjustments(db, { filter: { source: "portal" }, limit: ADJUSTMENT_ROWS_MAX, offset: 0 })
  if (count > ADJUSTMENT_ROWS_MAX) {
    const message = `${count} adjustments are more than the ${ADJUSTMENT_ROWS_MAX} that a file takes.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "too_many_adjustments")
  }
  const lists = await articlesOfLists(db)
  const rows = adjustments.map((row) =>
    ADJUSTMENT_COLUMNS.map((column) => cellOf(row, column, { locale, list: lists.get(row.id) ?? null }))
  )
  return writeWorkbook({
    sheet: SHEETS[locale],
    widths: ADJUSTMENT_COLUMNS.map((column) => ADJUSTMENT_WIDTHS[column]),
    rows: [ADJUSTMENT_COLUMNS.map((column) => ADJUSTMENT_HEADERS[locale][column]), ...rows],
  })
}

function cellOf(
  row: AdjustmentListing,
  column: AdjustmentColumn,
  { locale, list }: { locale: PriceFileLocale; list: (string | null)[] | null }
): WorkbookCell {
  const { scope, target } = row
  const cells: Record<AdjustmentColumn, () => WorkbookCell> = {
    name: () => row.name,
    kind: () => KIND_WORDS[locale][row.kind],
    value: () => (row.kind === "withheld" ? null : numberCell(row.value)),
    currency: () => row.currency_code?.toUpperCase() ?? null,
    from_quantity: () => numberCell(row.from_quantity),
    starts_on: () => row.starts_on,
    ends_on: () => row.ends_on,
    stacking: () => STACKING_WORDS[locale][row.is_stacking ? "yes" : "no"],
    scope_kind: () => SCOPE_WORDS[locale][scope.kind],
    scope_name: () => scope.name,
    scope_id: () => scope.id,
    category_name: () => target.category?.name ?? null,
    category_id: () => target.category?.id ?? null,
    brand: () => target.brand,
    properties: () => writeProperties(target.properties),
    labels: () => target.labels.join("\n"),
    articles: () => (target.list_size === null ? null : listCell(list ?? [])),
    id: () => row.id,
  }
  return cells[column]()
}

/** A list is written out where each product has an article and all fit into the cell. */
function listCell(list: (string | null)[]): string {
  const articles = list.filter((article) => article !== null)
  const text = articles.join("\n")
  return articles.length === list.length && articles.length > 0 && text.length <= CELL_MAX ? text : LIST_KEPT
}
