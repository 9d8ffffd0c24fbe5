import type { Refusal } from "@kontor/framework"
import { canonicalDecimal } from "./adjustment"

/** A price of a contract as a person writes it, perhaps from a table: nothing of it is known to be right. */
export interface PriceRowText {
  article?: string | undefined
  variant_id?: string | undefined
  amount: string
  from_quantity: string
  /** YYYY-MM-DD; null = open. */
  starts_on: string | null
  ends_on: string | null
}

/** The same with numbers and days in one spelling. */
export type PriceRow = Pick<PriceRowText, "amount" | "from_quantity" | "starts_on" | "ends_on">

const AMOUNT = /^\d{1,12}(\.\d{1,6})?$/
const QUANTITY = /^\d{1,10}(\.\d{1,6})?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What the row says, or the first thing in it that cannot be right. `subject` is the product as it was named. */
export function readPriceRow(row: PriceRowText): { row: PriceRow } | { refusal: Refusal } {
  const { amount, from_quantity, starts_on, ends_on } = row
  const subject = row.variant_id ?? row.article ?? null
  const refuse = (code: string, message: string) => ({ refusal: { code, message, subject } })
  if (subject === null) {
    return refuse("product_missing", "The row names neither an article nor a variant.")
  }
  if (!AMOUNT.test(amount)) {
    return refuse("amount_invalid", `The price ${amount} of ${subject} is no amount such as 1250.50.`)
  }
  if (!QUANTITY.test(from_quantity)) {
    return refuse("quantity_invalid", `The quantity ${from_quantity} of ${subject} is none such as 10.`)
  }
  const wrong = [starts_on, ends_on].find((day) => day !== null && !isDay(day))
  if (wrong !== undefined) {
    return refuse("day_invalid", `${wrong ?? ""} of ${subject} is no day such as 2026-01-31.`)
  }
  if (starts_on !== null && ends_on !== null && starts_on > ends_on) {
    return refuse("days_out_of_order", `The price ${amount} of ${subject} ends on ${ends_on}, before it starts on ${starts_on}.`)
  }
  return { row: { amount: canonicalDecimal(amount), from_quantity: canonicalDecimal(from_quantity), starts_on, ends_on } }
}

/** A day of the calendar: "2026-02-30" is none. */
function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
