import { model } from "@medusajs/framework/utils"
import { LegalEntity } from "./legal-entity"
import { SupplierEntity } from "./supplier-entity"

export const CONTRACT_STATES = ["active", "blocked", "closed"] as const

/** Договор of a legal entity, or соглашение: the terms of sale that an ERP keeps apart from it. */
export const CONTRACT_KINDS = ["contract", "agreement"] as const

/** Terms between a legal entity and a supplier entity. Everything priced, limited, shown or refused is decided under one. */
export const Contract = model.define("contract", {
  id: model.id({ prefix: "ctr" }).primaryKey(),
  number: model.text().searchable(),
  kind: model.enum([...CONTRACT_KINDS]).default("contract"),
  /** Calendar day, YYYY-MM-DD, as `starts_on`. */
  signed_on: model.text().nullable(),
  legal_entity: model.belongsTo(() => LegalEntity, { mappedBy: "contracts" }),
  supplier_entity: model.belongsTo(() => SupplierEntity, { mappedBy: "contracts" }),
  /** A price type of the module contract-pricing, by id. */
  price_type_id: model.text().index("IDX_contract_price_type_id").nullable(),
  /** ISO 4217, lower case. */
  currency_code: model.text(),
  /** Calendar day, YYYY-MM-DD; a `date` column, which models cannot name (see `loaders/read-days-as-text.ts`). Null is open. */
  starts_on: model.text().nullable(),
  /** The last calendar day on which the contract may be used, YYYY-MM-DD. Null is open. */
  ends_on: model.text().nullable(),
  payment_terms: model.text().nullable(),
  /** Sales region as the ERP names it. */
  region: model.text().nullable(),
  /** Stock locations that orders may draw from; empty = all. */
  warehouse_ids: model.array().default([]),
  /** Decimal text in the currency of the contract (a `numeric` column); null = the ERP names none. */
  credit_limit: model.text().nullable(),
  credit_terms: model.text().nullable(),
  /** Moment at which limit and terms of credit were true. */
  credit_as_of: model.dateTime().nullable(),
  state: model.enum([...CONTRACT_STATES]).default("active"),
  /** Why it is in its state, for people. */
  state_reason: model.text().nullable(),
  /** Moment at which the ERP's fact was true. */
  as_of: model.dateTime().nullable(),
})
