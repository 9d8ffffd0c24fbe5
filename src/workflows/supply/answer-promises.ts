import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { answerPromises, type PromiseAnswerInput } from "../../database/promises/answer-promises"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { SupplyEvents } from "../../modules/supply/events"
import { throwConflict } from "../order/throw-conflict"

export type AnswerPromisesInput = PromiseAnswerInput & { legal_entity_id: string; actor: Actor }

/** In one transaction with its audit entry: nothing has to be undone. */
const answerPromisesStep = createStep("answer-promises", async (input: AnswerPromisesInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const { actor, legal_entity_id, order_id, answer } = input
  const answered = await db
    .transaction(async (trx) => {
      const demands = await answerPromises(trx, input)
      const after = { answer, lines: Object.fromEntries(demands.map(({ order_line_id, waiting }) => [order_line_id, waiting])) }
      await audit.append(
        [{ actor, action: "order.promises_answered", subject_type: "order", subject_id: order_id, legal_entity_id, after }],
        trx
      )
      return demands
    })
    .catch(throwConflict)
  return new StepResponse({ lines: answered.length })
})

/** Takes the dealer's word on what waits of his order. Errors as of `answerPromises`. */
export const answerPromisesWorkflow = createWorkflow("answer-promises", (input: WorkflowData<AnswerPromisesInput>) => {
  const answered = answerPromisesStep(input)
  emitEventStep({ eventName: SupplyEvents.DEMAND_CHANGED, data: { id: input.order_id } })
  return new WorkflowResponse(answered)
})
