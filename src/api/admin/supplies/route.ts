import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listSupplies } from "../../../database/supplies/list-supplies"
import { saveSupplyWorkflow } from "../../../workflows/supply/save-supply"
import { supplyOf } from "./supply-of"
import type { AdminCreateSupply, AdminListSupplies } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListSupplies>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const page = await listSupplies(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, limit, offset })
  res.json({ ...page, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateSupply>, res: MedusaResponse): Promise<void> {
  const { lines, ...head } = req.validatedBody
  const input = { id: null, updated_at: null, head, lines, actor: actorOf(req) }
  const { result } = await saveSupplyWorkflow(req.scope).run({ input })
  res.json({ supply: await supplyOf(req, result.id) })
}
