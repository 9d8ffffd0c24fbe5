import type { RefinedCart } from "@kontor/framework"
import { addDecimals, compareDecimals, multiplyDecimals, parseDecimal } from "./decimal"
import { roundPrice } from "./round-price"

/** A line that the ERP was asked about. Money of one base unit. */
export interface AskedLine {
  line_id: string
  variant_id: string
  quantity: string
  our_price: string
}

/** What became of one line: taken, or why our price stays. */
export interface JudgedLine {
  line_id: string
  our_price: string
  /** What the ERP said, rounded to the currency; null when it said nothing. */
  erp_price: string | null
  /**
   * `line_missing`: the ERP does not name it. `amount_far_off`: it differs from ours by more than is allowed, which is rather a price of another
   * unit. Null = the ERP's price holds.
   */
  code: "line_missing" | "amount_far_off" | null
}

export interface RefinementTerms {
  currency_code: string
  max_deviation_percent: number
}

/** The longest decimal that a price may come as. */
const AMOUNT = /^\d{1,14}(\.\d{1,6})?$/

/**
 * Holds an answer of the ERP against what it was asked. An answer in another currency, about lines nobody asked for, with a line twice, an
 * amount that is no price, or two prices for one product in one quantity is about something else and is refused whole. Single lines may be missing or far off.
 *
 * @returns every asked line, or the sentence of why the answer is refused
 */
export function judgeRefined(asked: readonly AskedLine[], answer: RefinedCart, terms: RefinementTerms): JudgedLine[] | { fault: string } {
  if (answer.currency_code.toLowerCase() !== terms.currency_code.toLowerCase()) {
    return { fault: `The answer is in ${answer.currency_code}, the cart in ${terms.currency_code}` }
  }
  const known = new Map(asked.map((line) => [line.line_id, line]))
  const told = new Map<string, string>()
  const byGoods = new Map<string, string>()
  for (const { line_id, amount } of answer.lines) {
    const line = known.get(line_id)
    if (!line) {
      return { fault: `Nobody asked for line "${line_id}"` }
    }
    if (told.has(line_id)) {
      return { fault: `Line "${line_id}" comes twice` }
    }
    if (!AMOUNT.test(amount)) {
      return { fault: `"${amount}" of line "${line_id}" is no price` }
    }
    const price = roundPrice(amount, terms.currency_code)
    const goods = `${line.variant_id} ${line.quantity}`
    if ((byGoods.get(goods) ?? price) !== price) {
      return { fault: `Line "${line_id}" costs ${price}, the same product in the same quantity ${byGoods.get(goods)}` }
    }
    byGoods.set(goods, price)
    told.set(line_id, price)
  }
  return asked.map(({ line_id, our_price }) => {
    const erp_price = told.get(line_id) ?? null
    return { line_id, our_price, erp_price, code: remarkOn(our_price, erp_price, terms.max_deviation_percent) }
  })
}

function remarkOn(ours: string, theirs: string | null, limitPercent: number): JudgedLine["code"] {
  if (theirs === null) {
    return "line_missing"
  }
  return isFarOff(ours, theirs, limitPercent) ? "amount_far_off" : null
}

/** Whether two amounts differ by more than so many percent of the first. From nothing, any amount is far. */
function isFarOff(ours: string, theirs: string, limitPercent: number): boolean {
  const [own, other] = [parseDecimal(ours), parseDecimal(theirs)]
  const difference = addDecimals(other, { ...own, units: -own.units })
  const size = { ...difference, units: difference.units < 0n ? -difference.units : difference.units }
  // Both sides in hundredths of a percent of money, so that nothing is divided.
  const allowed = multiplyDecimals(own, { units: BigInt(Math.round(limitPercent * 100)), scale: 4 })
  return compareDecimals(size, allowed) > 0
}
