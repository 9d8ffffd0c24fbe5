import type { ErpProductDocument, ErpProductRelations } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { deliveredPath } from "../delivered-path"
import { clean, formedAt, givenDay, id, mark } from "./fields"

/** Products of one list. */
const OTHERS_MAX = 50
/** Products that one document names. */
const PRODUCTS_MAX = 5_000
/** Groups, or manufacturers, that one document names. */
const WIDE_MAX = 500
const TITLE_MAX = 200
const NUMBER_MAX = 100
const PATH_MAX = 200
const NAME_MAX = 500

/** Undefined leaves what is stored; null or an empty text says "none". */
const text = (max: number) =>
  clean(max)
    .transform((given) => given || null)
    .nullable()
    .optional()
const needed = (max: number) => clean(max).pipe(z.string().min(1))

export const relationRow: z.ZodType<ErpProductRelations> = z
  .strictObject({
    product_external_id: id,
    relation: z.enum(["related", "analogue", "accessory"]),
    to_external_ids: z.array(id).max(OTHERS_MAX),
    is_mutual: mark,
  })
  .transform((row) => ({ kind: "product_relations" as const, ...row }))

export const documentRow: z.ZodType<ErpProductDocument> = z
  .strictObject({
    external_id: id,
    kind: z.enum(["certificate", "declaration", "passport", "instruction", "drawing", "warranty", "other"]),
    title: needed(TITLE_MAX),
    title_en: text(TITLE_MAX),
    number: text(NUMBER_MAX),
    valid_until: givenDay.optional(),
    file: needed(PATH_MAX).transform(deliveredPath),
    product_external_ids: z.array(id).max(PRODUCTS_MAX).optional(),
    group_external_ids: z.array(id).max(WIDE_MAX).optional(),
    manufacturers: z.array(needed(NAME_MAX)).max(WIDE_MAX).optional(),
    is_deleted: mark,
  })
  .transform(({ kind, ...row }) => ({ kind: "product_document" as const, document_kind: kind, ...row }))

/** The package around its rows. */
export const cardsEnvelope = z.strictObject({
  format: z.literal("kontor-cards"),
  version: z.literal(1),
  formed_at: formedAt,
  relations: z.array(z.unknown()).default([]),
  documents: z.array(z.unknown()).default([]),
})
