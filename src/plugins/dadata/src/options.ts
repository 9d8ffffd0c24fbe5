import { z } from "@medusajs/framework/zod"

const optionsSchema = z
  .object({
    /** API key of DaData; the secret key is not needed for suggestions. */
    token: z.string().trim().min(1),
    base_url: z.string().url().default("https://suggestions.dadata.ru/suggestions/api/4_1/rs"),
    /** For one attempt. */
    timeout_ms: z.number().int().min(1).max(60_000).default(4000),
    /** Attempts after the first one, when DaData is overloaded or does not answer. */
    retries: z.number().int().min(0).max(10).default(2),
    /** Before the first repetition; doubled before each further one. */
    retry_pause_ms: z.number().int().min(0).max(10_000).default(250),
    /** Requests at once; those beyond wait. */
    concurrency: z.number().int().min(1).max(100).default(5),
    /** Requests that may wait; those beyond are refused at once, as if DaData did not answer. */
    waiting: z.number().int().min(0).max(10_000).default(50),
    cache_ttl_minutes: z
      .number()
      .min(0)
      .default(12 * 60),
    /** Answers kept; the eldest goes first. */
    cache_entries: z.number().int().min(0).default(1000),
  })
  .strict()

/** Options of the plugin in medusa-config.ts, all of them set. */
export type DadataOptions = z.infer<typeof optionsSchema>

/** Fills in the defaults. Throws a readable error, which holds no key, for an option out of its bounds. */
export function resolveOptions(raw: unknown): DadataOptions {
  const result = optionsSchema.safeParse(raw)
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
    throw new Error(`Options of the plugin "dadata" are wrong. ${reasons.join("; ")}`)
  }
  return result.data
}
