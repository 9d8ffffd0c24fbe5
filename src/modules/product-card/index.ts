import { Module } from "@medusajs/framework/utils"
import ProductCardModuleService from "./service"

export const PRODUCT_CARD_MODULE = "productCard"

export default Module(PRODUCT_CARD_MODULE, { service: ProductCardModuleService })
