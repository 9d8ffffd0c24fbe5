import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { type GroupMapping, mapGroups } from "../../database/groups/map-groups"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { auditOfGroups } from "./audit-of-groups"

export type MapGroupsInput = GroupMapping & { actor: Actor }

/** Needs no compensation: products, catalogue and log are written in one transaction. */
const mapGroupsStep = createStep("map-groups", async ({ actor, ...mapping }: MapGroupsInput, { container }) => {
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const { groups, ...counts } = await inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), async (trx) => {
    const done = await mapGroups(trx, mapping)
    await audit.append(auditOfGroups(actor, mapping.source, done.groups), trx)
    return done
  })
  return new StepResponse({ groups: groups.length, ...counts })
})

/** Puts the goods of groups of the ERP into another category, the inbox or nowhere. Errors as of `mapGroups`, and `prices_being_loaded`. */
export const mapGroupsWorkflow = createWorkflow("map-groups", (input: WorkflowData<MapGroupsInput>) => {
  return new WorkflowResponse(mapGroupsStep(input))
})
