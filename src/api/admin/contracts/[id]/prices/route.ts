import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listContractPrices } from "../../../../../database/pricing/list-contract-prices"
import { setContractPricesWorkflow } from "../../../../../workflows/pricing/set-contract-prices"
import { contractOf, presentResults } from "./present-results"
import type { AdminListContractPrices, AdminRemoveContractPrices, AdminSetContractPrices } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListContractPrices>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const contract = await contractOf(req.scope, req.params.id ?? "")
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { prices, count } = await listContractPrices(db, { contract_id: contract.id, filter, limit, offset })
  res.json({ contract, prices, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSetContractPrices>, res: MedusaResponse): Promise<void> {
  const { id, legal_entity } = await contractOf(req.scope, req.params.id ?? "")
  const input = { contract_id: id, legal_entity_id: legal_entity.id, verb: "set" as const, actor: actorOf(req) }
  const { result } = await setContractPricesWorkflow(req.scope).run({ input: { ...input, rows: req.validatedBody.prices } })
  res.json(await presentResults(req.scope, result.outcomes))
}

export async function DELETE(req: AuthenticatedMedusaRequest<AdminRemoveContractPrices>, res: MedusaResponse): Promise<void> {
  const { id, legal_entity } = await contractOf(req.scope, req.params.id ?? "")
  const input = { contract_id: id, legal_entity_id: legal_entity.id, verb: "remove" as const, actor: actorOf(req) }
  // What is removed has a key; its amount and last day say nothing.
  const rows = req.validatedBody.prices.map((key) => ({ ...key, amount: "0", ends_on: null }))
  const { result } = await setContractPricesWorkflow(req.scope).run({ input: { ...input, rows } })
  res.json(await presentResults(req.scope, result.outcomes))
}
