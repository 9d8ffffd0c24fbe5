import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { LegalEntity } from "./legal-entity"

export const DELIVERY_POINT_KINDS = ["delivery_point", "consignee"] as const

/** Where goods of a legal entity go, or who receives them for it (грузополучатель). */
export const DeliveryPoint = model
  .define("delivery_point", {
    id: model.id({ prefix: "dpnt" }).primaryKey(),
    legal_entity: model.belongsTo(() => LegalEntity, { mappedBy: "delivery_points" }),
    kind: model.enum([...DELIVERY_POINT_KINDS]).default("delivery_point"),
    name: model.text(),
    address: model.text().nullable(),
    /** The person to ask for. */
    contact: model.text().nullable(),
    phone: model.text().nullable(),
    comment: model.text().nullable(),
    is_active: model.boolean().default(true),
    source: model.enum([...FACT_SOURCES]).default("portal"),
    /** Moment at which the ERP's fact was true. */
    as_of: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_delivery_point_legal_entity", on: ["legal_entity_id", "name", "id"], where: "deleted_at IS NULL" }])
