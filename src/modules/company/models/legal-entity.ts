import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { BankAccount } from "./bank-account"
import { Contract } from "./contract"
import { DeliveryPoint } from "./delivery-point"
import { EmployeeMembership } from "./employee-membership"
import { Holding } from "./holding"
import { LegalEntityCategory } from "./legal-entity-category"
import { ManagerAssignment } from "./manager-assignment"

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
    ogrn: model.text().nullable(),
    okpo: model.text().nullable(),
    /** The registered address. */
    address: model.text().nullable(),
    actual_address: model.text().nullable(),
    postal_address: model.text().nullable(),
    phone: model.text().nullable(),
    email: model.text().nullable(),
    state: model.enum([...LEGAL_ENTITY_STATES]).default("applied"),
    /** Why it is in its state, for people. */
    state_reason: model.text().nullable(),
    /** A block or a closure set here outlasts what the ERP says of the state; its own word the ERP takes back. */
    state_source: model.enum([...FACT_SOURCES]).default("portal"),
    source: model.enum([...FACT_SOURCES]).default("portal"),
    /** Moment at which the ERP's fact was true. */
    as_of: model.dateTime().nullable(),
    contracts: model.hasMany(() => Contract, { mappedBy: "legal_entity" }),
    memberships: model.hasMany(() => EmployeeMembership, { mappedBy: "legal_entity" }),
    bank_accounts: model.hasMany(() => BankAccount, { mappedBy: "legal_entity" }),
    categories: model.hasMany(() => LegalEntityCategory, { mappedBy: "legal_entity" }),
    delivery_points: model.hasMany(() => DeliveryPoint, { mappedBy: "legal_entity" }),
    managers: model.hasMany(() => ManagerAssignment, { mappedBy: "legal_entity" }),
  })
  .indexes([
    { name: "IDX_legal_entity_inn", on: ["inn"], where: "deleted_at IS NULL" },
    { name: "IDX_legal_entity_name", on: ["name", "id"], where: "deleted_at IS NULL" },
    { name: "IDX_legal_entity_head", on: ["holding_id"], unique: true, where: "is_head AND deleted_at IS NULL" },
  ])
