import { z } from "@medusajs/framework/zod"
import { REQUEST_STATES } from "../../../modules/content/rules/move-request"
import { materialMedia } from "../../content-schema"

export const AdminListContentRequests = z
  .object({
    state: z.enum(REQUEST_STATES).optional(),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the text, of the client's or of the person's name"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListContentRequests = z.infer<typeof AdminListContentRequests>

export const AdminMoveContentRequest = z
  .object({
    state: z.enum(REQUEST_STATES),
    answer: z.string().trim().min(1).max(2000).nullable().default(null).describe("What the dealer is told; a refusal has a reason"),
    updated_at: z.string().min(1).max(40).describe("`updated_at` of the request that the change is made to"),
  })
  .strict()
export type AdminMoveContentRequest = z.infer<typeof AdminMoveContentRequest>

const request = z.object({
  id: z.string(),
  state: z.enum(REQUEST_STATES),
  media: materialMedia.nullable(),
  text: z.string(),
  answer: z.string().nullable(),
  employee: z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  legal_entity: z.object({ id: z.string(), name: z.string().nullable() }),
  created_at: z.string(),
  updated_at: z.string(),
})

export const AdminContentRequestResponse = z.object({ content_request: request })
export const AdminContentRequestListResponse = z.object({
  content_requests: z.array(request),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
