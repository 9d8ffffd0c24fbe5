import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveClientCategoryWorkflow } from "../../../../workflows/company/save-client-category"
import { presentClientCategory } from "../present-client-category"
import { readClientCategory } from "../read-client-category"
import type { AdminSaveClientCategory } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ client_category: await readClientCategory(req.scope, req.params.id ?? "") })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminSaveClientCategory>, res: MedusaResponse): Promise<void> {
  const input = { ...req.validatedBody, id: req.params.id ?? "", actor: actorOf(req) }
  const { result } = await saveClientCategoryWorkflow(req.scope).run({ input })
  res.json({ client_category: presentClientCategory(result) })
}
