import { Module, Modules } from "@medusajs/framework/utils"
import QueryCacheService from "./service"

/** Stands in for Medusa's caching module, under its key. */
export default Module(Modules.CACHING, { service: QueryCacheService })
