import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DOCUMENT_MODULE } from "../modules/document"
import type DocumentModuleService from "../modules/document/service"
import { makePriceListWorkflow } from "../workflows/document/make-price-list"

/**
 * Takes up the oldest price list that a stopped process has left; the next one comes with the next minute. Does not wait for it, since a job
 * that hangs holds up all other jobs.
 */
export default async function sweepPriceLists(container: MedusaContainer): Promise<void> {
  const [id] = await container.resolve<DocumentModuleService>(DOCUMENT_MODULE).unfinishedPriceLists()
  if (id !== undefined) {
    makePriceListWorkflow(container)
      .run({ input: { id } })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`The sweep could not take up price list ${id}: ${reason}`)
      })
  }
}

export const config = { name: "sweep-price-lists", schedule: "* * * * *" }
