import { z } from "@medusajs/framework/zod"
import { RELATION_KINDS, RELATIONS_MAX } from "../../../modules/product-card/rules/relation"

export const AdminNoRelationQuery = z.object({}).strict()

export const AdminSetRelations = z
  .object({
    kind: z.enum(RELATION_KINDS),
    relations: z
      .array(
        z
          .object({
            product_id: z.string().min(1).max(64),
            is_mutual: z.boolean().default(false).describe("Each of the two is shown beside the other"),
          })
          .strict()
      )
      .max(RELATIONS_MAX)
      .describe("All of the kind, in their order; an empty list takes them off"),
    version: z
      .string()
      .min(1)
      .max(40)
      .describe("Of the kind, from `versions` as they were read: what somebody else said since is not overwritten"),
  })
  .strict()
export type AdminSetRelations = z.infer<typeof AdminSetRelations>

export const AdminRelationsResponse = z.object({
  product_relations: z.array(
    z.object({
      kind: z.enum(RELATION_KINDS),
      source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
      product_id: z.string(),
      title: z.string(),
      article: z.string().nullable(),
      is_mutual: z.boolean(),
      is_from_other: z.boolean().describe("The other product says it, of both"),
    })
  ),
  versions: z.object({ related: z.string(), analogue: z.string(), accessory: z.string() }).describe("Of what the staff says, by kind"),
})
export type AdminRelationsResponse = z.infer<typeof AdminRelationsResponse>
