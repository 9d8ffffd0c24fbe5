import { createGate } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import type { NeverBought } from "../../database/purchases/never-bought"
import { writeWorkbook } from "../pricing/files/write-workbook"

/** Rows of one file; whoever wants more asks by category. */
export const GAPS_FILE_ROWS_MAX = 20_000

export type GapsLocale = "ru" | "en"

const TEXTS: Record<GapsLocale, { sheet: string; headers: string[] }> = {
  ru: { sheet: "Не покупалось", headers: ["Категория", "Артикул", "Товар", "Характеристика", "На складах"] },
  en: { sheet: "Never bought", headers: ["Category", "Article", "Product", "Variant", "In stock"] },
}
const WIDTHS = [40, 20, 50, 20, 12]

/** Each file takes a heap and a processor of its own: one at a time leaves room for the shop. */
const gate = createGate({ running: 1, waiting: 20 })

/** Products that were never bought as an XLSX. Throws NOT_ALLOWED `gaps_busy` when too many wait already. */
export function writeGapsFile(products: readonly NeverBought[], locale: GapsLocale): Promise<Buffer> {
  const { sheet, headers } = TEXTS[locale]
  const rows = products.map(({ categories, article, title, variant_title, available }) => [
    ...[categories, article, title, variant_title],
    Number(available),
  ])
  const busy = () => new MedusaError(MedusaError.Types.NOT_ALLOWED, "Too many files are being written: try again in a minute.", "gaps_busy")
  return gate.pass(() => writeWorkbook({ sheet, widths: WIDTHS, rows: [headers, ...rows] }), busy)
}
