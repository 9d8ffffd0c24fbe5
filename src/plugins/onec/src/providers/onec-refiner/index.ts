import { ModuleProvider } from "@medusajs/framework/utils"
import { OnecRefiner } from "../../refiner/onec-refiner"

/** Brings the live prices of 1C to the module that prices contracts. */
export default ModuleProvider("contractPricing", { services: [OnecRefiner] })
