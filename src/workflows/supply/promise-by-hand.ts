import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { type HandPromise, promiseByHand } from "../../database/promises/promise-by-hand"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { SupplyEvents } from "../../modules/supply/events"

export interface PromiseByHandInput {
  demand_id: string
  promises: HandPromise[]
  actor: Actor
}

/** In one transaction with its audit entry: nothing has to be undone. */
const promiseByHandStep = createStep("promise-by-hand", async ({ actor, ...input }: PromiseByHandInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const demand = await db.transaction(async (trx) => {
    const { order_id, order_line_id, legal_entity_id } = await promiseByHand(trx, input)
    const after = {
      line: order_line_id,
      promises: Object.fromEntries(input.promises.map(({ supply_id, quantity }) => [supply_id, quantity])),
    }
    await audit.append(
      [{ actor, action: "order.promised_by_hand", subject_type: "order", subject_id: order_id, legal_entity_id, after }],
      trx
    )
    return { order_id }
  })
  return new StepResponse(demand)
})

/** Binds, moves or releases the promises of one demand. Errors as of `promiseByHand`. */
export const promiseByHandWorkflow = createWorkflow("promise-by-hand", (input: WorkflowData<PromiseByHandInput>) => {
  const demand = promiseByHandStep(input)
  emitEventStep({ eventName: SupplyEvents.DEMAND_CHANGED, data: transform({ demand }, (data) => ({ id: data.demand.order_id })) })
  return new WorkflowResponse(demand)
})
