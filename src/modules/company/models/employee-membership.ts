import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { Employee } from "./employee"
import { LegalEntity } from "./legal-entity"

/** Says that an employee works for a legal entity. One membership of an employee is the default. */
export const EmployeeMembership = model
  .define("employee_membership", {
    id: model.id({ prefix: "memb" }).primaryKey(),
    employee: model.belongsTo(() => Employee, { mappedBy: "memberships" }),
    legal_entity: model.belongsTo(() => LegalEntity, { mappedBy: "memberships" }),
    is_default: model.boolean().default(false),
    /** What the ERP tied it alone unties. */
    source: model.enum([...FACT_SOURCES]).default("portal"),
  })
  .indexes([
    { name: "IDX_employee_membership_unique", on: ["employee_id", "legal_entity_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_employee_membership_default", on: ["employee_id"], unique: true, where: "is_default AND deleted_at IS NULL" },
  ])
