import { z } from "@medusajs/framework/zod"

/** Base units as text; at most what a numeric(18, 6) of the tables holds. */
export const priceQuantity = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,6})?$/, "must be a quantity such as 10")
  .default("1")
  .describe("Base units")

const text = z.string().describe("The same as a sentence, in the language asked for")
const decimal = z.string().describe("Exact decimal")
const day = z.string().nullable().describe("YYYY-MM-DD; null = open")
const source = {
  document: z.string().nullable().describe("The document in the ERP"),
  as_of: z.string().nullable().describe("Moment of the ERP's word, ISO 8601"),
}
export const priceOutcome = z
  .enum([
    "holds",
    "farther",
    "quantity_not_reached",
    "depends_on_total",
    "contract_price_is_final",
    "no_price",
    "other_region",
    "other_vat",
    "not_in_force",
    "too_far",
    "rate_missing",
    "adjustments_shut_off",
  ])
  .describe("What became of the row: one that does not hold says why")
const adjustment = {
  id: z.string(),
  name: z.string(),
  scope_kind: z.enum(["contract", "legal_entity", "holding", "client_category", "region", "everyone"]),
  is_stacking: z.boolean(),
  kind: z.enum(["percent", "fixed"]),
  value: decimal,
  ...source,
}

const rate = z
  .object({
    currency_code: z.string(),
    in_currency: z.string(),
    on_date: z.string().describe("Bank day, YYYY-MM-DD"),
    rate: decimal.describe("What one unit costs"),
    source: z.enum(["erp", "portal"]),
    as_of: source.as_of,
    is_inverse: z.boolean().describe("Used the other way: the amount is divided by it"),
  })
  .describe("The rate of a day, as it was used")

export const missingRate = z
  .object({ currency_code: z.string(), in_currency: z.string() })
  .nullable()
  .describe("There is no price because there is no rate of the day between these currencies")

const ofTotal = z.string().nullable().describe("Of a total; null of a quantity")

/** One step to a price. Orders keep it as it was when they were placed. */
export const priceStep = z.discriminatedUnion("code", [
  z.object({ code: z.literal("contract_price"), amount: decimal, from_quantity: decimal, ...source }),
  z.object({
    code: z.literal("base_price"),
    amount: decimal,
    currency_code: z.string().optional().describe("Of the amount; orders that were placed before rates were known do not have it"),
    price_type_id: z.string(),
    price_type_name: z.string(),
    as_of: source.as_of,
    threshold: z
      .object({
        ...{ id: z.string(), basis: z.enum(["total", "quantity"]), from_amount: decimal },
        ...{ currency_code: ofTotal.optional(), scope_kind: adjustment.scope_kind, ...source },
      })
      .optional()
      .describe("What brings the type, where it is not the contract's own"),
    tier: z
      .object({
        from_quantity: decimal.describe("Base units from which it holds"),
        coefficient: decimal.describe("Base units in one unit; 1 = a price by quantity alone"),
        amount: decimal.describe("Of one unit"),
        unit: z.string().nullable().describe("Name of the sales unit"),
      })
      .optional()
      .describe("The price by unit or quantity that the amount is of, where it is not the plain one of the type"),
    passed_over: z
      .array(
        z.object({
          ...{ id: z.string(), name: z.string() },
          reason: z.enum(["no_price", "other_region", "other_vat", "not_in_force", "too_far"]),
        })
      )
      .readonly()
      .optional()
      .describe(
        "The contract's own type and those that it falls back to, as far as they come before this one, and why none of them decides"
      ),
  }),
  z.object({ code: z.literal("converted"), amount: decimal, rates: z.array(rate) }),
  z.object({ code: z.literal("adjustments_shut_off"), amount: decimal, label: z.string() }),
  z.object({ code: z.literal("adjusted"), amount: decimal, ...adjustment }),
  z.object({ code: z.literal("held_at_zero"), amount: decimal }),
  z.object({
    code: z.literal("adjusted_by_plugin"),
    amount: decimal,
    plugin: z.string(),
    reason: z.object({ en: z.string(), ru: z.string() }).describe("Why, in the plugin's own words"),
  }),
  z.object({
    code: z.literal("refined_at_erp"),
    amount: decimal,
    source: z.string().describe("The ERP base that was asked about the formed cart"),
    document: source.document,
    as_of: z.string().describe("Moment of the ERP's word, ISO 8601"),
    refined_at: z.string().describe("When it was asked, ISO 8601"),
  }),
  z.object({ code: z.literal("rounded"), amount: decimal }),
  z.object({
    code: z.literal("set_by_staff"),
    amount: decimal,
    user_name: z.string().nullable().describe("Who set it as the order was changed"),
  }),
  z.object({
    code: z.literal("promotion"),
    amount: decimal.describe("What is left of the whole line"),
    promotion: z.string().describe("Code of the promotion"),
    discount: decimal.describe("What it took off the line"),
  }),
])

const target = z.object({ kind: z.enum(["category", "brand", "property", "label", "list"]), name: z.string(), value: z.string() })

/** Why a price is what it is: the steps to it, and all rows that were considered, the nearest first. */
export const PriceExplanationResponse = z.object({
  explanation: z.object({
    contract_id: z.string(),
    variant_id: z.string(),
    quantity: decimal,
    day: z.string().describe("Day of the supplier, YYYY-MM-DD"),
    currency_code: z.string(),
    text: z.string().describe("The price, or that there is none, as a sentence"),
    price: decimal.nullable(),
    includes_vat: z.boolean().describe("Whether the price includes VAT"),
    vat_rate: decimal.nullable().describe("Percent; null = without VAT or not told"),
    vat: decimal.nullable().describe("VAT of the price: the part of it that is tax, or what comes on top where it includes none"),
    withheld: z.string().nullable().describe("The rule that withholds the product from sale: it cannot be ordered, whatever it costs"),
    missing_rate: missingRate,
    shut_off_by: z.string().nullable().describe("The label of the product that shuts adjustments off"),
    base_price: z
      .object({ amount: decimal, currency_code: z.string(), price_type_name: z.string() })
      .nullable()
      .describe("Before prices of the contract, adjustments and rounding"),
    retail_price: decimal.nullable(),
    discount_percent: decimal.nullable(),
    next_price: z.object({ from_quantity: decimal, price: decimal, text }).nullable(),
    steps: z
      .array(z.intersection(priceStep, z.object({ text })))
      .describe("From a row to the price, with the amount after each; empty = there is no price"),
    contract_prices: z.array(
      z.object({ amount: decimal, from_quantity: decimal, starts_on: day, ends_on: day, ...source, outcome: priceOutcome, text })
    ),
    price_types: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        amount: decimal.nullable(),
        currency_code: z.string().describe("Of the amount"),
        as_of: source.as_of,
        outcome: priceOutcome,
        text,
      })
    ),
    thresholds: z
      .array(
        z.object({
          id: z.string(),
          basis: z.enum(["total", "quantity"]),
          from_amount: decimal,
          currency_code: ofTotal,
          scope_kind: adjustment.scope_kind,
          price_type_name: z.string(),
          amount: decimal.nullable(),
          ...source,
          outcome: priceOutcome,
          text,
        })
      )
      .describe(
        "Of the nearest scope that has any, those by total first, each from the greatest down: at which sum or quantity another type would hold"
      ),
    adjustments: z.array(
      z.object({
        ...adjustment,
        from_quantity: decimal,
        starts_on: day,
        ends_on: day,
        target: z.array(target).describe("All of it must hold; empty = everything"),
        outcome: priceOutcome,
        text,
      })
    ),
    withholdings: z
      .array(
        z.object({
          ...{ id: adjustment.id, name: adjustment.name, scope_kind: adjustment.scope_kind, ...source },
          ...{ starts_on: day, ends_on: day, target: z.array(target), outcome: priceOutcome, text },
        })
      )
      .describe("Rules that withhold the product from sale, the nearest first"),
  }),
})
export type PriceExplanationResponse = z.infer<typeof PriceExplanationResponse>

/** What was kept of the price of an order's line. */
export const keptExplanation = z.object({
  contract_id: z.string().nullable(),
  day: z.string().nullable(),
  quantity: decimal.nullable(),
  steps: z.array(z.looseObject({ code: z.string(), amount: z.string().nullable(), text })),
})
export type KeptExplanationView = z.infer<typeof keptExplanation>
