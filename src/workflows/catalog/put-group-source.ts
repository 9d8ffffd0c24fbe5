import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type GroupSource, putGroupSource } from "../../database/groups/list-groups"
import { recordAuditStep } from "../audit/steps/record-audit"

type Setting = Pick<GroupSource, "source" | "unknown_groups">

const putGroupSourceStep = createStep(
  "put-group-source",
  async ({ source, unknown_groups }: Setting, { container }) => {
    const before = await putGroupSource(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { source, unknown_groups })
    return new StepResponse(before, { source, unknown_groups: before })
  },
  async (before, { container }) => {
    if (before) {
      await putGroupSource(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), before)
    }
  }
)

/** Says what becomes of groups that a base of the ERP sends for the first time; what changes nothing is not logged. */
export const putGroupSourceWorkflow = createWorkflow("put-group-source", (input: Setting & { actor: Actor }) => {
  const before = putGroupSourceStep({ source: input.source, unknown_groups: input.unknown_groups })
  const entries = transform({ input, before }, ({ input: { actor, source, unknown_groups }, before: was }) =>
    was === unknown_groups
      ? []
      : [
          {
            ...{ actor, action: "erp_source.updated", subject_type: "erp_source", subject_id: source },
            ...{ before: { unknown_groups: was }, after: { unknown_groups } },
          },
        ]
  )
  recordAuditStep(entries)
  return new WorkflowResponse(before)
})
