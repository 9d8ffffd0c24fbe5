import { Module } from "@medusajs/framework/utils"
import loadProviders from "./loaders/providers"
import SupplyModuleService from "./service"

export const SUPPLY_MODULE = "supply"

export default Module(SUPPLY_MODULE, { service: SupplyModuleService, loaders: [loadProviders] })
