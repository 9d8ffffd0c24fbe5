import { z } from "@medusajs/framework/zod"
import { deliveryPointSchema } from "../../legal-entity-schema"

const kind = z.enum(["delivery_point", "consignee"]).describe("A place, or the company that receives the goods there (грузополучатель)")
const text = (max: number) => z.string().trim().max(max).nullish()

export const StoreListDeliveryPoints = z
  .object({
    legal_entity_id: z.string().min(1).max(64).optional(),
    kind: kind.optional(),
    is_active: z.enum(["true", "false"]).optional(),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name or of the address"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListDeliveryPoints = z.infer<typeof StoreListDeliveryPoints>

const facts = {
  name: z.string().trim().min(1).max(500),
  address: text(2000),
  contact: text(500),
  phone: text(64),
  comment: text(2000),
}

export const StoreCreateDeliveryPoint = z
  .object({ legal_entity_id: z.string().min(1).max(64), kind: kind.default("delivery_point"), ...facts })
  .strict()
export type StoreCreateDeliveryPoint = z.infer<typeof StoreCreateDeliveryPoint>

export const StoreUpdateDeliveryPoint = z
  .object({ ...facts, name: facts.name.optional(), is_active: z.boolean().optional().describe("False: no longer offered") })
  .strict()
export type StoreUpdateDeliveryPoint = z.infer<typeof StoreUpdateDeliveryPoint>

export const StoreDeliveryPointListResponse = z.object({
  delivery_points: z.array(deliveryPointSchema),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const StoreDeliveryPointResponse = z.object({ delivery_point: deliveryPointSchema })
