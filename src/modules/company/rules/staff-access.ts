/** What a Medusa user is to the supplier. */
export type StaffRole = "manager" | "assistant" | "head_of_sales" | "admin"

export interface StaffAccess {
  role: StaffRole
  /** All clients, or only those assigned to him. */
  sees_all: boolean
  /** E-mail addresses, phones and network addresses in the audit log; whoever looks after clients has those of his own on their cards. */
  sees_personal_data: boolean
  /** Users, keys, roles of the staff, exchange accounts. */
  administers: boolean
}

/** What a role opens. */
export function decideStaffAccess(role: StaffRole): StaffAccess {
  const leads = role === "admin" || role === "head_of_sales"
  return { role, sees_all: leads, sees_personal_data: leads, administers: role === "admin" }
}
