import { ModuleProvider } from "@medusajs/framework/utils"
import { OnecAdapter } from "../../adapter"

/** Brings the reader of 1C packages to the exchange core. */
export default ModuleProvider("erp", { services: [OnecAdapter] })
