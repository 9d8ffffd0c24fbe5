import { z } from "@medusajs/framework/zod"
import { ACTING_TTL } from "../../../modules/company/rules/acting-session"
import { changeOfEmployee } from "../../store/company/employees/validators"

export const AdminStartActingSession = z
  .object({
    reason: z.string().trim().min(3).max(500).describe("The client reads it"),
    ttl_minutes: z.number().int().min(1).max(ACTING_TTL.max).default(ACTING_TTL.default),
  })
  .strict()
export type AdminStartActingSession = z.infer<typeof AdminStartActingSession>

export const AdminActingSessionResponse = z.object({
  session: z.object({ id: z.string(), expires_at: z.string() }),
  token: z.string().describe("Bearer token for the store; in this answer only"),
})

export const AdminSetEmployeeState = z.object({ state: z.enum(["active", "blocked"]) }).strict()
export type AdminSetEmployeeState = z.infer<typeof AdminSetEmployeeState>

export const AdminEmptyBody = z.object({}).strict()

export const AdminChangeEmployee = changeOfEmployee
export type AdminChangeEmployee = z.infer<typeof AdminChangeEmployee>

export const AdminHandOver = z.object({ to_employee_id: z.string().min(1).max(64) }).strict()
export type AdminHandOver = z.infer<typeof AdminHandOver>

export const AdminHandedOverResponse = z.object({ handed_over: z.object({ carts: z.number().int(), orders: z.number().int() }) })
