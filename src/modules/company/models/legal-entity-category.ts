import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { ClientCategory } from "./client-category"
import { LegalEntity } from "./legal-entity"

/** Says that a legal entity belongs to a category. What the ERP says here it alone takes back. */
export const LegalEntityCategory = model
  .define("legal_entity_category", {
    id: model.id({ prefix: "lcat" }).primaryKey(),
    legal_entity: model.belongsTo(() => LegalEntity, { mappedBy: "categories" }),
    client_category: model.belongsTo(() => ClientCategory, { mappedBy: "legal_entities" }),
    source: model.enum([...FACT_SOURCES]).default("portal"),
  })
  .indexes([
    { name: "IDX_legal_entity_category_unique", on: ["legal_entity_id", "client_category_id"], unique: true, where: "deleted_at IS NULL" },
  ])
