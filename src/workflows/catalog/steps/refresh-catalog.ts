import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type CatalogRefreshCounts, type CatalogRefreshScope, refreshCatalogEntries } from "../../../database/loads/refresh-catalog-entries"

/** Needs no compensation: one transaction, and what it writes follows from Medusa's tables alone. */
export const refreshCatalogStep = createStep("refresh-catalog", async (scope: CatalogRefreshScope, { container }) => {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const counts: CatalogRefreshCounts = await db.transaction((trx) => refreshCatalogEntries(trx, scope))
  return new StepResponse(counts)
})
