import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import CompanyModule from "../modules/company"

/** The contract under which an order was placed; one contract has many orders. Table `order_contract(order_id, contract_id)`. */
export default defineLink({ linkable: OrderModule.linkable.order, isList: true }, CompanyModule.linkable.contract, {
  database: { table: "order_contract" },
})
