import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type PutPartNumber, putPartNumbers, type PutPartNumbers } from "../../database/part-numbers/put-part-numbers"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

export interface PutPartNumbersInput extends PutPartNumbers {
  actor: Actor
}

/** Numbers in one entry of the log, which takes no longer ones. */
const LOGGED_MAX = 100

/** One transaction with its entry in the log, so that nothing is left to undo. */
const putPartNumbersStep = createStep("put-part-numbers", async ({ actor, ...input }: PutPartNumbersInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const put = await db.transaction(async (trx) => {
    const changed = await putPartNumbers(trx, input)
    await log.append(
      logged(changed).map((sides) => ({ ...ABOUT(input.legal_entity_id), actor, ...sides })),
      trx
    )
    return changed
  })
  return new StepResponse({ changed: put.length })
})

const ABOUT = (legal_entity_id: string) => ({
  action: "part_numbers.changed",
  subject_type: "legal_entity",
  subject_id: legal_entity_id,
  legal_entity_id,
})

function logged(changed: PutPartNumber[]) {
  return Array.from({ length: Math.ceil(changed.length / LOGGED_MAX) }, (_, part) => {
    const some = changed.slice(part * LOGGED_MAX, (part + 1) * LOGGED_MAX)
    return {
      before: Object.fromEntries(some.map(({ number, former_variant_id }) => [number, former_variant_id])),
      after: Object.fromEntries(some.map(({ number, variant_id }) => [number, variant_id])),
    }
  })
}

/** Notes what numbers of a dealer mean. */
export const putPartNumbersWorkflow = createWorkflow("put-part-numbers", (input: WorkflowData<PutPartNumbersInput>) => {
  return new WorkflowResponse(putPartNumbersStep(input))
})
