import { z } from "@medusajs/framework/zod"
import { SCOPE_KINDS } from "../../../modules/contract-pricing/rules/adjustment"
import { STATES_MAX } from "../../../modules/supply/rules/reservation-rule-draft"
import { RESERVATION_STARTS } from "../../../modules/supply/rules/resolve-reservation-terms"

const text = z.string().trim().min(1).max(200)
const hours = z.number().int().min(0).max(8_760).nullable().default(null)
const states = z.array(text).max(STATES_MAX).nullable().default(null)

export const AdminListReservationRules = z
  .object({
    scope_kind: z.enum(SCOPE_KINDS).optional(),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name of whom it is for"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListReservationRules = z.infer<typeof AdminListReservationRules>

const fields = {
  starts: z
    .enum(RESERVATION_STARTS)
    .nullable()
    .default(null)
    .describe("As the order is placed, at a state of the ERP, never; null = the rule says nothing of it"),
  start_states: states.describe("States of the ERP that it begins at, with `state` alone"),
  hours: hours.describe("How long it lasts; 0 = until the order is shipped; null = the rule says nothing of it"),
  warn_hours: hours.describe("How long before its end the dealer is told; 0 = never"),
  keep_states: states.describe("States of the ERP in which the term does not run; none of them lifts what a farther rule says"),
  taken_states: states.describe("States from which on the ERP counts the goods as taken"),
  renewals: z.number().int().min(0).max(100).nullable().default(null).describe("How often the dealer may reserve again what has expired"),
}

export const AdminCreateReservationRule = z
  .object({
    scope: z
      .object({ kind: z.enum(SCOPE_KINDS), id: text.nullable().default(null).describe("Null for everyone; a region by its name") })
      .strict(),
    ...fields,
  })
  .strict()
export type AdminCreateReservationRule = z.infer<typeof AdminCreateReservationRule>

export const AdminChangeReservationRule = AdminCreateReservationRule.extend({
  updated_at: z.string().min(1).max(40).describe("`updated_at` of the rule that the change is made to"),
}).strict()
export type AdminChangeReservationRule = z.infer<typeof AdminChangeReservationRule>

export const AdminPreviewReservationRule = z
  .object({
    id: text.optional().describe("The rule that is changed or ended; left out for a new one"),
    reservation_rule: AdminCreateReservationRule.nullable().describe("Null: it ends"),
  })
  .strict()
  .refine(({ id, reservation_rule }) => id !== undefined || reservation_rule !== null, "names a rule to end")
export type AdminPreviewReservationRule = z.infer<typeof AdminPreviewReservationRule>

const told = z.array(z.string()).nullable()

const reservationRule = z.object({
  id: z.string(),
  scope: z.object({ kind: z.enum(SCOPE_KINDS), id: z.string().nullable(), name: z.string().nullable() }),
  starts: z.enum(RESERVATION_STARTS).nullable(),
  start_states: told,
  hours: z.number().int().nullable(),
  warn_hours: z.number().int().nullable(),
  keep_states: told,
  taken_states: told,
  renewals: z.number().int().nullable(),
  updated_at: z.string(),
})

export const AdminReservationRuleResponse = z.object({ reservation_rule: reservationRule })
export const AdminReservationRuleListResponse = z.object({
  reservation_rules: z.array(reservationRule),
  erp_states: z.array(z.string()).describe("What the ERP has said of orders, the commonest first"),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

const reach = z.object({ contracts: z.number().int(), clients: z.number().int() })
const terms = z.object({
  starts: z.enum(RESERVATION_STARTS),
  start_states: z.array(z.string()),
  hours: z.number().int(),
  warn_hours: z.number().int(),
  keep_states: z.array(z.string()),
  taken_states: z.array(z.string()),
  renewals: z.number().int(),
})

export const AdminReservationRulePreviewResponse = z.object({
  preview: z.object({
    touched: reach.describe("Contracts that it is for, before or after"),
    changed: reach.describe("Of those the ones whose orders would be reserved otherwise than now"),
    standing_orders: z.number().int().describe("Orders of these, placed before: they keep what held then"),
    examples: z.array(
      z.object({
        contract: z.object({ id: z.string(), number: z.string(), legal_entity: z.object({ id: z.string(), name: z.string() }) }),
        before: terms,
        after: terms,
        is_changed: z.boolean(),
      })
    ),
  }),
})
export const AdminEndedReservationRule = z.object({
  id: z.string(),
  object: z.literal("reservation_rule"),
  deleted: z.literal(true),
})
