import { dealerOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ListActingSessions } from "../../../acting-session-schema"
import { listActingSessions } from "../../../list-acting-sessions"

export async function GET(req: AuthenticatedMedusaRequest<unknown, ListActingSessions>, res: MedusaResponse): Promise<void> {
  res.json(await listActingSessions(req.scope, dealerOf(req).employee_id, req.validatedQuery))
}
