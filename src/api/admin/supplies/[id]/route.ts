import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveSupplyWorkflow } from "../../../../workflows/supply/save-supply"
import { supplyOf } from "../supply-of"
import type { AdminChangeSupply } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  res.json({ supply: await supplyOf(req, id) })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeSupply>, res: MedusaResponse): Promise<void> {
  const { updated_at, lines = null, ...head } = req.validatedBody
  const { id = "" } = req.params
  await saveSupplyWorkflow(req.scope).run({ input: { id, updated_at, head, lines, actor: actorOf(req) } })
  res.json({ supply: await supplyOf(req, id) })
}
