import { ModuleProvider } from "@medusajs/framework/utils"
import { DadataRegistry } from "../../registry"

/** Brings DaData to the module that keeps companies. */
export default ModuleProvider("company", { services: [DadataRegistry] })
