import { model } from "@medusajs/framework/utils"

export const STAFF_ROLES = ["manager", "assistant", "head_of_sales", "admin"] as const

/** What a Medusa user may do here. A user without a row is a manager without clients; the first one of a fresh installation an administrator. */
export const StaffMember = model.define("staff_member", {
  id: model.id({ prefix: "staf" }).primaryKey(),
  /** A Medusa user, by id. */
  user_id: model.text().unique("IDX_staff_member_user_id_unique"),
  role: model.enum([...STAFF_ROLES]),
})
