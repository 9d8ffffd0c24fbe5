import { z } from "@medusajs/framework/zod"
import { promisedDay } from "../../promise-schema"

const id = z.string().trim().min(1).max(64)
const decimal = z.string().describe("Base units, exact decimal")

export const AdminListDemands = z
  .object({
    state: z.enum(["unpromised", "promised", "answer_due"]).optional(),
    supply_id: id.optional(),
    variant_id: id.optional(),
    legal_entity_id: id.optional(),
    order_id: id.optional(),
    q: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe("Part of an article, of a name, of a client's name or of the number of an order"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListDemands = z.infer<typeof AdminListDemands>

export const AdminNoDemandQuery = z.object({}).strict()

const quantity = z
  .string()
  .trim()
  .transform((given) => given.replace(",", "."))
  .refine((given) => /^\d{1,8}(\.\d{1,6})?$/.test(given) && Number(given) > 0, "must be a quantity above zero such as 12.5")

/** A demand has hardly more supplies than this to draw from. */
const SUPPLIES_MAX = 100

export const AdminPromiseByHand = z
  .object({
    promises: z
      .array(z.object({ supply_id: id, quantity }).strict())
      .max(SUPPLIES_MAX)
      .refine((given) => new Set(given.map(({ supply_id }) => supply_id)).size === given.length, "names each supply once")
      .describe("All that it is promised from now on; none = it is released"),
  })
  .strict()
export type AdminPromiseByHand = z.infer<typeof AdminPromiseByHand>

const demand = z.object({
  id: z.string(),
  order: z.object({ id: z.string(), number: z.string() }),
  order_line_id: z.string(),
  legal_entity: z.object({ id: z.string(), name: z.string() }),
  contract_number: z.string(),
  variant_id: z.string(),
  article: z.string().nullable(),
  title: z.string(),
  quantity: decimal,
  served: decimal,
  unpromised: decimal,
  promises: z.array(
    z.object({ supply_id: z.string(), supply_number: z.string(), expected_on: promisedDay, quantity: decimal, is_by_hand: z.boolean() })
  ),
  is_answer_due: z.boolean(),
  created_at: z.string(),
})

export const AdminDemandListResponse = z.object({
  demands: z.array(demand),
  count: z.number().int(),
  limit: z.number(),
  offset: z.number(),
})
export const AdminDemandResponse = z.object({ demand })
export const AdminDemandSuppliesResponse = z.object({
  supplies: z.array(
    z.object({
      supply_id: z.string(),
      number: z.string(),
      expected_on: promisedDay,
      warehouse_id: z.string().describe("Empty = not told"),
      free: decimal.describe("Of the supply line, promised to nobody"),
    })
  ),
})
