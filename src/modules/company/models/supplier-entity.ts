import { model } from "@medusajs/framework/utils"
import { Contract } from "./contract"

/** One of the supplier's own companies: the seller of a contract. */
export const SupplierEntity = model.define("supplier_entity", {
  id: model.id({ prefix: "sent" }).primaryKey(),
  name: model.text(),
  inn: model.text().nullable(),
  kpp: model.text().nullable(),
  /** Moment at which the ERP's fact was true. */
  as_of: model.dateTime().nullable(),
  contracts: model.hasMany(() => Contract, { mappedBy: "supplier_entity" }),
})
