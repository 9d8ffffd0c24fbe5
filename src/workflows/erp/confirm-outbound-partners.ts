import { ErpWorkflows, type Actor, type AuditInput } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { markPartnersConfirmed } from "../../database/outbox/mark-partners"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

export interface ConfirmOutboundPartnersInput {
  source: string
  /** Of exactly what the ERP has committed. */
  receipts: string[]
  /** The exchange account. */
  actor: Actor
}

const confirmOutboundPartnersStep = createStep(
  "confirm-outbound-partners",
  async ({ actor, ...input }: ConfirmOutboundPartnersInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
    const { confirmed } = await db.transaction(async (trx) => {
      const outcome = await markPartnersConfirmed(trx, input)
      await audit.append(
        outcome.reviewed_ids.map((id) => underReview(id, actor)),
        trx
      )
      return outcome
    })
    return new StepResponse({ confirmed })
  }
)

const underReview = (id: string, actor: Actor): AuditInput => ({
  actor,
  action: "legal_entity.under_review",
  subject_type: "legal_entity",
  subject_id: id,
  legal_entity_id: id,
  before: { state: "applied" },
  after: { state: "under_review" },
})

/** The ERP has committed the partners: they are not sent again, and entities that were applied for go under its review. Confirming twice changes nothing. */
export const confirmOutboundPartnersWorkflow = createWorkflow(
  ErpWorkflows.confirmPartners,
  (input: WorkflowData<ConfirmOutboundPartnersInput>) => new WorkflowResponse(confirmOutboundPartnersStep(input))
)
