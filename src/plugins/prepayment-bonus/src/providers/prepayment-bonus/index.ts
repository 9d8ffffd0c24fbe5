import { ModuleProvider } from "@medusajs/framework/utils"
import { PrepaymentBonus } from "../../adjuster"

/** Brings the bonus to the module that prices contracts. */
export default ModuleProvider("contractPricing", { services: [PrepaymentBonus] })
