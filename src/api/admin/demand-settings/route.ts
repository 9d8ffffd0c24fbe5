import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { demandSetting } from "../../../database/promises/demand-setting"
import { setDemandWorkflow } from "../../../workflows/supply/set-demand"
import type { AdminSetDemand } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ demand_setting: await demandSetting(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)) })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSetDemand>, res: MedusaResponse): Promise<void> {
  const { result } = await setDemandWorkflow(req.scope).run({ input: { actor: actorOf(req), setting: req.validatedBody } })
  res.json({ demand_setting: result })
}
