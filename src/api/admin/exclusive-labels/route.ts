import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listExclusiveLabels } from "../../../database/pricing/list-exclusive-labels"
import { putExclusiveLabelWorkflow } from "../../../workflows/pricing/put-exclusive-label"
import type { AdminPutExclusiveLabel } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const exclusive_labels = await listExclusiveLabels(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  res.json({ exclusive_labels, count: exclusive_labels.length })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminPutExclusiveLabel>, res: MedusaResponse): Promise<void> {
  const { result } = await putExclusiveLabelWorkflow(req.scope).run({ input: { ...req.validatedBody, actor: actorOf(req) } })
  res.json({ exclusive_label: result })
}
