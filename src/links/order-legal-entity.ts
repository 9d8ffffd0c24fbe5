import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import CompanyModule from "../modules/company"

/** The legal entity that bought. It decides who sees the order. Table `order_legal_entity(order_id, legal_entity_id)`. */
export default defineLink({ linkable: OrderModule.linkable.order, isList: true }, CompanyModule.linkable.legalEntity, {
  database: { table: "order_legal_entity" },
})
