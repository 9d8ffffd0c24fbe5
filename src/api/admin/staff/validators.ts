import { z } from "@medusajs/framework/zod"

const role = z.enum(["manager", "assistant", "head_of_sales", "admin"])

export const AdminListStaff = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  })
  .strict()
export type AdminListStaff = z.infer<typeof AdminListStaff>

export const AdminSetStaffRole = z.object({ role }).strict()
export type AdminSetStaffRole = z.infer<typeof AdminSetStaffRole>

export const AdminStaffListResponse = z.object({
  staff: z.array(
    z.object({
      user_id: z.string(),
      name: z.string(),
      email: z.string(),
      role,
      is_role_given: z
        .boolean()
        .describe("False: an administrator because he came first, or a manager because nobody has given him a role"),
      assignments: z.number().int().describe("Entities and holdings assigned to him"),
    })
  ),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})

export const AdminStaffRoleResponse = z.object({ staff_member: z.object({ user_id: z.string(), role }) })
