import type { MedusaContainer } from "@medusajs/framework/types"
import { refreshCatalogWorkflow } from "../workflows/catalog/refresh-catalog"

/**
 * Runs once, after the migrations that make the tables of facets, own words of properties and the lexicon. What loads pass over as unchanged would
 * otherwise never come into them: a database that had goods before would have no facets until somebody had its catalogue made anew.
 */
export default async function fillCatalogFacts({ container }: { container: MedusaContainer }): Promise<void> {
  await refreshCatalogWorkflow(container).run({ input: {} })
}
