import { createWorkflow, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshCatalogStep } from "./steps/refresh-catalog"

/** One of the lists; without any the whole catalogue is brought in line. */
export interface RefreshCatalogInput {
  variant_ids?: string[]
  product_ids?: string[]
}

/** Brings catalogue entries in line with products that were edited in Medusa, e.g. in the admin. */
export const refreshCatalogWorkflow = createWorkflow("refresh-catalog", (input: WorkflowData<RefreshCatalogInput>) => {
  const scope = transform(input, ({ variant_ids, product_ids }) => {
    if (variant_ids) {
      return { variantIds: variant_ids }
    }
    return product_ids ? { productIds: product_ids } : ("all" as const)
  })
  return new WorkflowResponse(refreshCatalogStep(scope))
})
