import { z } from "@medusajs/framework/zod"
import { askedUnit } from "../../asked-unit-schema"
import { localeParameter } from "../../locale-of"
import { lineMoney, pricesAsOf, retailAsOf, vatTotals } from "../../money-schema"
import { cartLineResult, StoreCartLinesResponse } from "../carts/validators"
import { keptExplanation } from "../../price-explanation-schema"
import { PROMISE_ANSWERS } from "../../../modules/supply/rules/promise-answer"
import { linePromise, promiseChange } from "../../promise-schema"
import { orderReservation, reservedUnits } from "../../reservation-schema"

export const StoreCompanyOrdersQuery = z
  .object({
    q: z.string().trim().min(1).max(100).optional(),
    legal_entity_id: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreCompanyOrdersQuery = z.infer<typeof StoreCompanyOrdersQuery>

export const StoreCompanyOrderQuery = z
  .object({
    explanations: z.stringbool().default(false).describe("Whether each line tells why it costs what it costs"),
    locale: localeParameter,
  })
  .strict()
export type StoreCompanyOrderQuery = z.infer<typeof StoreCompanyOrderQuery>

const Order = z.object({
  id: z.string(),
  display_id: z.number(),
  number: z.string().nullable(),
  created_at: z.string(),
  currency_code: z.string(),
  total: z.string(),
  line_count: z.number(),
  as_of: pricesAsOf,
  retail_as_of: retailAsOf,
  comment: z.string().nullable(),
  legal_entity: z.object({ id: z.string(), name: z.string(), inn: z.string().nullable() }),
  contract: z.object({ id: z.string(), number: z.string() }).nullable(),
  placed_by: z.object({ name: z.string(), email: z.string() }).nullable(),
  stage: z.enum(["waiting_for_erp", "accepted", "paid", "shipped", "cancelled"]),
  erp: z
    .object({
      status: z.string().nullable(),
      number: z.string().nullable(),
      date: z.string().nullable(),
      is_posted: z.boolean().nullable(),
      is_cancelled: z.boolean(),
      paid_on: z.string().nullable(),
      shipped_on: z.string().nullable(),
      as_of: z.string(),
    })
    .nullable(),
})

export const StoreCompanyOrdersResponse = z.object({
  orders: z.array(Order),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
})

export const StoreCompanyOrderResponse = z.object({
  order: Order.extend({
    ...vatTotals,
    reservation: orderReservation,
    lines: z.array(
      z.object({
        id: z.string(),
        variant_id: z.string().nullable(),
        article: z.string().nullable(),
        title: z.string(),
        variant_title: z.string().nullable(),
        thumbnail: z.string().nullable(),
        quantity: z.string(),
        unit: z.string(),
        asked: askedUnit,
        unit_price: z.string(),
        retail_price: z.string().nullable(),
        ...lineMoney,
        promise: linePromise,
        reserved: reservedUnits,
        explanation: keptExplanation.nullable().optional(),
      })
    ),
  }),
})

export const StoreRepeatOrder = z
  .object({
    cart_id: z.string().min(1).max(64),
    mode: z.enum(["add", "set"]).default("add").describe("Whether quantities come on top of what the cart has of the same product"),
  })
  .strict()
export type StoreRepeatOrder = z.infer<typeof StoreRepeatOrder>

export const StoreRepeatedOrderResponse = StoreCartLinesResponse.extend({
  lines: z.array(
    cartLineResult.extend({
      order_line_id: z.string(),
      title: z.string().describe("As the order keeps it"),
      variant_title: z.string().nullable(),
    })
  ),
})
export type StoreRepeatedOrderResponse = z.infer<typeof StoreRepeatedOrderResponse>

export const StoreNoPromiseQuery = z.object({}).strict()

export const StoreAnswerPromises = z
  .object({
    answer: z.enum(PROMISE_ANSWERS),
    line_ids: z.array(z.string().min(1).max(64)).min(1).max(10_000).optional().describe("Left out: all lines that an answer is due of"),
  })
  .strict()
export type StoreAnswerPromises = z.infer<typeof StoreAnswerPromises>

export const StoreOrderPromisesResponse = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      variant_id: z.string(),
      article: z.string().nullable(),
      title: z.string(),
      quantity: z.string(),
      promise: linePromise,
      changes: z.array(promiseChange).describe("The last one first"),
    })
  ),
})

export const StoreRenewReservation = z.object({}).strict()
export const StoreOrderReservationResponse = z.object({ reservation: orderReservation })
