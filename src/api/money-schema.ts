import { z } from "@medusajs/framework/zod"

/** A promotion and what it takes off. */
export const promotion = z.object({ code: z.string(), amount: z.string().describe("Money of the currency") })

/** What a line comes to, with its VAT. */
export const lineMoney = {
  vat_rate: z.string().nullable().describe("Percent; null = without VAT or not told"),
  amount: z.string().describe("Price times quantity, without what promotions take off"),
  discount: z.string().optional().describe("What promotions take off the line; left out where that is nothing"),
  promotions: z.array(promotion).optional().describe("Each of them with what it takes off; left out where there is none"),
  vat: z.string().nullable().describe("VAT of the amount: the part of it that is tax, or what comes on top where prices include none"),
}

/** What all lines come to: the sums of what is told of each. */
export const vatTotals = {
  includes_vat: z.boolean().describe("Whether amounts include VAT"),
  discount: z
    .string()
    .optional()
    .describe("What promotions take off all lines, which the amount is without; left out where that is nothing"),
  vat: z.string().nullable().describe("VAT of all lines; null where no line has a rate"),
  amount_with_vat: z.string(),
}

export const pricesAsOf = z.string().nullable().describe("Moment at which the ERP's prices of the contract's own type were true, ISO 8601")
export const retailAsOf = z.string().nullable().describe("The same of the retail prices")
export const stockAsOf = z
  .string()
  .nullable()
  .describe("Moment at which the ERP's stock of the warehouse was true, ISO 8601; null = the ERP tells none of it, or not when")
