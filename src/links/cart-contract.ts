import { defineLink } from "@medusajs/framework/utils"
import CartModule from "@medusajs/medusa/cart"
import CompanyModule from "../modules/company"

/** The contract under which a cart is priced; one contract has many carts. Table `cart_contract(cart_id, contract_id)`. */
export default defineLink({ linkable: CartModule.linkable.cart, isList: true }, CompanyModule.linkable.contract, {
  database: { table: "cart_contract" },
})
