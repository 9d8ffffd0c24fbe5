import { z } from "@medusajs/framework/zod"

/** How the emulated 1C answers when it is asked what a cart costs. Only the first is as it should be. */
export const ANSWERS = [
  "right",
  /** The right answer, after the delay. */
  "slow",
  /** Status 500. */
  "error",
  /** Status 500 to every first request, the right answer to the second. */
  "flaky",
  /** JSON that breaks off. */
  "broken",
  /** Amounts in dollars. */
  "other-currency",
  /** A line that nobody asked for. */
  "unknown-line",
  /** A price below zero. */
  "negative",
  /** Ten times the price for the first line. */
  "far-off",
  /** Without the first line. */
  "partial",
  /** Status 302 to another address. */
  "redirect",
] as const
export type AnswerKind = (typeof ANSWERS)[number]

/** The question, as far as the answer needs it. */
const cartSchema = z.object({
  format: z.literal("kontor-cart"),
  cart_id: z.string(),
  currency_code: z.string(),
  contract: z.object({ number: z.string() }),
  lines: z.array(z.object({ line_id: z.string(), amount: z.string() })),
})

/** Of every price so many hundredths are left: 1C knows of a discount that the site does not. */
const RIGHT = 97n
/** As if it were the price of a box of ten. */
const FAR_OFF = 970n

/** So many hundredths of an amount, exact to the millionth: 12.345678 → 11.975307. */
function hundredths(amount: string, share: bigint): string {
  const [whole = "0", fraction = ""] = amount.split(".")
  const millionths = (BigInt(whole + fraction.padEnd(6, "0")) * share) / 100n
  const digits = millionths.toString().padStart(7, "0")
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/**
 * The body of an answer to a question of the site.
 *
 * @param now local time of 1C, without a zone
 * @throws ZodError, SyntaxError for what is no question
 */
export function answerCart(question: string, kind: AnswerKind, now: string): string {
  const { cart_id, currency_code, contract, lines: asked } = cartSchema.parse(JSON.parse(question))
  const lines = asked.map(({ line_id, amount }, place) => {
    return { line_id, amount: hundredths(amount, kind === "far-off" && place === 0 ? FAR_OFF : RIGHT) }
  })
  const [first, ...rest] = lines
  const body = (given: typeof lines, currency = currency_code) =>
    JSON.stringify({
      ...{ format: "kontor-cart-prices", version: 1, cart_id, currency_code: currency },
      ...{ document: `Расчёт цен по договору ${contract.number}`, as_of: now, lines: given },
    })
  switch (kind) {
    case "broken":
      return body(lines).slice(0, -20)
    case "other-currency":
      return body(lines, "usd")
    case "unknown-line":
      return body([...lines, { line_id: "nobody-asked", amount: "1" }])
    case "negative":
      return body(first ? [{ ...first, amount: `-${first.amount}` }, ...rest] : [])
    case "partial":
      return body(rest)
    default:
      return body(lines)
  }
}
