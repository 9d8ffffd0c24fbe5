import { z } from "@medusajs/framework/zod"
import { ACTING_TTL } from "../../../modules/company/rules/acting-session"

export const AdminStartActingSession = z
  .object({
    reason: z.string().trim().min(3).max(500).describe("The client reads it"),
    ttl_minutes: z.number().int().min(1).max(ACTING_TTL.max).default(ACTING_TTL.default),
  })
  .strict()
export type AdminStartActingSession = z.infer<typeof AdminStartActingSession>

export const AdminActingSessionResponse = z.object({
  session: z.object({ id: z.string(), expires_at: z.string() }),
  token: z.string().describe("Bearer token for the store; in this answer only"),
})
