import { model } from "@medusajs/framework/utils"
import { LegalEntity } from "./legal-entity"
import { ManagerAssignment } from "./manager-assignment"

/** A group of legal entities. One of them may be its head, whose superusers see all the others. */
export const Holding = model.define("holding", {
  id: model.id({ prefix: "hold" }).primaryKey(),
  name: model.text().searchable(),
  code: model.text().nullable(),
  /** Whether the own part numbers of one entity are understood for all. */
  shares_part_numbers: model.boolean().default(false),
  /** Moment at which the ERP's fact was true. */
  as_of: model.dateTime().nullable(),
  legal_entities: model.hasMany(() => LegalEntity, { mappedBy: "holding" }),
  managers: model.hasMany(() => ManagerAssignment, { mappedBy: "holding" }),
})
