import { z } from "@medusajs/framework/zod"
import { MAX_CART_LINES } from "../../../workflows/cart/steps/put-cart-lines"
import { askedUnit } from "../../asked-unit-schema"
import { lineMoney, pricesAsOf, promotion, retailAsOf, stockAsOf, vatTotals } from "../../money-schema"
import { toldRefinementSchema } from "./refinement-schema"

/** An exact decimal as JSON text or number; a comma is a decimal comma. Kept as text from here on. */
const Quantity = z
  .union([z.string().max(32), z.number()])
  .transform((value) => String(value).trim().replace(",", "."))
  .refine((value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value), "must be a decimal number")

const Line = z
  .object({
    article: z.string().trim().min(1).max(120).optional(),
    variant_id: z.string().trim().min(1).max(64).optional(),
    quantity: Quantity,
    unit: z.string().trim().min(1).max(32).optional(),
  })
  .strict()
  .refine((line) => (line.article === undefined) !== (line.variant_id === undefined), "needs either article or variant_id")

const bypassReason = z.string().trim().min(3).max(500).optional()

export const StorePutCartLines = z
  .object({
    lines: z.array(Line).min(1).max(MAX_CART_LINES),
    mode: z.enum(["add", "set"]).default("add"),
    bypass_reason: bypassReason.describe(
      "Given by a manager who acts for the client: why lines are let past multiplicity, minimum and maximum"
    ),
  })
  .strict()
export type StorePutCartLines = z.infer<typeof StorePutCartLines>

const Column = z.coerce.number().int().min(1).max(200)

/** Fields of the form beside the file; all are optional. Columns and rows count from 1. */
export const StoreOrderFormQuery = z
  .object({
    mode: z.enum(["add", "set"]).default("add"),
    article_column: Column.optional(),
    quantity_column: Column.optional(),
    unit_column: Column.optional(),
    own_number_column: Column.optional().describe("The dealer's own numbers, beside the articles"),
    header_row: z.coerce.number().int().min(1).max(1000).optional(),
    decimal_separator: z.enum([",", "."]).optional(),
    learn: z.stringbool().default(false).describe("Keep own numbers of the file that mean nothing yet"),
  })
  .strict()
  .refine((query) => (query.article_column === undefined) === (query.quantity_column === undefined), {
    message: "article_column and quantity_column go together",
  })
export type StoreOrderFormQuery = z.infer<typeof StoreOrderFormQuery>

export const StorePlaceOrder = z
  .object({
    expected_total: z
      .string()
      .regex(/^\d{1,15}(\.\d{1,6})?$/)
      .optional(),
    comment: z.string().trim().max(3000).optional(),
    bypass_reason: bypassReason.describe("Given by a manager who acts for the client: why it is placed outside the client's trading hours"),
  })
  .strict()
export type StorePlaceOrder = z.infer<typeof StorePlaceOrder>

export const StoreChangePromotions = z
  .object({
    promo_codes: z.array(z.string().min(1).max(200)).max(50).describe("None in a POST takes off all that were put by their codes"),
  })
  .strict()
export type StoreChangePromotions = z.infer<typeof StoreChangePromotions>

export const StoreMoveCart = z.object({ contract_id: z.string().min(1).max(64) }).strict()
export type StoreMoveCart = z.infer<typeof StoreMoveCart>

const Nearest = z.object({ lower: z.string().nullable(), upper: z.string().nullable() }).nullable()

const LineChange = z.discriminatedUnion("code", [
  z.object({ code: z.literal("price_changed"), from: z.string(), to: z.string() }),
  z.object({ code: z.literal("price_missing"), from: z.string() }),
  z.object({ code: z.literal("quantity_refused"), reason: z.string(), nearest: Nearest, available: z.string().nullable() }),
  z.object({ code: z.literal("not_visible") }),
  z.object({ code: z.literal("withheld"), reason: z.string() }),
])

const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).optional(),
})

/** A cart that went over to another contract, or did not: `refusals` say why. */
export const cartMoveSchema = z.object({
  cart_id: z.string(),
  is_moved: z.boolean(),
  refusals: z.array(refusalSchema),
  lines: z
    .array(
      z.object({
        line_id: z.string(),
        variant_id: z.string().nullable(),
        article: z.string().nullable(),
        title: z.string(),
        quantity: z.string(),
        changes: z.array(LineChange),
      })
    )
    .describe("The lines that the other contract changes, each with every reason; the rest stay as they are"),
})

export const StoreMovedCartResponse = z.object({ cart: cartMoveSchema })

const decimal = z.string().describe("Base units, exact decimal")

/** When goods that are not in stock could be had. */
const availability = z.object({
  in_stock: decimal,
  later: z
    .array(z.object({ expected_on: z.string().describe("YYYY-MM-DD"), quantity: decimal }))
    .describe("What supplies would bring, by day"),
  undated: decimal.describe("What would wait for a supply that nobody knows of yet"),
})

export const cartLineResult = z.object({
  row: z.number(),
  article: z.string().nullable(),
  variant_id: z.string().nullable(),
  status: z.enum(["added", "updated", "refused"]),
  code: z.string().nullable(),
  message: z.string().nullable(),
  nearest: Nearest,
  available: z.string().nullable(),
  quantity: z.string().nullable(),
  asked: askedUnit,
  unit_price: z.string().nullable(),
  money: z.object(lineMoney).nullable().describe("What the line of the cart comes to; null when refused"),
  availability: availability
    .nullable()
    .describe("When it could be had if it were ordered now; null = all of it is in stock, or it is refused"),
  merged_rows: z.array(z.number()),
  bypassed: z.string().nullable().describe("What it would have been refused as, had a manager not let it past the order rules"),
})

const toldThreshold = z.object({ from_amount: z.string(), price_type_name: z.string() })

const thresholdState = z
  .object({
    total: z.string().describe("Of the cart at prices without thresholds by total"),
    currency_code: z.string(),
    held: toldThreshold.nullable(),
    next: toldThreshold.extend({ missing: z.string().describe("Money that is missing to it") }).nullable(),
  })
  .nullable()
  .describe("Where the sum of the cart stands among the thresholds from which other prices hold; null = there are none")

export const cartPricingSchema = z
  .object({
    threshold: thresholdState,
    refinement: toldRefinementSchema,
    changes: z
      .array(refusalSchema)
      .describe(
        "price_changed: a line costs another amount than it was put in at; no_price: nothing; withheld: a rule withholds it from sale; not_listed: it is not sold any more"
      ),
    totals: z.object({ amount: z.string(), ...vatTotals }).describe("Exactly the sum of the lines"),
    promotions: z
      .array(promotion)
      .optional()
      .describe("The promotions that hold, with what each takes off the totals; left out where none does"),
    lines: z
      .array(z.object({ line_id: z.string(), ...lineMoney }))
      .optional()
      .describe("In answers of stock routes"),
    as_of: pricesAsOf,
    retail_as_of: retailAsOf,
    warehouses: z
      .array(z.object({ location_id: z.string(), name: z.string(), as_of: stockAsOf }))
      .describe("Those that the contract draws from, with the moment of their stock"),
  })
  .describe("What is told of the prices of a cart; stock routes answer it as `cart.pricing`")

export const StoreCartResponse = z.object({
  cart: z.looseObject({ id: z.string(), pricing: cartPricingSchema }).describe("As GET /store/carts/{id} gives it, with `fields` as there"),
})

export const StoreCartLinesResponse = z.object({
  cart_id: z.string(),
  accepted: z.number(),
  refused: z.number(),
  lines: z.array(cartLineResult),
  pricing: cartPricingSchema,
})

export const StoreOrderFormResponse = StoreCartLinesResponse.extend({
  own_numbers: z
    .array(
      z.object({
        number: z.string().describe("As the file has it"),
        row: z.number(),
        variant_id: z.string(),
        status: z
          .enum(["new", "learned", "differs", "ambiguous"])
          .describe(
            "new: may be kept by `learn`, or by POST /store/part-numbers; learned: is kept now; differs: means another product so far, and is changed by POST /store/part-numbers alone; ambiguous: the file has it for several products"
          ),
        known_variant_id: z.string().nullable().describe("What it means so far, where that is a product you see"),
      })
    )
    .describe("Own numbers that stand beside articles in the file and are not kept as such yet"),
  file: z.object({
    format: z.enum(["xlsx", "xls", "ods", "csv"]),
    sheet: z.string().nullable(),
    header: z.object({
      row: z.number().nullable(),
      article_column: z.number(),
      quantity_column: z.number(),
      unit_column: z.number().nullable(),
      own_number_column: z.number().nullable(),
      guessed: z.boolean(),
    }),
    rows: z.number(),
    skipped: z.number(),
  }),
})

export const StorePlacedOrderResponse = z.object({
  type: z.literal("order"),
  order: z.object({
    id: z.string(),
    display_id: z.number(),
    /** Under which the ERP knows it. */
    number: z.string(),
    currency_code: z.string(),
    total: z.string(),
    ...vatTotals,
    line_count: z.number(),
    created_at: z.string(),
    as_of: pricesAsOf,
    retail_as_of: retailAsOf,
  }),
})
