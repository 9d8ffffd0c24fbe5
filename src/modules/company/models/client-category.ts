import { model } from "@medusajs/framework/utils"
import { FACT_SOURCES } from "../rules/fact-source"
import { LegalEntityCategory } from "./legal-entity-category"

/** A named group of clients with common prices, visibility and hours. A legal entity is in any number of them. */
export const ClientCategory = model
  .define("client_category", {
    id: model.id({ prefix: "ccat" }).primaryKey(),
    name: model.text().searchable(),
    source: model.enum([...FACT_SOURCES]).default("portal"),
    /** Moment at which the ERP's fact was true. */
    as_of: model.dateTime().nullable(),
    /** When its clients may place orders (`TradingHours`); null = it says nothing of that. */
    trading_hours: model.json().nullable(),
    legal_entities: model.hasMany(() => LegalEntityCategory, { mappedBy: "client_category" }),
  })
  .indexes([{ name: "IDX_client_category_name", on: ["name", "id"], where: "deleted_at IS NULL" }])
