import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import CompanyModule from "../modules/company"

/** The Medusa customer as whom an employee signs in. Table `employee_customer(employee_id, customer_id)`. */
export default defineLink(CompanyModule.linkable.employee, CustomerModule.linkable.customer, { database: { table: "employee_customer" } })
