import { z } from "@medusajs/framework/zod"

const optionsSchema = z
  .object({
    /** Address of the HTTP service of 1C, whole. */
    url: z
      .string()
      .url()
      .refine((text) => /^https?:$/.test(new URL(text).protocol), "must begin with http:// or https://")
      .refine((text) => new URL(text).username === "" && new URL(text).password === "", "must hold no user and password"),
    /** The base that stands behind it, as its exchange accounts name it. */
    source: z.string().trim().min(1).max(120),
    login: z.string().min(1).max(200),
    password: z.string().max(500),
    /** A longer answer is not read. */
    max_answer_bytes: z
      .number()
      .int()
      .min(1024)
      .default(8 * 1024 * 1024),
  })
  .strict()

/** Options `refine` of the plugin: where and as whom 1C is asked what a cart costs. */
export type OnecRefinerOptions = z.infer<typeof optionsSchema>

/** Fills in the defaults; null where no address is given. Throws a readable error, which holds no secret, for an option out of its bounds. */
export function resolveRefinerOptions(raw: unknown): OnecRefinerOptions | null {
  const isGiven = typeof raw === "object" && raw !== null && "url" in raw && Boolean(raw.url)
  if (!isGiven) {
    return null
  }
  const result = optionsSchema.safeParse(raw)
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => [["refine", ...issue.path].join("."), issue.message].join(": "))
    throw new Error(`Options of the plugin "onec" are wrong. ${reasons.join("; ")}`)
  }
  return result.data
}
