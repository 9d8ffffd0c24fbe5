import type { ErpSupplyLine } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { clean, formedAt, givenDay, id, mark, name } from "./fields"

const TEXT_MAX = 2000
/** Lines of one supply. */
const LINES_MAX = 10_000

/** Undefined leaves what is stored; null or an empty text says "none". */
const text = clean(TEXT_MAX)
  .transform((given) => given || null)
  .nullable()
  .optional()

/** Decimals come as text, so that no digit is lost on the way; a number of JSON is a float. */
const quantity = z.string().regex(/^\d{1,10}(\.\d{1,6})?$/, "must be a quantity such as 10")

export const supplyLineRow: z.ZodType<ErpSupplyLine> = z.strictObject({
  offer_external_id: id,
  quantity,
  arrived: quantity.default("0"),
  coefficient: quantity.refine((given) => /[1-9]/.test(given), "is above zero").default("1"),
})

/** A supply around its lines, which are checked one by one. */
export const supplyRow = z.strictObject({
  external_id: id,
  number: name,
  state: z.enum(["planned", "confirmed", "in_transit", "at_customs", "arrived", "cancelled"]),
  expected_on: givenDay,
  warehouse_external_id: id.nullable().optional(),
  supplier: text,
  comment: text,
  lines: z.array(z.unknown()).max(LINES_MAX).optional(),
  is_deleted: mark,
})

/** The package around its rows. */
export const suppliesEnvelope = z.strictObject({
  format: z.literal("kontor-supplies"),
  version: z.literal(1),
  formed_at: formedAt,
  supplies: z.array(z.unknown()).default([]),
})
