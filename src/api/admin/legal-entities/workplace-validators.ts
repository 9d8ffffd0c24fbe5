import { z } from "@medusajs/framework/zod"
import { gapsFileQuery } from "../../purchase-gap-schema"
import { rightSchema } from "../../right-schema"
import { legalEntitySchema } from "./validators"
import { refinementState } from "../../store/carts/refinement-schema"

export const AdminSetLegalEntityState = z
  .object({ state: z.enum(["active", "blocked"]), reason: z.string().trim().min(3).max(500) })
  .strict()
export type AdminSetLegalEntityState = z.infer<typeof AdminSetLegalEntityState>

export const AdminLegalEntityStateResponse = z.object({ legal_entity: legalEntitySchema })

const contract_id = z.string().min(1).max(64).describe("One of the client's contracts: what he sees under it is what he could buy")

export const AdminListPurchaseGaps = z.object({ contract_id }).strict()
export type AdminListPurchaseGaps = z.infer<typeof AdminListPurchaseGaps>

export const AdminPurchaseGapsFile = z.object({ contract_id, ...gapsFileQuery }).strict()
export type AdminPurchaseGapsFile = z.infer<typeof AdminPurchaseGapsFile>

export const AdminListClientOrders = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of a number, or of an article in the order"),
    limit: z.coerce.number().int().min(1).max(100).default(10),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListClientOrders = z.infer<typeof AdminListClientOrders>

export const AdminClientOrderListResponse = z.object({
  orders: z.array(
    z.object({
      id: z.string(),
      display_id: z.number().int(),
      number: z.string().nullable(),
      created_at: z.string(),
      currency_code: z.string(),
      total: z.string(),
      line_count: z.number().int(),
      placed_by: z.string().nullable(),
      stage: z.enum(["waiting_for_erp", "accepted", "paid", "shipped", "cancelled"]),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
  may_begin: z.boolean().describe("Whether whoever asks may begin an order for the client, as heads of sales and administrators may"),
})

export const AdminListClientCarts = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(10),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListClientCarts = z.infer<typeof AdminListClientCarts>

export const AdminClientCartListResponse = z.object({
  carts: z.array(
    z.object({
      id: z.string(),
      created_at: z.string(),
      updated_at: z.string().describe("When the cart or one of its lines was changed last"),
      currency_code: z.string(),
      line_count: z.number().int(),
      total: z.string(),
      contract: z.object({ id: z.string(), number: z.string() }),
      employee: z.object({ id: z.string(), name: z.string(), email: z.string(), phone: z.string().nullable() }).nullable(),
      refinement: z
        .object({
          ...refinementState,
          changed_lines: z.number().int().describe("Lines whose price by the ERP's word is another than our own"),
          own_lines: z.number().int().describe("Lines that keep our price"),
        })
        .nullable()
        .describe("What the ERP said of the prices; null = it was never asked"),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminNoQuery = z.object({}).strict()

export const AdminClientRolesResponse = z.object({
  roles: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), rights: z.array(rightSchema) })),
})
