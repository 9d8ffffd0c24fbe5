import { Module } from "@medusajs/framework/utils"
import loadRegistries from "./loaders/registries"
import readDaysAsText from "./loaders/read-days-as-text"
import CompanyModuleService from "./service"

export const COMPANY_MODULE = "company"

export default Module(COMPANY_MODULE, { service: CompanyModuleService, loaders: [readDaysAsText, loadRegistries] })
