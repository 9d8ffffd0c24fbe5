import type { WorkbookCell } from "./write-workbook"

/** A number in a cell has 15 digits; what is longer is written as text, which is read back just as well. */
const DIGITS_MAX = 15

/** A decimal as a number of the sheet, that people count with and see with the point of their language. */
export function numberCell(decimal: string | null): WorkbookCell {
  return decimal === null || decimal.replace(/\D/g, "").length > DIGITS_MAX ? decimal : Number(decimal)
}
