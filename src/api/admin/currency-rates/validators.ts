import { z } from "@medusajs/framework/zod"

const currency = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{3}$/, "must be a code such as USD")
  .transform((code) => code.toLowerCase())

const positive = (hint: string) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(",", "."))
    .refine((text) => /^\d{1,10}(\.\d{1,10})?$/.test(text) && /[1-9]/.test(text), hint)

export const AdminListCurrencyRates = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of a currency code"),
    on_date: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListCurrencyRates = z.infer<typeof AdminListCurrencyRates>

export const AdminPutCurrencyRate = z
  .object({
    currency_code: currency,
    in_currency: currency.optional().describe("The base currency of the store unless told"),
    on_date: z.iso.date().describe("The bank day, YYYY-MM-DD"),
    rate: positive("must be a positive number such as 92.5137").describe("What `nominal` units cost; exact decimal"),
    nominal: positive("must be a positive number such as 100").default("1"),
  })
  .strict()
export type AdminPutCurrencyRate = z.infer<typeof AdminPutCurrencyRate>

const currencyRate = z.object({
  id: z.string(),
  currency_code: z.string(),
  in_currency: z.string(),
  on_date: z.string().describe("YYYY-MM-DD"),
  rate: z.string().describe("What one unit costs; exact decimal"),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  as_of: z.string().nullable().describe("Moment of the ERP's word, ISO 8601"),
})

export const AdminCurrencyRateResponse = z.object({ currency_rate: currencyRate })
export const AdminCurrencyRateListResponse = z.object({
  currency_rates: z.array(currencyRate),
  base_currency: z.string().nullable().describe("Rates between two other currencies go through it"),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminDeletedCurrencyRate = z.object({ id: z.string(), object: z.literal("currency_rate"), deleted: z.literal(true) })
