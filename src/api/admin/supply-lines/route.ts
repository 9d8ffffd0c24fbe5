import { today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listArrivals } from "../../../database/supplies/list-arrivals"
import type { AdminListArrivals } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListArrivals>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filter } = req.validatedQuery
  const page = await listArrivals(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { filter, day: today(), limit, offset })
  res.json({ ...page, offset, limit })
}
