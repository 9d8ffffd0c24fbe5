import { z } from "@medusajs/framework/zod"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { ActingSession } from "../modules/company/models"
import { isActingLive } from "../modules/company/rules/acting-session"

/** A session of a user as a client, in answers to both; made by `presentActingSession`. */
export const actingSessionSchema = z.object({
  id: z.string(),
  user_name: z.string().nullable().describe("Who of the supplier was signed in"),
  reason: z.string(),
  started_at: z.coerce.string(),
  expires_at: z.coerce.string(),
  ended_at: z.coerce.string().nullable(),
  ended_by: z.enum(["staff", "client"]).nullable(),
  is_live: z.boolean(),
})

export const actingSessionListSchema = z.object({
  sign_ins: z.array(actingSessionSchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const ListActingSessions = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()
export type ListActingSessions = z.infer<typeof ListActingSessions>

export function presentActingSession(session: InferTypeOf<typeof ActingSession>, now: Date) {
  const { id, user_name, reason, started_at, expires_at, ended_at, ended_by } = session
  return { id, user_name, reason, started_at, expires_at, ended_at, ended_by, is_live: isActingLive({ expires_at, ended_at }, now) }
}
