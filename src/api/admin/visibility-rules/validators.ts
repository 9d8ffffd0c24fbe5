import { z } from "@medusajs/framework/zod"
import { VISIBILITY_SCOPES, VISIBILITY_TARGETS } from "../../../modules/catalog/rules/decide-visibility"

const id = z.string().trim().min(1).max(64)
const text = z.string().trim().min(1).max(200)
const version = z.string().min(1).max(40).describe("`updated_at` of the rule that the change is made to")

/** Articles of one list. */
const ARTICLES_MAX = 5000

export const AdminListVisibilityRules = z
  .object({
    scope_kind: z.enum(VISIBILITY_SCOPES).optional(),
    scope_id: id.optional(),
    target_kind: z.enum(VISIBILITY_TARGETS).optional(),
    category_id: id.optional().describe("About this category or one above it"),
    effect: z.enum(["show", "hide"]).optional(),
    source: z.enum(["erp", "portal"]).optional(),
    q: z.string().trim().min(1).max(100).optional().describe("Part of its name, of whom it is for, or of what it is about"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListVisibilityRules = z.infer<typeof AdminListVisibilityRules>

const draft = {
  name: text,
  scope: z.object({ kind: z.enum(VISIBILITY_SCOPES), id: id.nullable().default(null).describe("Null for everyone") }).strict(),
  target: z
    .object({
      kind: z.enum(VISIBILITY_TARGETS),
      category_id: id.nullable().default(null).describe("The category with all below it"),
      value: text.nullable().default(null).describe("A brand, a label, or the value of a property"),
      property: text.nullable().default(null).describe("The property that has the value"),
      variant_id: id.nullable().default(null),
      articles: z.array(z.string().trim().min(1).max(100)).max(ARTICLES_MAX).optional().describe("Of a list; left out: as it stands"),
    })
    .strict(),
  shows: z.boolean().describe("Whether it shows or hides"),
}

export const AdminCreateVisibilityRule = z.object(draft).strict()
export type AdminCreateVisibilityRule = z.infer<typeof AdminCreateVisibilityRule>

export const AdminChangeVisibilityRule = z.object({ ...draft, updated_at: version }).strict()
export type AdminChangeVisibilityRule = z.infer<typeof AdminChangeVisibilityRule>

export const AdminPreviewVisibilityRule = z
  .object({
    id: id.nullable().default(null).describe("The rule that would be changed or ended; null for a new one"),
    draft: z.object(draft).strict().nullable().describe("Null = it would end"),
  })
  .strict()
export type AdminPreviewVisibilityRule = z.infer<typeof AdminPreviewVisibilityRule>

const visibilityRule = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.object({ kind: z.enum(VISIBILITY_SCOPES), id: z.string().nullable(), name: z.string().nullable() }),
  target: z.object({
    kind: z.enum(VISIBILITY_TARGETS),
    id: z.string().nullable().describe("A category or a variant"),
    property: z.string().nullable(),
    name: z.string().nullable(),
    size: z.number().int().nullable().describe("Products of a list"),
  }),
  shows: z.boolean(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  as_of: z.string().nullable().describe("Moment of the ERP's word, ISO 8601"),
  updated_at: z.string(),
})

const articles = z
  .object({ found: z.number().int(), unknown: z.array(z.string()), ambiguous: z.array(z.string()) })
  .describe("What became of the articles of a list")

export const AdminVisibilityRuleResponse = z.object({ visibility_rule: visibilityRule, articles })
export const AdminVisibilityRuleListResponse = z.object({
  visibility_rules: z.array(visibilityRule),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminEndedVisibilityRule = z.object({ id: z.string(), object: z.literal("visibility_rule"), deleted: z.literal(true) })
export const AdminVisibilityPreviewResponse = z.object({
  preview: z.object({
    contracts: z.number().int().describe("Live contracts for which something would change"),
    clients: z.number().int(),
    groups: z
      .array(
        z.object({
          contracts: z.number().int(),
          clients: z.number().int(),
          hidden: z.number().int().describe("Listed products that they see now and would not"),
          shown: z.number().int().describe("Listed products that they do not see now and would"),
        })
      )
      .describe("Clients that see alike now and then, the most first"),
    is_whole: z.boolean().describe("False where there are more groups than were compared"),
    articles,
  }),
})
