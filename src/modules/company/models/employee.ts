import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { EmployeeMembership } from "./employee-membership"

export const EMPLOYEE_ROLES = ["superuser", "privileged", "ordinary"] as const
export const EMPLOYEE_STATES = ["active", "blocked"] as const

/** A person who acts for legal entities. He signs in as the Medusa customer he is linked to. */
export const Employee = model.define("employee", {
  id: model.id({ prefix: "empl" }).primaryKey(),
  name: model.text().searchable(),
  /** Lower case; one employee an address. */
  email: model.text().searchable().unique("IDX_employee_email_unique"),
  phone: model.text().nullable(),
  role: model.enum([...EMPLOYEE_ROLES]).default("ordinary"),
  /** A custom role, whose rights stand in the place of those of `role`. */
  role_id: model.text().index("IDX_employee_role_id").nullable(),
  state: model.enum([...EMPLOYEE_STATES]).default("active"),
  /** Tokens and sessions issued before this moment are refused. Null refuses none. */
  tokens_valid_from: model.dateTime().nullable(),
  /** The contract he chose last; null = the first usable one of his default entity. */
  active_contract_id: model.text().nullable(),
  /** Who brought him in; he belongs to the portal either way. */
  source: model.enum([...FACT_SOURCES]).default("portal"),
  memberships: model.hasMany(() => EmployeeMembership, { mappedBy: "employee" }),
})
