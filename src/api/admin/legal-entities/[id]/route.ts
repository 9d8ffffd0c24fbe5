import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { updateRequisitesWorkflow } from "../../../../workflows/company/update-requisites"
import { readCard } from "../read-card"
import type { AdminUpdateRequisites } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ legal_entity: await readCard(req.scope, req.params.id ?? "") })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateRequisites>, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  await updateRequisitesWorkflow(req.scope).run({ input: { id, change: req.validatedBody, actor: actorOf(req) } })
  res.json({ legal_entity: await readCard(req.scope, id) })
}
