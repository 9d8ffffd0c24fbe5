import { z } from "@medusajs/framework/zod"

const moment = z.string().describe("ISO 8601")

/** Nothing is sent: the cart is refined as it stands. */
export const StoreRefineCart = z.object({}).strict()

/** Whether the prices of a cart are the ERP's own word. */
export const refinementState = {
  refined: z
    .object({
      at: moment,
      valid_until: moment.describe("Until then, and while contract, lines and quantities stay, the prices hold"),
      source: z.string().describe("The ERP base that was asked"),
      document: z.string().nullable().describe("The document in the ERP"),
      as_of: moment.describe("Moment of the ERP's word"),
    })
    .nullable(),
  not_refined: z
    .object({
      code: z
        .string()
        .describe(
          "`erp_unavailable`, `erp_timeout`, `erp_refused`, `erp_answer_invalid`, `erp_paused`, `erp_busy`, `erp_failed`, `no_refiner`, `contract_unknown_to_erp`, `nothing_to_refine`, `nothing_refined`, `cart_changed`, `refinement_expired` or `not_asked`"
        ),
      at: moment.nullable(),
    })
    .nullable()
    .describe("Why our own prices hold; beside `refined`: why the last attempt brought nothing newer"),
}

export const StoreRefinedCartResponse = z.object({
  cart: z.object({
    cart_id: z.string(),
    ...refinementState,
    remarks: z
      .array(
        z.object({
          line_id: z.string(),
          variant_id: z.string().nullable(),
          article: z.string().nullable(),
          code: z.enum(["line_missing", "amount_far_off", "unknown_to_erp"]),
          our_price: z.string(),
          erp_price: z.string().nullable(),
        })
      )
      .describe("Lines that keep our price"),
    changes: z
      .array(z.object({ line_id: z.string(), variant_id: z.string().nullable(), title: z.string(), from: z.string(), to: z.string() }))
      .describe("Lines whose price in the cart is another now"),
  }),
})

/** Beside the prices of a cart. */
export const toldRefinementSchema = z
  .object(refinementState)
  .nullable()
  .describe("Whether the ERP's own word on the cart holds; null = it was never asked")
