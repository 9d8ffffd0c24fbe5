import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { startActingSessionWorkflow } from "../../../../../workflows/company/start-acting-session"
import { actingToken } from "../../../../acting"
import type { ListActingSessions } from "../../../../acting-session-schema"
import { listActingSessions } from "../../../../list-acting-sessions"
import type { AdminStartActingSession } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, ListActingSessions>, res: MedusaResponse): Promise<void> {
  res.json(await listActingSessions(req.scope, req.params.id ?? "", req.validatedQuery))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminStartActingSession>, res: MedusaResponse): Promise<void> {
  const { reason, ttl_minutes } = req.validatedBody
  const { result } = await startActingSessionWorkflow(req.scope).run({
    input: { employee_id: req.params.id ?? "", reason, ttl_minutes, actor: actorOf(req) },
  })
  const { id, expires_at, customer_id } = result
  res.json({ session: { id, expires_at }, token: actingToken(req.scope, { session_id: id, customer_id, ttl_minutes }) })
}
