import { z } from "@medusajs/framework/zod"

/** A contract in answers to dealers and staff; made by `presentContract`. */
export const contractSchema = z.object({
  id: z.string(),
  number: z.string(),
  legal_entity_id: z.string(),
  supplier_entity: z.object({ id: z.string(), name: z.string() }),
  price_type: z.object({ id: z.string(), name: z.string() }).nullable(),
  currency_code: z.string(),
  starts_on: z.string().nullable().describe("First calendar day, YYYY-MM-DD"),
  ends_on: z.string().nullable().describe("Last calendar day, YYYY-MM-DD"),
  payment_terms: z.string().nullable(),
  credit_limit: z.string().nullable().describe("Decimal in the currency of the contract; null when the ERP has named none"),
  credit_terms: z.string().nullable(),
  credit_as_of: z.coerce.string().nullable().describe("Moment at which the ERP's terms of credit were true"),
  state: z.enum(["active", "blocked", "closed"]),
  as_of: z.coerce.string().nullable().describe("Moment at which the ERP's fact was true"),
  usable: z.boolean(),
  refusal: z
    .object({
      code: z.enum(["entity_not_active", "contract_blocked", "contract_closed", "contract_not_begun", "contract_expired"]),
      message: z.string(),
    })
    .nullable()
    .describe("Why the contract cannot be used today"),
})
