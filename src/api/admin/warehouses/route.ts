import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listWarehouses } from "../../../database/queries/list-warehouses"
import type { AdminWarehousesResponse } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminWarehousesResponse>): Promise<void> {
  res.json({ warehouses: await listWarehouses(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)) })
}
