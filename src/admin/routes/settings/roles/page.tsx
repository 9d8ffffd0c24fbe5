import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RoleTable } from "../../../components/role-table"

/** Roles of clients' people beside the three built-in ones. */
const Roles = () => <RoleTable />

export const config = defineRouteConfig({ label: "rights.title", translationNs: "kontor" })

export default Roles
