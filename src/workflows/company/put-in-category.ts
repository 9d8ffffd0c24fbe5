import type { Actor } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import { refuseErpOwned } from "../../modules/company/rules/refuse-erp-owned"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface PutInCategoryInput {
  legal_entity_id: string
  client_category_id: string
  /** False takes the entity out. */
  belongs: boolean
  actor: Actor
}

type Pair = Omit<PutInCategoryInput, "actor">

const putInCategoryStep = createStep(
  "put-in-category",
  async ({ belongs, ...pair }: Pair, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    await company.retrieveClientCategory(pair.client_category_id)
    const [known] = await company.listLegalEntityCategories(pair, { take: 1 })
    if (belongs === (known !== undefined)) {
      return new StepResponse({ has_changed: false }, null)
    }
    if (known) {
      refuseErpOwned("Category of the entity", known)
      await company.deleteLegalEntityCategories(known.id)
    } else {
      await company.createLegalEntityCategories({ ...pair, source: "portal" })
    }
    return new StepResponse({ has_changed: true }, { ...pair, belongs })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const { belongs, ...pair } = done
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    if (belongs) {
      await company.deleteLegalEntityCategories(pair)
    } else {
      await company.createLegalEntityCategories({ ...pair, source: "portal" })
    }
  }
)

/** Puts an entity into a category, or takes it out. What the ERP says of it stays: `erp_owned`. NOT_FOUND for an unknown category. */
export const putInCategoryWorkflow = createWorkflow("put-in-category", (input: PutInCategoryInput) => {
  const outcome = putInCategoryStep({
    legal_entity_id: input.legal_entity_id,
    client_category_id: input.client_category_id,
    belongs: input.belongs,
  })
  const entries = transform({ input, outcome }, (data) =>
    data.outcome.has_changed
      ? [
          {
            actor: data.input.actor,
            action: data.input.belongs ? "legal_entity.category_added" : "legal_entity.category_removed",
            subject_type: "legal_entity",
            subject_id: data.input.legal_entity_id,
            legal_entity_id: data.input.legal_entity_id,
            after: { client_category_id: data.input.client_category_id },
          },
        ]
      : []
  )
  recordAuditStep(entries)
  return new WorkflowResponse(outcome)
})
