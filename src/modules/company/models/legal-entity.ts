import { model } from "@medusajs/framework/utils"
import { Contract } from "./contract"
import { EmployeeMembership } from "./employee-membership"
import { Holding } from "./holding"

export const LEGAL_ENTITY_STATES = ["applied", "under_review", "active", "blocked", "closed"] as const

/** A company that buys: the head of a holding, a child of one, or alone. */
export const LegalEntity = model
  .define("legal_entity", {
    id: model.id({ prefix: "lent" }).primaryKey(),
    holding: model.belongsTo(() => Holding, { mappedBy: "legal_entities" }).nullable(),
    is_head: model.boolean().default(false),
    name: model.text().searchable(),
    official_name: model.text().searchable().nullable(),
    inn: model.text().searchable().nullable(),
    kpp: model.text().nullable(),
    address: model.text().nullable(),
    state: model.enum([...LEGAL_ENTITY_STATES]).default("applied"),
    /** Moment at which the ERP's fact was true. */
    as_of: model.dateTime().nullable(),
    contracts: model.hasMany(() => Contract, { mappedBy: "legal_entity" }),
    memberships: model.hasMany(() => EmployeeMembership, { mappedBy: "legal_entity" }),
  })
  .indexes([
    { name: "IDX_legal_entity_inn", on: ["inn"], where: "deleted_at IS NULL" },
    { name: "IDX_legal_entity_name", on: ["name", "id"], where: "deleted_at IS NULL" },
  ])
