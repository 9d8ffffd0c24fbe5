import { today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { previewContractPrices } from "../../../../../../database/pricing/preview-contract-prices"
import { contractOf, presentResults } from "../present-results"
import type { AdminPreviewContractPrices } from "../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminPreviewContractPrices>, res: MedusaResponse): Promise<void> {
  const contract = await contractOf(req.scope, req.params.id ?? "")
  const { verb, prices } = req.validatedBody
  const rows = prices.map((price) => ({ amount: verb === "remove" ? "0" : "", ends_on: null, ...price }))
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json(await presentResults(req.scope, await previewContractPrices(db, { contract, rows, verb, today: today() })))
}
