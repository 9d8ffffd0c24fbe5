import type { Actor } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface SharePartNumbersInput {
  /** Of the holding. */
  id: string
  shares_part_numbers: boolean
  actor: Actor
}

const sharePartNumbersStep = createStep(
  "share-part-numbers",
  async ({ id, shares_part_numbers }: Omit<SharePartNumbersInput, "actor">, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { shares_part_numbers: before } = await company.retrieveHolding(id)
    await company.updateHoldings({ id, shares_part_numbers })
    return new StepResponse(before, { id, shares_part_numbers: before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateHoldings(before)
    }
  }
)

/** Says whether own part numbers of one entity are understood for its whole holding; what changes nothing is not logged. NOT_FOUND for no holding. */
export const sharePartNumbersWorkflow = createWorkflow("share-part-numbers", (input: SharePartNumbersInput) => {
  const before = sharePartNumbersStep({ id: input.id, shares_part_numbers: input.shares_part_numbers })
  const entries = transform({ input, before }, ({ input: { actor, id, shares_part_numbers }, before: was }) =>
    was === shares_part_numbers
      ? []
      : [
          {
            ...{ actor, action: "holding.updated", subject_type: "holding", subject_id: id },
            ...{ before: { shares_part_numbers: was }, after: { shares_part_numbers } },
          },
        ]
  )
  recordAuditStep(entries)
  return new WorkflowResponse(before)
})
