import type { Actor } from "@kontor/framework"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../modules/company"
import { refuseErpOwned } from "../../modules/company/rules/refuse-erp-owned"
import type CompanyModuleService from "../../modules/company/service"
import { recordAuditStep } from "../audit/steps/record-audit"

export interface SaveClientCategoryInput {
  /** Null makes a new one. */
  id: string | null
  name: string
  actor: Actor
}

const saveClientCategoryStep = createStep(
  "save-client-category",
  async ({ id, name }: Omit<SaveClientCategoryInput, "actor">, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const known = id === null ? null : await company.retrieveClientCategory(id)
    if (known) {
      refuseErpOwned("Client category", known)
    }
    const category = known
      ? await company.updateClientCategories({ id: known.id, name })
      : await company.createClientCategories({ name, source: "portal" })
    const before = known && { name: known.name }
    return new StepResponse({ category, before }, { id: category.id, name: known?.name ?? null })
  },
  async (undo, { container }) => {
    const company = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    if (undo?.name === null) {
      await company.deleteClientCategories(undo.id)
    } else if (undo) {
      await company.updateClientCategories({ id: undo.id, name: undo.name })
    }
  }
)

/** Makes a category of clients or renames one. NOT_FOUND for an unknown id; `erp_owned` for one that the ERP names. */
export const saveClientCategoryWorkflow = createWorkflow("save-client-category", (input: SaveClientCategoryInput) => {
  const { category, before } = saveClientCategoryStep({ id: input.id, name: input.name })
  const entry = transform({ input, category, before }, (data) => ({
    actor: data.input.actor,
    action: data.before ? "client_category.updated" : "client_category.created",
    subject_type: "client_category",
    subject_id: data.category.id,
    before: data.before,
    after: { name: data.category.name },
  }))
  recordAuditStep(entry)
  return new WorkflowResponse(category)
})
