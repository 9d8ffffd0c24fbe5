import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { Holding } from "./holding"
import { LegalEntity } from "./legal-entity"

export const MANAGER_ROLES = ["manager", "assistant"] as const

/**
 * Binds a person of the supplier to a legal entity or to a whole holding: exactly one of the two. The ERP names its people by its own id
 * and an e-mail, often before they have a Medusa user; `user_id` is filled in by that e-mail as soon as there is one.
 */
export const ManagerAssignment = model
  .define("manager_assignment", {
    id: model.id({ prefix: "masg" }).primaryKey(),
    legal_entity: model.belongsTo(() => LegalEntity, { mappedBy: "managers" }).nullable(),
    holding: model.belongsTo(() => Holding, { mappedBy: "managers" }).nullable(),
    user_id: model.text().nullable(),
    role: model.enum([...MANAGER_ROLES]).default("manager"),
    source: model.enum([...FACT_SOURCES]).default("portal"),
    /** Id, name and lower-case e-mail under which the ERP knows the person. */
    external_id: model.text().nullable(),
    manager_name: model.text().nullable(),
    manager_email: model.text().nullable(),
    /** Moment at which the ERP's fact was true. */
    as_of: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_manager_assignment_legal_entity_unique",
      on: ["legal_entity_id", "user_id", "role"],
      unique: true,
      where: "source = 'portal' AND deleted_at IS NULL",
    },
    {
      name: "IDX_manager_assignment_holding_unique",
      on: ["holding_id", "user_id", "role"],
      unique: true,
      where: "source = 'portal' AND deleted_at IS NULL",
    },
    { name: "IDX_manager_assignment_user", on: ["user_id", "legal_entity_id", "holding_id"], where: "deleted_at IS NULL" },
    { name: "IDX_manager_assignment_legal_entity", on: ["legal_entity_id", "user_id"], where: "deleted_at IS NULL" },
    { name: "IDX_manager_assignment_holding", on: ["holding_id", "user_id"], where: "deleted_at IS NULL" },
    { name: "IDX_manager_assignment_email", on: ["manager_email"], where: "user_id IS NULL AND deleted_at IS NULL" },
  ])
