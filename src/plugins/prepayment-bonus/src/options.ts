import { z } from "@medusajs/framework/zod"

const optionsSchema = z
  .object({
    /** Off the price, percent with at most two digits after the point. */
    percent: z
      .number()
      .gt(0)
      .lt(100)
      .refine((percent) => Number.isInteger(Math.round(percent * 1e6) / 1e4), "has more than two digits after the point")
      .default(2),
    /** Numbers of the contracts that are paid in advance. */
    contracts: z.array(z.string().trim().min(1).max(200)).max(10_000).default([]),
    /** Beginnings of payment terms that mean payment in advance, e.g. "Предоплата"; letter case aside. */
    payment_terms: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
    /** Whether prices that a contract has of its own get the bonus too. */
    on_contract_prices: z.boolean().default(false),
  })
  .strict()

/** Options of the plugin in medusa-config.ts, all of them set. */
export type PrepaymentBonusOptions = z.infer<typeof optionsSchema>

/** Fills in the defaults. Throws a readable error for an option out of its bounds. */
export function resolveOptions(raw: unknown): PrepaymentBonusOptions {
  const result = optionsSchema.safeParse(raw ?? {})
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
    throw new Error(`Options of the plugin "prepayment-bonus" are wrong. ${reasons.join("; ")}`)
  }
  return result.data
}
