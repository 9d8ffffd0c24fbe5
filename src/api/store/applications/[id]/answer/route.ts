import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerApplication } from "../../../../../workflows/applications/answer-application"
import { uploadsOf } from "../../../../receive-application"
import { readApplication } from "../../read-application"
import type { StoreAnswerApplication } from "../../validators"

export async function POST(req: MedusaRequest<StoreAnswerApplication>, res: MedusaResponse): Promise<void> {
  const { id } = await readApplication(req, req.params.id ?? "", "create")
  const { message } = req.validatedBody
  await answerApplication(req.scope, { id, message, uploads: uploadsOf(req), actor: dealerOf(req).actor })
  res.json({ application: await readApplication(req, id, "create") })
}
