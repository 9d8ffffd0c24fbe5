import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RoleTable } from "../../../components/role-table"

/** Roles of clients' people beside the three built-in ones. Not at settings/roles: Medusa has a screen of its own there, and leads away. */
const Roles = () => <RoleTable />

export const config = defineRouteConfig({ label: "rights.title", translationNs: "kontor" })

export default Roles
