import { z } from "@medusajs/framework/zod"
import { MIN_SECRET_LENGTH } from "../../../modules/onec/limits"

export const accountSchema = z.object({
  id: z.string(),
  login: z.string(),
  source: z.string(),
  dialect: z.enum(["auto", "client_a", "client_b"]),
  is_active: z.boolean(),
  file_limit: z.number().int().nullable(),
  last_used_at: z.coerce.date().nullable(),
  created_at: z.coerce.date(),
})

export const listAccountsQuery = z
  .object({
    is_active: z.enum(["true", "false"]).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()

export const createAccountBody = z
  .object({
    /** No colon: Basic authorization ends the login there. */
    login: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^:\p{Cc}]+$/u, "must hold neither a colon nor control characters"),
    /** Name of the 1C base; two accounts of one base share it. */
    source: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[\p{L}\p{N}._-]+$/u, "may hold letters, digits, dot, dash and underscore"),
    dialect: z.enum(["auto", "client_a", "client_b"]).default("auto"),
    /** Generated when left out. */
    secret: z.string().min(MIN_SECRET_LENGTH).max(200).optional(),
    /** Largest piece of a file, in bytes. */
    file_limit: z.number().int().min(1024).max(2_147_483_647).nullable().optional(),
  })
  .strict()

export const accountListResponse = z.object({
  exchange_accounts: z.array(accountSchema),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
})
export const accountResponse = z.object({ exchange_account: accountSchema })
export const createdAccountResponse = z.object({
  exchange_account: accountSchema,
  /** Shown this once. */
  secret: z.string(),
})

export type ListAccountsQuery = z.infer<typeof listAccountsQuery>
export type CreateAccountBody = z.infer<typeof createAccountBody>
