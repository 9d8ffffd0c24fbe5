import { z } from "@medusajs/framework/zod"
import { ORDER_RULE_TARGETS } from "../../../database/order-rules/order-rule-listing"
import { SCOPE_KINDS } from "../../../modules/contract-pricing/rules/adjustment"

const id = z.string().trim().min(1).max(64)
const text = z.string().trim().min(1).max(200)
const version = z.string().min(1).max(40).describe("`updated_at` of the rule that the change is made to")
const quantity = z
  .string()
  .trim()
  .transform((given) => given.replace(",", "."))
  .refine((given) => /^\d{1,9}(\.\d{1,6})?$/.test(given), "must be a quantity such as 12")
  .nullable()
  .default(null)

export const AdminListOrderRules = z
  .object({
    scope_kind: z.enum(SCOPE_KINDS).optional(),
    scope_id: text.optional(),
    target_kind: z.enum(ORDER_RULE_TARGETS).optional(),
    source: z.enum(["erp", "portal"]).optional(),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name of whom it is for, of what it aims at, or of the document"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListOrderRules = z.infer<typeof AdminListOrderRules>

const draft = {
  scope: z
    .object({ kind: z.enum(SCOPE_KINDS), id: text.nullable().default(null).describe("Null for everyone; a region by its name") })
    .strict(),
  target: z
    .object({
      variant_id: id.nullable().default(null),
      category_id: id.nullable().default(null).describe("With all below it"),
    })
    .strict()
    .describe("One product, one category, or, with neither, everything")
    .default({ variant_id: null, category_id: null }),
  unit_code: z
    .string()
    .trim()
    .min(1)
    .max(20)
    .nullable()
    .default(null)
    .describe("The sales unit that the quantities are in; null = base units"),
  multiplicity: quantity.describe("Null = the rule says nothing of it; 1 lifts what a farther rule says"),
  minimum: quantity.describe("Null = the rule says nothing of it; 0 lifts what a farther rule says"),
  maximum: quantity.describe("Null = the rule says nothing of it"),
}

export const AdminCreateOrderRule = z.object(draft).strict()
export type AdminCreateOrderRule = z.infer<typeof AdminCreateOrderRule>

export const AdminChangeOrderRule = z.object({ ...draft, updated_at: version }).strict()
export type AdminChangeOrderRule = z.infer<typeof AdminChangeOrderRule>

export const AdminPreviewOrderRule = z
  .object({
    id: id.optional().describe("The rule that is changed or ended; left out for a new one"),
    order_rule: AdminCreateOrderRule.nullable().describe("Null: it ends"),
  })
  .strict()
  .refine(({ id: named, order_rule }) => named !== undefined || order_rule !== null, "names a rule to end")
export type AdminPreviewOrderRule = z.infer<typeof AdminPreviewOrderRule>

const decimal = z.string().describe("Exact decimal")
const product = z.object({
  variant_id: z.string(),
  article: z.string().nullable(),
  title: z.string(),
  variant_title: z.string().nullable(),
})

const orderRule = z.object({
  id: z.string(),
  scope: z.object({ kind: z.enum(SCOPE_KINDS), id: z.string().nullable(), name: z.string().nullable() }),
  target: z.object({ product: product.nullable(), category: z.object({ id: z.string(), name: z.string() }).nullable() }),
  unit: z.object({ code: z.string(), name: z.string() }).nullable().describe("Of the quantities; null = base units"),
  multiplicity: decimal.nullable(),
  minimum: decimal.nullable(),
  maximum: decimal.nullable(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  document: z.string().nullable(),
  as_of: z.string().nullable().describe("Moment of the ERP's word, ISO 8601"),
  updated_at: z.string(),
})

export const AdminOrderRuleResponse = z.object({ order_rule: orderRule })
export const AdminOrderRuleListResponse = z.object({
  order_rules: z.array(orderRule),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminEndedOrderRule = z.object({ id: z.string(), object: z.literal("order_rule"), deleted: z.literal(true) })

const valid = z
  .object({ step: decimal, minimum: decimal, maximum: decimal.nullable() })
  .nullable()
  .describe("What may be ordered, in base units; null = nothing")

export const AdminOrderRulePreviewResponse = z.object({
  preview: z.object({
    touched: z.object({ products: z.number().int(), contracts: z.number().int(), clients: z.number().int() }),
    compared: z.object({ products: z.number().int(), contracts: z.number().int(), is_whole: z.boolean() }),
    changed: z.number().int().describe("Pairs of contract and product"),
    impossible: z.number().int().describe("Of those the ones of which nothing could be ordered"),
    examples: z.array(
      z.object({
        contract: z.object({ id: z.string(), number: z.string(), legal_entity: z.object({ id: z.string(), name: z.string() }) }),
        product,
        before: valid,
        after: valid,
        is_changed: z.boolean(),
      })
    ),
  }),
})
