import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { queuePartner, unqueuePartner, type PartnerToQueue } from "../../../database/outbox/queue-partner"

export type QueueForErpInput = PartnerToQueue

/**
 * Puts a legal entity or a delivery point on the way to the ERP, which is given it as it stands when it asks. Queueing again sends again.
 * `payload` is what a legal entity of the ERP's is wished to have; it goes in place of what stands.
 */
export const queueForErpStep = createStep(
  "queue-for-erp",
  async (input: QueueForErpInput, { container }) => {
    const queued = await queuePartner(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
    return new StepResponse(undefined, queued)
  },
  async (queued, { container }) => {
    if (queued) {
      await unqueuePartner(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), queued)
    }
  }
)
