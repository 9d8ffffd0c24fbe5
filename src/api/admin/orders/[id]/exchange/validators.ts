import { z } from "@medusajs/framework/zod"

export const AdminOrderExchangeQuery = z.object({}).strict()

export const AdminOrderExchangeResponse = z.object({
  legal_entity: z.object({ id: z.string(), name: z.string() }).nullable(),
  contract: z.object({ id: z.string(), number: z.string() }).nullable(),
  outbox: z
    .object({
      number: z.string(),
      state: z.enum(["pending", "sent", "confirmed", "failed"]),
      attempts: z.number().int(),
      last_error: z.string().nullable(),
      sent_at: z.string().nullable(),
      confirmed_at: z.string().nullable(),
    })
    .nullable(),
  order_state: z
    .object({
      status: z.string().nullable(),
      erp_number: z.string().nullable(),
      erp_date: z.string().nullable(),
      is_posted: z.boolean().nullable(),
      is_cancelled: z.boolean(),
      paid_on: z.string().nullable(),
      shipped_on: z.string().nullable(),
      as_of: z.string(),
    })
    .nullable(),
})
