import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerApplicationByToken } from "../../../../workflows/applications/answer-application"
import { uploadsOf } from "../../../receive-application"
import type { AuthAnswerApplication } from "../validators"

export async function POST(req: MedusaRequest<AuthAnswerApplication>, res: MedusaResponse): Promise<void> {
  const { token, message } = req.validatedBody
  await answerApplicationByToken(req.scope, { token, message, uploads: uploadsOf(req), actor: actorOf(req) })
  res.status(202).json({ accepted: true })
}
