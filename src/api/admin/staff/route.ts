import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listStaff } from "../../../database/queries/list-staff"
import type { AdminListStaff } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListStaff>, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const page = await listStaff(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { limit, offset })
  res.json({ ...page, limit, offset })
}
