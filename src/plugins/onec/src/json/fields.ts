import { EXTERNAL_ID_MAX } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { parseCurrency } from "../commerceml/values/currency"
import { parseDay, parseMoment } from "../commerceml/values/dates"

const NAME_MAX = 500

/** Control characters have no place in names, and PostgreSQL refuses NUL. */
export const clean = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim())
    .pipe(z.string().max(max))

export const id = clean(EXTERNAL_ID_MAX).pipe(z.string().min(1))
export const name = clean(NAME_MAX).pipe(z.string().min(1))
export const mark = z.boolean().default(false)

/** Calendar day; null = open. */
export const givenDay = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null, "must be a calendar day YYYY-MM-DD")
  .nullable()

/** The same, open where it is left out. */
export const day = givenDay.default(null)

export const currency = z.string().transform((text, context) => {
  const code = parseCurrency(text)
  if (code === null) {
    context.addIssue({ code: "custom", message: `unknown currency "${text.slice(0, 20)}"` })
    return z.NEVER
  }
  return code
})

/** When the sender made the package; null when unreadable. */
export const formedAt = z
  .string()
  .nullable()
  .default(null)
  .transform((text) => (text === null ? null : parseMoment(text)))
