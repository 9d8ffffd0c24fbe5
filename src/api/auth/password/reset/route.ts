import { actorOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setPasswordByTokenWorkflow } from "../../../../workflows/company/set-password-by-token"
import { signIn } from "../../sign-in"
import type { AuthSetPassword } from "../../validators"

export async function POST(req: MedusaRequest<AuthSetPassword>, res: MedusaResponse): Promise<void> {
  const { result } = await setPasswordByTokenWorkflow(req.scope).run({ input: { ...req.validatedBody, actor: actorOf(req) } })
  res.json(await signIn(req.scope, result))
}
