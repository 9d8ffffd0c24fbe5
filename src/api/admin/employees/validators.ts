import { z } from "@medusajs/framework/zod"

export const AdminSetEmployeeState = z.object({ state: z.enum(["active", "blocked"]) }).strict()
export type AdminSetEmployeeState = z.infer<typeof AdminSetEmployeeState>
