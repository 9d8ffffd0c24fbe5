import type { ErpProductRelations } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { formedAt, id, mark } from "./fields"

/** Products of one list. */
const OTHERS_MAX = 50

export const relationRow: z.ZodType<ErpProductRelations> = z
  .strictObject({
    product_external_id: id,
    relation: z.enum(["related", "analogue", "accessory"]),
    to_external_ids: z.array(id).max(OTHERS_MAX),
    is_mutual: mark,
  })
  .transform((row) => ({ kind: "product_relations" as const, ...row }))

/** The package around its rows. */
export const cardsEnvelope = z.strictObject({
  format: z.literal("kontor-cards"),
  version: z.literal(1),
  formed_at: formedAt,
  relations: z.array(z.unknown()).default([]),
})
