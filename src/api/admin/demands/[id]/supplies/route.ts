import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { choosableSupplies } from "../../../../../database/promises/promise-by-hand"
import { demandOf } from "../../demand-of"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: demand_id } = await demandOf(req)
  res.json({ supplies: await choosableSupplies(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { demand_id }) })
}
