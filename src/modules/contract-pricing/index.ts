import { Module } from "@medusajs/framework/utils"
import loadProviders from "./loaders/providers"
import ContractPricingModuleService from "./service"

export const CONTRACT_PRICING_MODULE = "contractPricing"

export default Module(CONTRACT_PRICING_MODULE, { service: ContractPricingModuleService, loaders: [loadProviders] })
