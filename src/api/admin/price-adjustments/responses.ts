import { z } from "@medusajs/framework/zod"
import { ADJUSTMENT_KINDS, SCOPE_KINDS } from "../../../modules/contract-pricing/rules/adjustment"
import { AdminAuditEntryListResponse } from "../audit-entries/validators"

const decimal = z.string().describe("Exact decimal")
const day = z.string().nullable().describe("YYYY-MM-DD; null = open")
const named = z.object({ id: z.string(), name: z.string() })

export const entryName = z.object({
  variant_id: z.string(),
  article: z.string().nullable(),
  title: z.string(),
  variant_title: z.string().nullable(),
})

const adjustment = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.object({ kind: z.enum(SCOPE_KINDS), id: z.string().nullable(), name: z.string().nullable() }),
  target: z
    .object({
      category: named.nullable(),
      brand: z.string().nullable(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })),
      labels: z.array(z.string()),
      list_size: z.number().int().nullable().describe("How many products the list has; null = there is none"),
    })
    .describe("All that is named must hold; nothing = everything"),
  kind: z.enum(ADJUSTMENT_KINDS),
  value: decimal,
  currency_code: z.string().nullable(),
  from_quantity: decimal,
  starts_on: day,
  ends_on: day,
  is_stacking: z.boolean(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  document: z.string().nullable().describe("The document in the ERP"),
  as_of: z.string().nullable(),
  updated_at: z.string().describe("The version that a change names"),
})

const articles = z
  .object({ found: z.number().int(), unknown: z.array(z.string()), ambiguous: z.array(z.string()) })
  .describe("What became of the articles of the list; those that are not found are left out of it")

export const AdminPriceAdjustmentListResponse = z.object({
  price_adjustments: z.array(adjustment),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminPriceAdjustmentCardResponse = z.object({
  price_adjustment: adjustment,
  products: z.array(entryName).describe("The first 200 of the list"),
  history: AdminAuditEntryListResponse.shape.audit_entries.describe("What people changed, newest first, at most 50"),
})

export const AdminPriceAdjustmentResponse = z.object({ price_adjustment: adjustment, articles })

export const AdminPriceAdjustmentEndedResponse = z.object({
  id: z.string(),
  object: z.literal("price_adjustment"),
  deleted: z.literal(true),
})

const side = z.object({
  price: decimal.nullable(),
  held_by: z.enum(["contract_price", "adjustment", "price_type", "withheld", "nothing"]),
  names: z.array(z.string()).describe("Of the adjustments that had a part in it, the farthest first, or of the price type"),
})

const count = z.number().int()

export const AdminPriceAdjustmentPreviewResponse = z.object({
  preview: z.object({
    day: z.string().describe("The day that prices are compared on, YYYY-MM-DD: today, or the first on which the adjustment holds"),
    touched: z.object({ products: count, contracts: count, clients: count }).describe("All that it reaches, before or after"),
    compared: z
      .object({
        products: count,
        contracts: count,
        prices: count,
        is_whole: z.boolean().describe("False: a sample of contracts and products"),
      })
      .describe("How much of that was compared"),
    changed: z
      .object({ prices: count, cheaper: count, dearer: count, gained: count, lost: count })
      .describe("Of the compared ones: at any quantity; gained and lost are those without a price, or withheld from sale, on one side"),
    examples: z.array(
      z.object({
        contract: z.object({ id: z.string(), number: z.string(), legal_entity: named }),
        product: entryName,
        currency_code: z.string(),
        quantity: decimal.describe("The least at which the price differs"),
        before: side,
        after: side,
        is_changed: z.boolean(),
      })
    ),
    articles,
  }),
})

export const AdminAdjustmentChoicesResponse = z.object({
  choices: z.array(z.object({ id: z.string(), name: z.string(), note: z.string().nullable() })),
  count,
})
