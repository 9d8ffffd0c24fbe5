import { z } from "@medusajs/framework/zod"
import { RESERVATION_CHANGES } from "../../../../../database/reservations/write-reservations"
import { orderReservation, reservedUnits } from "../../../../reservation-schema"

export const AdminNoOrderReservationQuery = z.object({}).strict()

export const AdminChangeOrderReservation = z
  .object({
    action: z.enum(["prolong", "release", "hold"]),
    until: z.iso
      .datetime({ offset: true })
      .nullable()
      .optional()
      .describe("With `prolong`: ISO 8601, a year ahead at most; null = until the order is shipped"),
    partly: z.boolean().optional().describe("With `hold`: whether each line may take what there is, where that is not enough"),
    reason: z.string().trim().min(1).max(500).nullable().default(null).describe("Why; it is logged"),
  })
  .strict()
  .refine(({ action, until }) => (action === "prolong") === (until !== undefined), "`until` is told with `prolong`, and with nothing else")
  .refine(({ action, partly }) => action === "hold" || partly === undefined, "`partly` is told with `hold` alone")
export type AdminChangeOrderReservation = z.infer<typeof AdminChangeOrderReservation>

const decimal = z.string().describe("Base units, exact decimal")

export const AdminOrderReservationResponse = z.object({
  reservation: orderReservation,
  lines: z.array(
    z.object({
      id: z.string(),
      article: z.string().nullable(),
      title: z.string(),
      quantity: decimal,
      reserved: reservedUnits,
      waiting: decimal.describe("What of it waits for supplies"),
    })
  ),
  changes: z
    .array(z.object({ at: z.string(), kind: z.enum(RESERVATION_CHANGES), reserved_until: z.string().nullable() }))
    .describe("What became of it, the last change first"),
})
export type AdminOrderReservationResponse = z.infer<typeof AdminOrderReservationResponse>
