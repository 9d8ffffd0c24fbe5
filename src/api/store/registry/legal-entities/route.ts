import type { RegistryAnswer } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { askRegistry } from "../../../ask-registry"
import type { StoreFindLegalEntity } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreFindLegalEntity>, res: MedusaResponse): Promise<void> {
  const { inn } = req.validatedQuery as StoreFindLegalEntity
  const answer = await askRegistry<RegistryAnswer>(req.scope, (registry) => registry.findByInn(inn), { outcome: "unchecked" })
  res.json({ outcome: answer.outcome, entities: answer.outcome === "found" ? answer.entities : [] })
}
