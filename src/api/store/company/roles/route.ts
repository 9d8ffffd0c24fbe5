import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { rolesOfEntities } from "../../../../database/people/roles-of-entities"
import { requireReach } from "../../../dealer-scope"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const roles = await rolesOfEntities(db, { entity_ids: requireReach(req, "person", "create").entity_ids })
  res.json({ roles })
}
