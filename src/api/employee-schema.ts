import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(64)
export const employeeRole = z.enum(["superuser", "privileged", "ordinary"])
export const employeeState = z.enum(["active", "blocked"])
export const employeeName = z.string().trim().min(1).max(200)
export const employeeEmail = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const employeePhone = z.string().trim().min(3).max(32).nullish()

/** Entities a person works for; the first is the default unless another is named. */
export const entitiesOfEmployee = z
  .array(id)
  .min(1)
  .max(300)
  .refine((ids) => new Set(ids).size === ids.length, { message: "names an entity twice" })

/** Body of a change of a person, by his superuser or by staff. What is left out stays. */
export const ChangeEmployee = z
  .object({
    name: employeeName.optional(),
    phone: employeePhone,
    role: employeeRole.optional().describe("Takes a custom role away unless one is named too"),
    role_id: id.nullish(),
    legal_entity_ids: entitiesOfEmployee.optional(),
    default_legal_entity_id: id.optional(),
  })
  .strict()
  .refine((body) => body.default_legal_entity_id === undefined || body.legal_entity_ids?.includes(body.default_legal_entity_id), {
    message: "default_legal_entity_id is one of legal_entity_ids",
  })
export type ChangeEmployee = z.infer<typeof ChangeEmployee>

export const SetEmployeeState = z.object({ state: employeeState }).strict()
export type SetEmployeeState = z.infer<typeof SetEmployeeState>

export const HandOver = z.object({ to_employee_id: id }).strict()
export type HandOver = z.infer<typeof HandOver>

/** Body of a request that says all by its path. */
export const EmptyBody = z.object({}).strict()

export const handedOverSchema = z.object({ handed_over: z.object({ carts: z.number().int(), orders: z.number().int() }) })
