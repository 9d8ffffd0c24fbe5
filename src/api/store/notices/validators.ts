import { z } from "@medusajs/framework/zod"
import { NOTICE_STATES } from "../../../database/notices/list-notices"
import { NOTICE_KINDS } from "../../../modules/contract-pricing/rules/is-notice-due"
import { StoreCatalogResponse } from "../catalog/validators"

const kind = z.enum(NOTICE_KINDS)
const decimal = z.string().describe("Of one base unit in the contract's currency, exact decimal")

export const StoreListNotices = z
  .object({
    state: z.enum(NOTICE_STATES).optional().describe("Those that I wait for, or those that I was told of in the last 90 days"),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()
export type StoreListNotices = z.infer<typeof StoreListNotices>

export const StorePutNotice = z.object({ kind, variant_id: z.string().min(1).max(64) }).strict()
export type StorePutNotice = z.infer<typeof StorePutNotice>

export const StoreNoticesResponse = StoreCatalogResponse.omit({ corrected_to: true, next_cursor: true, entries: true }).extend({
  notices: z.array(
    z.object({
      id: z.string(),
      kind,
      price_at: decimal.describe("What it cost when the notice was asked for"),
      created_at: z.string(),
      told_at: z.string().nullable().describe("Null = not yet"),
      told_price: decimal.nullable(),
      entry: StoreCatalogResponse.shape.entries.element,
    })
  ),
})
export type StoreNoticesResponse = z.infer<typeof StoreNoticesResponse>

export const StoreNoticeResponse = z.object({ notice: z.object({ id: z.string() }) })
export type StoreNoticeResponse = z.infer<typeof StoreNoticeResponse>

export const StoreRemovedNotice = z.object({ id: z.string(), object: z.literal("notice"), deleted: z.literal(true) })
export type StoreRemovedNotice = z.infer<typeof StoreRemovedNotice>
