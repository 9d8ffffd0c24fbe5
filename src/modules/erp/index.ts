import { Module } from "@medusajs/framework/utils"
import loadAdapters from "./loaders/adapters"
import ErpModuleService from "./service"

export const ERP_MODULE = "erp"

export default Module(ERP_MODULE, { service: ErpModuleService, loaders: [loadAdapters] })
