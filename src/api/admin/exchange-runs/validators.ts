import { z } from "@medusajs/framework/zod"

const PAGE_MAX = 100
const runState = z.enum(["running", "done", "failed"])
const direction = z.enum(["in", "out"])

export const AdminListExchangeRuns = z
  .object({
    direction: direction.optional(),
    state: runState.optional(),
    kind: z.string().trim().min(1).max(40).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListExchangeRuns = z.infer<typeof AdminListExchangeRuns>

export const AdminGetExchangeRun = z
  .object({
    issue_limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX).describe("Issues of the run in this answer"),
    issue_offset: z.coerce.number().int().min(0).max(1000).default(0),
  })
  .strict()
export type AdminGetExchangeRun = z.infer<typeof AdminGetExchangeRun>

export const AdminRetryExchangeRun = z.object({}).strict()

const kindCounts = z.object({
  received: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  deleted: z.number().int(),
  unchanged: z.number().int(),
})

export const exchangeRunSchema = z.object({
  id: z.string(),
  source: z.string(),
  direction,
  kind: z.string(),
  filename: z.string().nullable(),
  state: runState,
  started_at: z.string(),
  finished_at: z.string().nullable(),
  duration_ms: z.number().int().nullable(),
  counts: z.record(z.string(), kindCounts),
  issue_count: z.number().int(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  formed_at: z.string().nullable().describe("As the sender wrote it"),
})

export const AdminExchangeRunListResponse = z.object({
  exchange_runs: z.array(exchangeRunSchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminExchangeRunResponse = z.object({
  exchange_run: exchangeRunSchema.extend({
    issues: z.array(
      z.object({
        position: z.number().int(),
        severity: z.enum(["info", "warning", "error"]),
        code: z.string(),
        message: z.string(),
        subject: z.string().nullable(),
      })
    ),
  }),
})

export const AdminRetryExchangeRunResponse = z.object({ inbox_id: z.string() })
