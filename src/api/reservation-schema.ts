import { z } from "@medusajs/framework/zod"
import { RESERVATION_STATES } from "../modules/supply/rules/next-of-reservation"

const moment = z.string().nullable().describe("ISO 8601")

/** How the goods of an order are held. */
export const orderReservation = z
  .object({
    state: z
      .enum(RESERVATION_STATES)
      .describe(
        "`none`: nothing is held; `waiting`: until a state of the ERP; `held`; `expired`: the goods are free, the order stands; `leaving`: the ERP has the goods; `ended`"
      ),
    reserved_until: moment.describe("Of what is held, ISO 8601; null = until the order is shipped"),
    end_reason: z
      .enum(["shipped", "cancelled"])
      .nullable()
      .describe("Why it has ended; `cancelled` also of what is `leaving` of a cancelled order: the part that was shipped before"),
    renewals_left: z.number().int().describe("How often the dealer may still reserve again what has expired"),
  })
  .nullable()
  .describe("Null for an order that was placed by Medusa's own workflows")

export const reservedUnits = z.string().describe("Base units that are held in stock")
