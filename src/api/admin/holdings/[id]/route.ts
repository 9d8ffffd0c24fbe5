import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sharePartNumbersWorkflow } from "../../../../workflows/company/share-part-numbers"
import { readHolding } from "../read-holding"
import type { AdminChangeHolding } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ holding: await readHolding(req.scope, req.params.id ?? "") })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminChangeHolding>, res: MedusaResponse): Promise<void> {
  const { id = "" } = req.params
  await sharePartNumbersWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  res.json({ holding: await readHolding(req.scope, id) })
}
