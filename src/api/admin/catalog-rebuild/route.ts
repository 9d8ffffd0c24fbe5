import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rebuildCatalogWorkflow } from "../../../workflows/catalog/rebuild-catalog"
import type { AdminCatalogRebuildResponse } from "../catalog-properties/validators"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminCatalogRebuildResponse>): Promise<void> {
  const { result } = await rebuildCatalogWorkflow(req.scope).run({ input: { actor: actorOf(req) } })
  res.json(result)
}
