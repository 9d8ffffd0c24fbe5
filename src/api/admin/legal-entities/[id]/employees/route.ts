import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createEmployeeWorkflow } from "../../../../../workflows/company/create-employee"
import { presentEmployee } from "../../present-legal-entity"
import type { AdminCreateEmployee } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<AdminCreateEmployee>, res: MedusaResponse): Promise<void> {
  const { result } = await createEmployeeWorkflow(req.scope).run({
    input: { ...req.validatedBody, legal_entity_id: req.params.id ?? "", actor: actorOf(req) },
  })
  res.json({ employee: presentEmployee(result) })
}
