import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** Medusa adds options of its own beside these; a misspelt one within ours is refused. */
const optionsSchema = z.object({
  refinement: z
    .object({
      /** For the whole conversation with the ERP, the second try included. */
      timeout_ms: z.number().int().min(1).max(30_000).default(3000),
      /** Questions at once from one process; those beyond are not asked. */
      concurrency: z.number().int().min(1).max(1000).default(10),
      /** How long what the ERP said of a cart holds. */
      hold_minutes: z
        .number()
        .int()
        .min(1)
        .max(24 * 60)
        .default(30),
      /** An amount that lies farther from ours is not taken: it is rather the price of another unit than of another day. */
      max_deviation_percent: z.number().min(0).max(100_000).default(50),
      /** After so many failures one after another the ERP is left alone for a while. */
      failures_before_pause: z.number().int().min(1).max(1000).default(5),
      pause_seconds: z.number().min(0).max(3600).default(60),
      /** Carts that are not placed without the ERP's word: none, all, or those under the contracts named by id. */
      required: z.union([z.boolean(), z.array(z.string().min(1))]).default(false),
    })
    .strict()
    .prefault({}),
  adjusters: z
    .object({
      /** Of one adjuster for one set of lines. */
      timeout_ms: z.number().int().min(1).max(30_000).default(500),
    })
    .strict()
    .prefault({}),
})

/** Options of the module in medusa-config.ts, all of them set. */
export type ContractPricingOptions = z.infer<typeof optionsSchema>
export type RefinementOptions = ContractPricingOptions["refinement"]

/** Fills in the defaults. Throws INVALID_DATA with a sentence for an option out of its bounds, so that a mistake shows at start. */
export function resolvePricingOptions(raw: unknown): ContractPricingOptions {
  const result = optionsSchema.safeParse(raw ?? {})
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Options of the module "contract-pricing" are wrong. ${reasons.join("; ")}`)
  }
  return result.data
}
