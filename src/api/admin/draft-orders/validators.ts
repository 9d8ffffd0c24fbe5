import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(100)

export const AdminSetDraftContract = z.object({ contract_id: id.describe("Of a legal entity that the draft's person works for") }).strict()
export type AdminSetDraftContract = z.infer<typeof AdminSetDraftContract>

export const AdminCreateClientDraft = z
  .object({ contract_id: id, employee_id: id.describe("Who orders: he works for the legal entity, or for the head of its holding") })
  .strict()
export type AdminCreateClientDraft = z.infer<typeof AdminCreateClientDraft>

export const AdminClientDraftResponse = z.object({ draft_order: z.object({ id: z.string() }) })
export type AdminClientDraftResponse = z.infer<typeof AdminClientDraftResponse>

export const AdminPlaceDraft = z
  .object({
    bypass_reason: z
      .string()
      .trim()
      .min(3)
      .max(500)
      .optional()
      .describe(
        "Lets lines past multiplicity, minimum and maximum, which is kept with them, and the order past the trading hours of the client; logged"
      ),
  })
  .strict()
export type AdminPlaceDraft = z.infer<typeof AdminPlaceDraft>

export const AdminDraftContractResponse = z.object({
  draft: z.object({
    id: z.string(),
    is_open: z.boolean().describe("False once it has become an order"),
    employee: z
      .object({ id: z.string(), name: z.string(), state: z.enum(["active", "blocked"]), legal_entity_id: z.string().nullable() })
      .nullable()
      .describe("The person of a dealer that it is made for, with his default legal entity"),
    contract: z
      .object({
        id: z.string(),
        number: z.string(),
        currency_code: z.string(),
        legal_entity: z.object({ id: z.string(), name: z.string() }),
        refusal: z.object({ code: z.string(), message: z.string() }).nullable().describe("Why nothing can be ordered under it today"),
      })
      .nullable(),
  }),
})
export type AdminDraftContractResponse = z.infer<typeof AdminDraftContractResponse>

export const AdminPlacedDraftResponse = z.object({ order: z.looseObject({ id: z.string() }) })

export const AdminDraftEditResponse = z.object({ draft_order_preview: z.looseObject({ id: z.string() }) })
