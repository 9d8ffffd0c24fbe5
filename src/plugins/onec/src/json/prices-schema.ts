import type {
  ErpContractPrice,
  ErpCurrencyRate,
  ErpExclusiveLabel,
  ErpOrderRule,
  ErpPrice,
  ErpPriceAdjustment,
  ErpPriceThreshold,
  ErpPriceTypeRule,
  ErpVisibilityRule,
} from "@kontor/framework"
import { MathBN } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { compareDecimals, isPositive, parseDecimal } from "../commerceml/values/decimal"
import { clean, currency, day, formedAt, givenDay, id, mark, name } from "./fields"

const TEXT_MAX = 2000
/** Properties or labels of one target. */
const CONDITIONS_MAX = 20
/** Offers of one list, and prices of one contract. */
const OFFERS_MAX = 100_000

const text = clean(TEXT_MAX)
  .transform((given) => given || null)
  .nullable()

/** Decimals come as text, so that no digit is lost on the way; a number of JSON is a float. */
const amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, "must be an amount such as 1250.50")
const quantity = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,6})?$/, "must be a quantity such as 10")
  .default("0")
/** "1.0" and "1" are one number. */
const canonical = (text: string): string => parseDecimal(text) ?? text
const signed = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, "must be a signed number such as -7.5")

const inOrder = ({ starts_on, ends_on }: { starts_on: string | null; ends_on: string | null }) =>
  starts_on === null || ends_on === null || starts_on <= ends_on

/** Checked one by one. */
const priceList = z.array(z.unknown()).max(OFFERS_MAX)

export const priceTypeRow: z.ZodType<ErpPriceTypeRule> = z
  .strictObject({ external_id: id, fallback_external_id: id.nullable().optional(), region: text.optional(), prices: priceList.optional() })
  .transform(({ prices: _, ...row }) => ({ kind: "price_type_rule" as const, ...row }))

/** A price type around its prices, which are checked one by one. */
export const priceTypeWithPrices = z.looseObject({ external_id: id, prices: priceList })

/** Told from one unit on, or from less, it is the price of the unit. */
export const typePriceRow: z.ZodType<Omit<ErpPrice, "price_type_external_id">> = z
  .strictObject({ offer_external_id: id, amount, coefficient: amount.default("1"), from_quantity: quantity })
  .refine(({ coefficient }) => isPositive(canonical(coefficient)), "has a coefficient above zero")
  .transform(({ coefficient: written, from_quantity, ...row }) => {
    const coefficient = canonical(written)
    const from = canonical(from_quantity)
    const tier = compareDecimals(from, coefficient) <= 0 ? {} : { from_quantity: from }
    return { kind: "price" as const, ...row, currency_code: null, coefficient, ...tier }
  })

export const contractPriceRow: z.ZodType<Omit<ErpContractPrice, "contract_external_id">> = z
  .strictObject({
    offer_external_id: id,
    from_quantity: quantity,
    starts_on: day,
    ends_on: day,
    amount,
    coefficient: amount.default("1"),
    document: text.default(null),
    is_deleted: mark,
  })
  .refine(inOrder, "ends before it starts")
  .transform((row) => ({ kind: "contract_price" as const, ...row }))

/** A contract around its prices, which are checked one by one. */
export const contractRow = z.strictObject({
  external_id: id,
  is_full: mark,
  currency_code: currency.optional(),
  prices: priceList.default([]),
})

const scope = z
  .strictObject({
    kind: z.enum(["contract", "legal_entity", "holding", "client_category", "region", "everyone"]),
    external_id: id.nullable().default(null),
  })
  .refine(({ kind, external_id }) => (kind === "everyone") === (external_id === null), "names whom it is for, unless that is everyone")

const target = z.strictObject({
  group_external_id: id.nullable().optional(),
  brand: name.nullable().optional(),
  properties: z
    .array(z.strictObject({ name, value: name }))
    .max(CONDITIONS_MAX)
    .optional(),
  labels: z.array(name).max(CONDITIONS_MAX).optional(),
  offer_external_ids: z.array(id).max(OFFERS_MAX).optional(),
})

export const adjustmentRow: z.ZodType<ErpPriceAdjustment> = z
  .strictObject({
    external_id: id,
    name,
    scope,
    target: target.default({}),
    change: z.enum(["percent", "fixed", "withheld"]),
    value: signed.optional(),
    currency_code: currency.nullable().default(null),
    from_quantity: quantity,
    starts_on: day,
    ends_on: day,
    is_stacking: mark,
    document: text.default(null),
    is_deleted: mark,
  })
  .refine(inOrder, "ends before it starts")
  .refine(
    ({ change, currency_code }) => (change === "fixed") === (currency_code !== null),
    "a fixed change has a currency, a percentage has none"
  )
  .refine(({ change, value }) => change === "withheld" || value !== undefined, "has a value, unless it withholds goods from sale")
  .refine(
    ({ change, value = "0", from_quantity, is_stacking }) =>
      change !== "withheld" || (!is_stacking && ![value, from_quantity].some((given) => /[1-9]/.test(given))),
    "has no value, quantity or stacking where it withholds goods from sale"
  )
  .transform(({ value = "0", ...row }) => ({ kind: "price_adjustment" as const, ...row, value }))

/** Positive, with as many digits as a rate is kept with. */
const rate = z
  .string()
  .refine((text) => /^\d{1,10}(\.\d{1,10})?$/.test(text) && /[1-9]/.test(text), "must be a positive number such as 92.5137")

export const currencyRateRow: z.ZodType<ErpCurrencyRate> = z
  .strictObject({
    currency_code: currency,
    in_currency: currency,
    on_date: givenDay.unwrap(),
    rate,
    nominal: rate.default("1"),
    is_deleted: mark,
  })
  .refine(({ currency_code, in_currency }) => currency_code !== in_currency, "is the rate of a currency in itself")
  .transform((row) => ({ kind: "currency_rate" as const, ...row }))

export const thresholdRow: z.ZodType<ErpPriceThreshold> = z
  .strictObject({
    external_id: id,
    scope,
    basis: z.enum(["total", "quantity"]),
    from_amount: amount.refine((given) => /[1-9]/.test(given), "begins above zero"),
    currency_code: currency.nullable().default(null),
    price_type_external_id: id,
    starts_on: day,
    ends_on: day,
    document: text.default(null),
    is_deleted: mark,
  })
  .refine(inOrder, "ends before it starts")
  .refine(
    ({ basis, currency_code }) => (basis === "total") === (currency_code !== null),
    "a threshold by total has a currency, one by quantity has none"
  )
  .transform((row) => ({ kind: "price_threshold" as const, ...row }))

const ruled = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, "must be a quantity such as 12")
  .nullable()
  .default(null)
const isAboveZero = (given: string | null) => given === null || /[1-9]/.test(given)

export const orderRuleRow: z.ZodType<ErpOrderRule> = z
  .strictObject({
    external_id: id,
    scope,
    target: z
      .strictObject({ offer_external_id: id.nullable().optional(), group_external_id: id.nullable().optional() })
      .refine(({ offer_external_id, group_external_id }) => !offer_external_id || !group_external_id, "aims at an offer or at a group")
      .default({}),
    unit_code: clean(20)
      .transform((given) => given || null)
      .nullable()
      .default(null),
    multiplicity: ruled.refine(isAboveZero, "is above zero"),
    minimum: ruled,
    maximum: ruled.refine(isAboveZero, "is above zero"),
    document: text.default(null),
    is_deleted: mark,
  })
  .refine(
    ({ is_deleted, multiplicity, minimum, maximum }) => is_deleted || multiplicity !== null || minimum !== null || maximum !== null,
    "says a multiplicity, a minimum or a maximum"
  )
  .refine(({ minimum, maximum }) => minimum === null || maximum === null || MathBN.lte(minimum, maximum), "has a maximum below its minimum")
  .transform((row) => ({ kind: "order_rule" as const, ...row }))

const conditionsOf = ({ group_external_id, brand, properties = [], labels = [], offer_external_ids }: z.infer<typeof target>): unknown[] =>
  [group_external_id, brand, ...properties, ...labels, offer_external_ids].filter(Boolean)

export const visibilityRuleRow: z.ZodType<ErpVisibilityRule> = z
  .strictObject({
    external_id: id,
    name,
    scope: scope.refine(({ kind }) => kind !== "region", "is for no region"),
    target: target.refine((given) => conditionsOf(given).length <= 1, "aims at one thing").default({}),
    effect: z.enum(["hide", "show"]),
    is_deleted: mark,
  })
  .transform((row) => ({ kind: "visibility_rule" as const, ...row }))

export const exclusiveLabelRow: z.ZodType<ErpExclusiveLabel> = z
  .strictObject({ label: name, is_deleted: mark })
  .transform((row) => ({ kind: "exclusive_label" as const, ...row }))

const rows = z.array(z.unknown()).default([])

/** The package around its rows. */
export const pricesEnvelope = z.strictObject({
  format: z.literal("kontor-prices"),
  version: z.literal(1),
  formed_at: formedAt,
  price_types: rows,
  contracts: rows,
  adjustments: rows,
  rates: rows,
  thresholds: rows,
  exclusive_labels: rows,
  order_rules: rows,
  visibility_rules: rows,
})
