import { z } from "@medusajs/framework/zod"

export const StoreGiveConsent = z
  .object({
    purpose: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,63}$/)
      .describe("What for, as the form names it: personal_data, mailing"),
    document_version: z.string().trim().min(1).max(64).describe("Version of the document that was shown"),
  })
  .strict()
export type StoreGiveConsent = z.infer<typeof StoreGiveConsent>

export const StoreListConsents = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListConsents = z.infer<typeof StoreListConsents>

const consentSchema = z.object({
  id: z.string(),
  purpose: z.string(),
  document_version: z.string(),
  given_at: z.coerce.string(),
})

export const StoreConsentResponse = z.object({ consent: consentSchema })
export const StoreConsentListResponse = z.object({
  consents: z.array(consentSchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
