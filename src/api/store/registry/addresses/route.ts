import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { askRegistry } from "../../../ask-registry"
import type { StoreSuggestAddresses } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreSuggestAddresses>, res: MedusaResponse): Promise<void> {
  const { q, limit } = req.validatedQuery as StoreSuggestAddresses
  res.json({ addresses: await askRegistry(req.scope, (registry) => registry.suggestAddresses(q, limit), []) })
}
