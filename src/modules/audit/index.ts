import { AUDIT_LOG } from "@kontor/framework"
import { Module } from "@medusajs/framework/utils"
import AuditModuleService from "./service"

export const AUDIT_MODULE = AUDIT_LOG

export default Module(AUDIT_MODULE, { service: AuditModuleService })
