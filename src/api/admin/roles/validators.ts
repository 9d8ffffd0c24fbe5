import { z } from "@medusajs/framework/zod"
import { rightSchema, rightsSchema } from "../../right-schema"

const name = z.string().trim().min(1).max(100)

export const AdminListRoles = z
  .object({
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name or of the code"),
    holding_id: z.string().min(1).max(64).optional().describe("Only the roles of this holding"),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  })
  .strict()
export type AdminListRoles = z.infer<typeof AdminListRoles>

export const AdminCreateRole = z
  .object({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9_-]{1,39}$/)
      .describe("Unique; small letters, digits, - and _"),
    name,
    holding_id: z.string().min(1).max(64).nullable().default(null).describe("Null: for people of every dealer"),
    rights: rightsSchema,
  })
  .strict()
export type AdminCreateRole = z.infer<typeof AdminCreateRole>

export const AdminUpdateRole = z.object({ name: name.optional(), rights: rightsSchema.optional() }).strict()
export type AdminUpdateRole = z.infer<typeof AdminUpdateRole>

export const roleSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  holding_id: z.string().nullable(),
  rights: z.array(rightSchema),
})

export const AdminRoleResponse = z.object({ role: roleSchema })

export const AdminRoleListResponse = z.object({
  roles: z.array(
    roleSchema.extend({
      holding: z.object({ id: z.string(), name: z.string() }).nullable(),
      people: z.number().int().describe("How many have it"),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminRoleDeletedResponse = z.object({ id: z.string(), object: z.literal("role"), deleted: z.literal(true) })
