import { ErpWorkflows, type OutboundPartners } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { claimPartners } from "../../database/outbox/claim-partners"
import { logOutboundRun } from "../../database/outbox/log-outbound-run"
import { markPartnersSent } from "../../database/outbox/mark-partners"
import { readOutboundPartners } from "../../database/outbox/outbound-partners"

/** Partners that one answer to an ERP carries at most. */
const MAX_PARTNERS = 1_000

export interface CollectOutboundPartnersInput {
  /** The ERP base that asks. */
  source: string
  limit?: number
  /** Receipts of what it was given in its present session. */
  given?: string[]
}

const collectOutboundPartnersStep = createStep("collect-outbound-partners", async (input: CollectOutboundPartnersInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse(await db.transaction((trx) => collectPartners(trx, input)))
})

async function collectPartners(
  trx: Knex.Transaction,
  { source, limit = MAX_PARTNERS, given = [] }: CollectOutboundPartnersInput
): Promise<OutboundPartners> {
  const started_at = new Date()
  const claimed = await claimPartners(trx, { source, limit: Math.min(limit, MAX_PARTNERS), given })
  if (claimed.length === 0) {
    return { legal_entities: [], delivery_points: [] }
  }
  const partners = await readOutboundPartners(trx, { source, claimed })
  await markPartnersSent(trx, { source, outbox_ids: claimed.map(({ outbox_id }) => outbox_id) })
  const sent = { legal_entities: partners.legal_entities.length, delivery_points: partners.delivery_points.length }
  await logOutboundRun(trx, { source, kind: "partners", started_at, sent, failures: [] })
  return partners
}

/**
 * Gives legal entities and delivery points that wait for one ERP base, as they stand now, and marks them sent. They stay waiting until they
 * are confirmed, so that an ERP that died over them gets them again.
 */
export const collectOutboundPartnersWorkflow = createWorkflow(
  ErpWorkflows.collectPartners,
  (input: WorkflowData<CollectOutboundPartnersInput>) => new WorkflowResponse(collectOutboundPartnersStep(input))
)
