import { z } from "@medusajs/framework/zod"
import { REQUEST_STATES } from "../../../modules/content/rules/move-request"
import { materialMedia } from "../../content-schema"

export const StoreCreateContentRequest = z
  .object({
    text: z.string().trim().min(1).max(2000).describe("What is needed, and what for"),
    media: materialMedia.nullable().default(null),
  })
  .strict()
export type StoreCreateContentRequest = z.infer<typeof StoreCreateContentRequest>

export const StoreListContentRequests = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListContentRequests = z.infer<typeof StoreListContentRequests>

const request = z.object({
  id: z.string(),
  state: z.enum(REQUEST_STATES),
  media: materialMedia.nullable(),
  text: z.string(),
  answer: z.string().nullable(),
  created_at: z.date(),
  updated_at: z.date(),
})

export const StoreContentRequestResponse = z.object({ content_request: request })
export type StoreContentRequestResponse = z.infer<typeof StoreContentRequestResponse>

export const StoreContentRequestListResponse = z.object({
  content_requests: z.array(request),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type StoreContentRequestListResponse = z.infer<typeof StoreContentRequestListResponse>
